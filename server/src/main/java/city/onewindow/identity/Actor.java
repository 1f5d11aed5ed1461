package city.onewindow.identity;

import city.onewindow.kernel.Problem;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in account that acts; every use case that changes something takes one.
 *
 * @param account the sign-in name
 * @param name how documents and histories call this person
 * @param department code of the department the person belongs to
 * @param window code of the window the person sits at; null for those who sit at none
 * @param kind whether a person acts or a department's own system
 * @param absent account of the colleague on leave in whose place this person acts; null for who acts for himself
 */
public record Actor(
        String account,
        String name,
        Set<Role> roles,
        String department,
        @Nullable String window,
        AccountKind kind,
        @Nullable String absent)
        implements Serializable {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public Actor(
            String account,
            String name,
            Set<Role> roles,
            String department,
            @Nullable String window,
            AccountKind kind) {
        this(account, name, roles, department, window, kind, null);
    }

    /** A person. */
    public Actor(String account, String name, Set<Role> roles, String department, @Nullable String window) {
        this(account, name, roles, department, window, AccountKind.STAFF);
    }

    /**
     * The same person in the place of a colleague on leave (代), by these roles of that one and under both names. The account stays
     * his own: what two people must do apart, he doesn't do both of in whosever place.
     */
    public Actor inPlaceOf(Account colleague, Set<Role> those) {
        String both = name + "（代" + colleague.details().displayName() + "）";
        return new Actor(account, both, those, department, null, kind, colleague.name());
    }

    /** A department's own system (部门业务系统), as against a person. */
    public boolean isSystem() {
        return kind == AccountKind.SYSTEM;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** @throws Problem.NotAllowed unless this actor has the role */
    public void must(Role role) {
        if (!has(role)) {
            throw new Problem.NotAllowed("您的账号没有办理这一步的权限（需要角色：" + role.term() + "）。请联系系统管理员。");
        }
    }
}
