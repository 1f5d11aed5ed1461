package city.onewindow.approval.web;

import city.onewindow.approval.Leave;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.identity.Account;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a leave: to register one, to name who stands in, to authorise him, to shorten it. */
final class LeaveForm {

    private LeaveForm() {}

    /**
     * @param staff of the department
     * @param others whether the reader registers leaves of others
     * @param head whether the reader authorises at once
     */
    static List<Field> registering(
            TypedLeave typed, List<Account> staff, boolean others, boolean head, List<Fault> faults) {
        Leave.Kind kind = typed.kind();
        List<Field> fields = new ArrayList<>();
        if (others) {
            fields.add(Field.select("account", "谁请假", choices(staff, ""))
                    .value(typed.account())
                    .required()
                    .error(ActForm.error("account", faults)));
        }
        fields.add(Field.date("from", "第一天").value(typed.from()).required().error(ActForm.error("from", faults)));
        fields.add(Field.date("until", "最后一天")
                .value(typed.until())
                .required()
                .hint("这一天过完自动结束，不用另行销假。")
                .error(ActForm.error("until", faults)));
        fields.add(Field.radio("kind", "原因", kinds())
                .value(kind == null ? null : kind.name())
                .required()
                .hint("只有本人、本部门决定人员和负责人、中心看得到。")
                .error(ActForm.error("kind", faults)));
        fields.addAll(standIn(
                typed.standIn(), typed.authorisation(), choices(staff, others ? "" : typed.account()), head, faults));
        return fields;
    }

    /** @param staff who may be chosen */
    static List<Field> standIn(
            @Nullable String chosen,
            @Nullable String authorisation,
            List<Choice> staff,
            boolean head,
            List<Fault> faults) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.select("standIn", "代理人", staff)
                .value(chosen)
                .hint("须有请假人的角色；没有决定或者负责人角色的，由部门负责人书面授权以后才能代行决定、答复延期申请。自己审查的不能由自己决定，自己申请的延期不能由自己答复。")
                .error(ActForm.error("standIn", faults)));
        if (head) {
            fields.add(authorisation(authorisation, faults).hint("代理人没有决定或者负责人角色、要代行的，写明授权内容或者授权书文号；不需要的留空。"));
        }
        return fields;
    }

    static Field authorisation(@Nullable String typed, List<Fault> faults) {
        return Field.area("authorisation", "负责人书面授权").value(typed).error(ActForm.error("authorisation", faults));
    }

    static Field until(Leave leave, @Nullable String typed, String today, List<Fault> faults) {
        return Field.date("until", "新的最后一天")
                .value(typed)
                .required()
                .least(today)
                .most(leave.until().toString())
                .error(ActForm.error("until", faults));
    }

    /** @param not account of who isn't among them; empty if everybody is */
    static List<Choice> choices(List<Account> staff, @Nullable String not) {
        return staff.stream()
                .filter(one -> !one.name().equals(not))
                .map(one -> new Choice(one.name(), one.details().displayName() + "（" + roles(one) + "）"))
                .toList();
    }

    private static String roles(Account account) {
        return account.details().roles().stream().sorted().map(Role::term).collect(Collectors.joining("、"));
    }

    private static List<Choice> kinds() {
        return Arrays.stream(Leave.Kind.values())
                .map(kind -> new Choice(kind.name(), kind.term()))
                .toList();
    }
}
