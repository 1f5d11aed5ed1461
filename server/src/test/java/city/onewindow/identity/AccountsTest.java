package city.onewindow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

@DisplayName("账号管理")
class AccountsTest extends HouseTest {

    @Autowired
    Accounts accounts;

    @Autowired
    DemoAccounts demo;

    @Autowired
    Passwords passwords;

    @Autowired
    Audit audit;

    @Test
    @DisplayName("只有系统管理能办")
    void onlyAdministrators() {
        Actor manager = SignedInAs.actor("m", "zwfw", null, Role.MANAGER);
        String name = fresh(Role.CLERK);
        assertThatThrownBy(() -> accounts.create("t-x", TestAccounts.staff(Role.CLERK), TestAccounts.key(), manager))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> accounts.change(name, TestAccounts.staff(Role.MANAGER), 1, manager))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> accounts.enable(name, false, 1, manager)).isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> accounts.resetPassword(name, TestAccounts.key(), manager))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("自己的角色自己改不了，也停用不了自己")
    void nobodyPromotesThemselves() {
        String name = fresh(Role.ADMINISTRATOR);
        Actor self = SignedInAs.actor(name, "scjg", null, Role.ADMINISTRATOR);
        assertThatThrownBy(() -> accounts.change(name, TestAccounts.staff(Role.AUDITOR), 1, self))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("自己账号的角色");
        assertThatThrownBy(() -> accounts.enable(name, false, 1, self)).isInstanceOf(Problem.NotAllowed.class);
        assertThat(accounts.get(name).details().roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    @DisplayName("职责分离写在数据库里，绕不过去")
    void separationInTheDatabase() {
        String name = fresh(Role.MANAGER);
        for (String roles : List.of("{ADMINISTRATOR,AUDITOR}", "{REVIEWER,DECIDER,MANAGER}")) {
            assertThatThrownBy(() -> jdbc.sql(
                                    "update identity.account set roles = cast(:roles as text[]) where name = :name")
                            .param("roles", roles)
                            .param("name", name)
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    @DisplayName("两人同时改，后一个要重来")
    void staleVersion() {
        String name = fresh(Role.MANAGER);
        accounts.change(name, TestAccounts.staff(Role.AUDITOR), 1, TestAccounts.ADMINISTRATOR);
        assertThatThrownBy(() -> accounts.change(name, TestAccounts.staff(Role.CLERK), 1, TestAccounts.ADMINISTRATOR))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(accounts.get(name).details().roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    @DisplayName("同一标识不能建两个不同的账号，登录名不能重复")
    void keysAndNames() {
        var key = TestAccounts.key();
        String name = "t-" + UUID.randomUUID().toString().substring(0, 12);
        accounts.create(name, TestAccounts.staff(Role.MANAGER), key, TestAccounts.ADMINISTRATOR);
        assertThatThrownBy(() ->
                        accounts.create(name + "x", TestAccounts.staff(Role.MANAGER), key, TestAccounts.ADMINISTRATOR))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> accounts.create(
                        name, TestAccounts.staff(Role.MANAGER), TestAccounts.key(), TestAccounts.ADMINISTRATOR))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("已被使用");
    }

    @Test
    @DisplayName("没有系统管理员的地方生成一个，密码只给一次，先改密码才能用")
    void bootstrap() {
        Centre elsewhere = new Centre("99" + String.format("%04d", new Random().nextInt(10_000)), "样例中心", "Sample", "");
        Accounts empty = new Accounts(
                new AccountTable(jdbc, elsewhere),
                new PasswordResets(jdbc, elsewhere, clock),
                new FailedSignIns(jdbc, elsewhere),
                passwords,
                new Workplaces(jdbc, elsewhere),
                audit,
                clock);
        TemporaryPassword given = empty.bootstrapAdministrator().orElseThrow();
        assertThat(given.toString()).doesNotContain(given.password());
        Account administrator = empty.get(given.account());
        assertThat(administrator.details().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(administrator.mustChangePassword()).isTrue();
        assertThat(empty.bootstrapAdministrator()).isEmpty();
    }

    @Test
    @DisplayName("演示账号各部门各窗口都有，再来一遍不重复")
    void demoAccounts() {
        String code = "d" + UUID.randomUUID().toString().substring(0, 6);
        var departments = List.of(new DepartmentRef(code, "样例局"));
        var windows = List.of(new WindowRef(code, "样例窗口", code));
        assertThat(demo.create(departments, windows)).isGreaterThanOrEqualTo(6);
        assertThat(demo.create(departments, windows)).isZero();
        assertThat(accounts.get(code + "-decide").details().roles()).containsExactly(Role.DECIDER);
        assertThat(accounts.get("clerk-" + code).details().window()).isEqualTo(code);
        Account system = accounts.get(code + "-system");
        assertThat(system.details().kind()).isEqualTo(AccountKind.SYSTEM);
        assertThat(system.details().roles()).isEqualTo(Set.of(Role.REVIEWER, Role.DECIDER, Role.CERTIFIER));
        assertThat(system.demo()).isTrue();
    }

    @Test
    @DisplayName("页面上称呼人的姓名；没有这个账号的，就是登录名")
    void displayName() {
        String name = fresh(Role.CLERK);
        assertThat(accounts.displayName(name))
                .isEqualTo(accounts.get(name).details().displayName())
                .isNotEqualTo(name);
        assertThat(accounts.displayName("nobody-here")).isEqualTo("nobody-here");
    }

    private String fresh(Role role) {
        return TestAccounts.raw(accounts, role).account();
    }
}
