package city.onewindow.identity;

import city.onewindow.kernel.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator states about an account.
 *
 * @param displayName how documents and histories call its owner
 * @param department code
 * @param window code; null for those who sit at none
 */
public record AccountDetails(
        String displayName,
        AccountKind kind,
        Set<Role> roles,
        String department,
        @Nullable String window) {

    private static final int LONGEST_NAME = 40;
    private static final Set<Role> SYSTEM_ROLES = Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);

    public AccountDetails {
        displayName = displayName.strip();
        roles = Set.copyOf(roles);
    }

    /** Everything that is wrong with it, the separation of duties (不相容职责分离) included. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (displayName.isEmpty() || displayName.length() > LONGEST_NAME) {
            faults.add(new Fault("/displayName", "请填写姓名（系统账号填系统名称），不超过 " + LONGEST_NAME + " 个字。"));
        }
        if (department.isBlank()) {
            faults.add(new Fault("/department", "请选择所属部门。"));
        }
        if (roles.isEmpty()) {
            faults.add(new Fault("/roles", "请至少选择一个角色。"));
        }
        if (roles.containsAll(Set.of(Role.ADMINISTRATOR, Role.AUDITOR))) {
            faults.add(new Fault("/roles", "系统管理与审计不能由同一账号担任：管理账号的人不得审计自己。请分设两个账号。"));
        }
        if (kind == AccountKind.STAFF && roles.containsAll(Set.of(Role.REVIEWER, Role.DECIDER))) {
            faults.add(new Fault("/roles", "审查与决定不能由同一人担任。请分设两个账号，分别授予审查和决定角色。"));
        }
        if (kind == AccountKind.SYSTEM && !SYSTEM_ROLES.containsAll(roles)) {
            faults.add(new Fault("/roles", "部门业务系统的账号只能有审查、决定、制证角色。"));
        }
        if (roles.contains(Role.CLERK) && window == null) {
            faults.add(new Fault("/window", "综合受理人员须指定所在窗口。"));
        }
        return faults;
    }
}
