package city.onewindow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.kernel.Fault;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("账号信息")
class AccountDetailsTest {

    @Test
    @DisplayName("系统管理与审计不能是同一账号，审查与决定也不能是同一人")
    void separation() {
        assertThat(pointers(staff(Set.of(Role.ADMINISTRATOR, Role.AUDITOR), null)))
                .containsExactly("/roles");
        assertThat(pointers(staff(Set.of(Role.REVIEWER, Role.DECIDER), null))).containsExactly("/roles");
        assertThat(pointers(staff(Set.of(Role.REVIEWER, Role.CERTIFIER), null))).isEmpty();
    }

    @Test
    @DisplayName("部门业务系统可以审查、决定、制证，别的都不行")
    void systems() {
        assertThat(pointers(system(Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER))))
                .isEmpty();
        for (Role role : Role.values()) {
            boolean decides =
                    Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER).contains(role);
            assertThat(pointers(system(Set.of(role))).contains("/roles"))
                    .as(role.name())
                    .isEqualTo(!decides);
        }
    }

    @Test
    @DisplayName("一次指出全部错误")
    void everythingAtOnce() {
        var empty = new AccountDetails(" ", AccountKind.STAFF, Set.of(), "", null);
        assertThat(pointers(empty)).containsExactly("/displayName", "/department", "/roles");
    }

    @Test
    @DisplayName("综合受理人员须有窗口")
    void clerkSitsSomewhere() {
        assertThat(pointers(staff(Set.of(Role.CLERK), null))).containsExactly("/window");
        assertThat(pointers(staff(Set.of(Role.CLERK), "qykb"))).isEmpty();
    }

    private static AccountDetails staff(Set<Role> roles, @Nullable String window) {
        return new AccountDetails("李敏", AccountKind.STAFF, roles, "scjg", window);
    }

    private static AccountDetails system(Set<Role> roles) {
        return new AccountDetails("业务系统", AccountKind.SYSTEM, roles, "scjg", "qykb");
    }

    private static List<String> pointers(AccountDetails details) {
        return details.faults().stream().map(Fault::pointer).toList();
    }
}
