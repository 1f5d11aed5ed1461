package city.onewindow.identity.web;

import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.identity.AccountDetails;
import city.onewindow.identity.AccountKind;
import city.onewindow.identity.DepartmentRef;
import city.onewindow.identity.Role;
import city.onewindow.identity.WindowRef;
import city.onewindow.identity.Workplaces;
import city.onewindow.kernel.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an account, for making and for changing one. */
@Component
class AccountForm {

    private final Workplaces workplaces;

    AccountForm(Workplaces workplaces) {
        this.workplaces = workplaces;
    }

    Field name(String value, List<Fault> faults) {
        return Field.text("name", "登录名")
                .value(value)
                .required()
                .longest(40)
                .autocomplete("off")
                .hint("小写英文字母、数字、连字符，以字母开头，如 li-min。建好后不能更改。")
                .error(Fault.at("/name", faults));
    }

    /** What an account's place is called, by its code: windows before departments, as the account has them. */
    Function<AccountDetails, String> places() {
        Map<String, String> departments =
                workplaces.departments().stream().collect(Collectors.toMap(DepartmentRef::code, DepartmentRef::name));
        Map<String, String> windows =
                workplaces.windows().stream().collect(Collectors.toMap(WindowRef::code, WindowRef::name));
        return details -> details.window() == null
                ? departments.getOrDefault(details.department(), details.department())
                : windows.getOrDefault(details.window(), details.window());
    }

    /** @param details null for an empty form */
    List<Field> details(@Nullable AccountDetails details, boolean fresh, List<Fault> faults) {
        return List.of(
                Field.text("displayName", "姓名")
                        .value(details == null ? "" : details.displayName())
                        .required()
                        .longest(40)
                        .autocomplete("off")
                        .hint("文书和办理记录用这个名字；系统账号填系统名称。")
                        .error(Fault.at("/displayName", faults)),
                Field.radio("kind", "账号类型", kinds())
                        .value((details == null ? AccountKind.STAFF : details.kind()).name())
                        .required()
                        .readOnly(!fresh)
                        .error(Fault.at("/kind", faults)),
                Field.checkboxes("roles", "角色", roles())
                        .value(details == null ? "" : joined(details))
                        .required()
                        .hint("系统管理与审计、审查与决定须由不同的人担任。")
                        .error(Fault.at("/roles", faults)),
                place(
                                "department",
                                "所属部门",
                                details == null ? "" : details.department(),
                                workplaces.departments().stream()
                                        .map(department -> new Choice(department.code(), department.name()))
                                        .toList(),
                                faults)
                        .required(),
                place(
                                "window",
                                "所在窗口",
                                details == null ? null : details.window(),
                                workplaces.windows().stream()
                                        .map(window -> new Choice(window.code(), window.name()))
                                        .toList(),
                                faults)
                        .hint("综合受理人员和出件人员填写，其他人留空。"));
    }

    private static List<Choice> kinds() {
        return List.of(
                new Choice(AccountKind.STAFF.name(), "工作人员", "登录网页，也可调用接口"),
                new Choice(AccountKind.SYSTEM.name(), "部门业务系统", "只能调用接口"));
    }

    private static List<Choice> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), role.term()))
                .toList();
    }

    private static String joined(AccountDetails details) {
        return details.roles().stream().map(Role::name).sorted().collect(Collectors.joining("|"));
    }

    /** Before any content was imported there is nothing to choose from: then the code is typed. */
    private static Field place(
            String name, String label, @Nullable String value, List<Choice> choices, List<Fault> faults) {
        Field field = choices.isEmpty() ? Field.text(name, label) : Field.select(name, label, choices);
        return field.value(value).error(Fault.at("/" + name, faults));
    }
}
