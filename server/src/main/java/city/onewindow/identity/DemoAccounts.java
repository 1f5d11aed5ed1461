package city.onewindow.identity;

import city.onewindow.audit.Audit;
import city.onewindow.frame.DemoAccount;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts to try everything with, one for each desk, all with one published password. They open only while
 * {@code onewindow.demo} is set, even if they are still in the database later.
 */
@Service
public class DemoAccounts {

    public static final String PASSWORD = "onewindow-demo";

    /** The window and the department that the main accounts sit at: 企业开办. */
    private static final String WINDOW = "qykb";

    private static final String DEPARTMENT = "scjg";
    private static final String ISSUING_WINDOW = "tycj";

    /** How the other demo accounts are named. */
    public static final String RULE =
            "其他部门：部门代码加 -review（审查）、-examine（审核）、-decide（决定）、-certify（制证）、-head（负责人）、-liaison（联络员）；"
                    + "部门业务系统：部门代码加 -system（仅接口）；其他窗口：clerk- 加窗口代码。";

    private final AccountTable accounts;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;
    private final boolean enabled;

    DemoAccounts(
            AccountTable accounts,
            Passwords passwords,
            Audit audit,
            Clock clock,
            @Value("${onewindow.demo:false}") boolean enabled) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.enabled = enabled;
    }

    public boolean enabled() {
        return enabled;
    }

    /** The sign-ins that lead through one errand; the others follow {@link #RULE}. */
    public List<DemoAccount> main() {
        return List.of(
                shown("clerk", "综合受理人员", "企业开办窗口收件、受理"),
                shown(DEPARTMENT + "-review", "审批人员（审查）", "市场监管局审查"),
                shown(DEPARTMENT + "-decide", "审批人员（决定）", "市场监管局决定"),
                shown(DEPARTMENT + "-certify", "审批人员（制证）", "市场监管局制证"),
                shown(DEPARTMENT + "-head", "部门负责人", "市场监管局延期审批"),
                shown("issuing", "出件人员", "统一出件、送达"),
                shown(DEPARTMENT + "-liaison", "联络员", "维护市场监管局的事项"),
                shown("lead-" + DEPARTMENT, "牵头部门", "查看牵头窗口的办件，维护窗口和一件事"),
                shown("manager", "中心管理", "查看全部办件，发布事项目录"),
                shown("auditor", "审计", "查询审计日志"),
                shown("admin", "系统管理", "管理账号"));
    }

    private static DemoAccount shown(String account, String name, String duty) {
        return new DemoAccount(account, PASSWORD, name, duty);
    }

    /**
     * Makes those that are missing, if the demonstration is on.
     *
     * @param departments those that have items
     * @param windows those that take applications in
     * @return how many were made
     */
    @Transactional
    public int create(List<DepartmentRef> departments, List<WindowRef> windows) {
        if (!enabled) {
            return 0;
        }
        Set<String> there = accounts.demoNames();
        List<Account> missing = wanted(departments, windows).stream()
                .filter(account -> !there.contains(account.name()))
                .toList();
        if (missing.isEmpty()) {
            return 0;
        }
        String hash = passwords.hashOfPublished(PASSWORD);
        missing.forEach(account -> accounts.insert(account, hash, null));
        audit.record("system", "account.create-demo", "demo", String.valueOf(missing.size()));
        return missing.size();
    }

    private List<Account> wanted(List<DepartmentRef> departments, List<WindowRef> windows) {
        List<Account> wanted = new ArrayList<>();
        for (DepartmentRef department : departments) {
            String code = department.code();
            wanted.add(person(code + "-review", department.name() + "审查岗", Role.REVIEWER, code, null));
            wanted.add(person(code + "-examine", department.name() + "审核岗", Role.REVIEWER, code, null));
            wanted.add(person(code + "-decide", department.name() + "决定岗", Role.DECIDER, code, null));
            wanted.add(person(code + "-certify", department.name() + "制证岗", Role.CERTIFIER, code, null));
            wanted.add(person(code + "-head", department.name() + "负责人", Role.HEAD, code, null));
            wanted.add(person(code + "-liaison", department.name() + "联络员", Role.LIAISON, code, null));
            wanted.add(account(
                    code + "-system",
                    new AccountDetails(
                            department.name() + "业务系统",
                            AccountKind.SYSTEM,
                            Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER),
                            code,
                            null)));
        }
        for (WindowRef window : windows) {
            String lead = window.leadDepartment();
            wanted.add(person("clerk-" + window.code(), window.name() + "受理岗", Role.CLERK, lead, window.code()));
            if (window.code().equals(WINDOW)) {
                wanted.add(person("clerk", window.name() + "受理岗", Role.CLERK, lead, window.code()));
            }
        }
        windows.stream()
                .map(WindowRef::leadDepartment)
                .distinct()
                .forEach(lead -> wanted.add(person("lead-" + lead, "牵头部门联络岗", Role.LEAD_DEPARTMENT, lead, null)));
        wanted.add(person("issuing", "统一出件岗", Role.ISSUING_CLERK, Workplaces.CENTRE, ISSUING_WINDOW));
        wanted.add(person("manager", "中心管理岗", Role.MANAGER, Workplaces.CENTRE, null));
        wanted.add(person("auditor", "审计岗", Role.AUDITOR, Workplaces.CENTRE, null));
        wanted.add(person("admin", "系统管理岗", Role.ADMINISTRATOR, Workplaces.CENTRE, null));
        return wanted;
    }

    private Account person(String name, String called, Role role, String department, @Nullable String window) {
        return account(name, new AccountDetails(called, AccountKind.STAFF, Set.of(role), department, window));
    }

    private Account account(String name, AccountDetails details) {
        Instant now = clock.instant();
        return new Account(name, details, true, false, true, 1, now, "system");
    }
}
