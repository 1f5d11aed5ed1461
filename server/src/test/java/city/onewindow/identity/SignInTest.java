package city.onewindow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditEntry;
import city.onewindow.audit.AuditQuery;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.transaction.support.TransactionOperations;

@DisplayName("登录")
class SignInTest extends HouseTest {

    private static final Actor ADMINISTRATOR = new Actor("test-admin", "管理员", Set.of(Role.ADMINISTRATOR), "zwfw", null);

    @Autowired
    SignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    OwnPassword ownPassword;

    @Autowired
    Audit audit;

    @Autowired
    DemoAccounts demo;

    @Autowired
    AccountTable table;

    @Autowired
    FailedSignIns failures;

    @Autowired
    Passwords passwords;

    @Autowired
    TransactionOperations transaction;

    private String name = "";
    private String password = "";

    @BeforeEach
    void account() {
        TemporaryPassword raw = TestAccounts.raw(accounts, Role.MANAGER);
        name = raw.account();
        password = raw.password();
    }

    @Test
    @DisplayName("登录名不分大小写、前后空格，成功有记录")
    void signsIn() {
        assertThat(page(" " + name.toUpperCase(java.util.Locale.ROOT), password).name())
                .isEqualTo(name);
        assertThat(acts()).containsExactly("sign-in");
    }

    @Test
    @DisplayName("错五次锁十五分钟，密码对了也不行，到点自动解开")
    void locksOut() {
        for (int i = 1; i < FailedSignIns.ALLOWED; i++) {
            assertThatThrownBy(() -> page(name, "wrong-password")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> page(name, "wrong-password"))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining("10:15");
        clock.forward(Duration.ofMinutes(14));
        assertThatThrownBy(() -> page(name, password))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining("10:15");
        clock.forward(Duration.ofMinutes(1));
        assertThatCode(() -> page(name, password)).doesNotThrowAnyException();
        assertThat(acts()).startsWith("sign-in", "sign-in.lock", "sign-in.fail").hasSize(7);
    }

    @Test
    @DisplayName("成功一次，从头再数")
    void successForgets() {
        for (int round = 0; round < 3; round++) {
            for (int i = 1; i < FailedSignIns.ALLOWED; i++) {
                assertThatThrownBy(() -> page(name, "wrong-password")).isInstanceOf(BadCredentialsException.class);
            }
            assertThatCode(() -> page(name, password)).doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("没有的登录名、停用的账号与密码错误，从回答上分不出来，锁定也一样")
    void tellsNothing() {
        accounts.enable(name, false, 1, TestAccounts.ADMINISTRATOR);
        List<Throwable> disabled = failures(name, password);
        List<Throwable> unknown = failures("nobody-" + UUID.randomUUID(), password);
        assertThat(disabled).hasSameSizeAs(unknown);
        for (int i = 0; i < disabled.size(); i++) {
            assertThat(disabled.get(i))
                    .hasSameClassAs(unknown.get(i))
                    .hasMessage(unknown.get(i).getMessage());
        }
    }

    @Test
    @DisplayName("没有的登录名也要验一次密码，用时相当")
    void takesTheSameTime() {
        Stream.of(name, "nobody").forEach(warm -> median(warm, 2));
        Duration known = median(name, 3);
        Duration unknown = median("nobody-" + UUID.randomUUID(), 3);
        // An early answer would take less than a tenth.
        assertThat(unknown).isGreaterThan(known.dividedBy(3));
    }

    @Test
    @DisplayName("不存在的登录名不写进日志：那可能是填错格子的密码")
    void typedNamesAreNotLogged() {
        String typed = "my-secret-" + UUID.randomUUID();
        assertThatThrownBy(() -> page(typed, "x")).isInstanceOf(BadCredentialsException.class);
        for (String table : List.of("audit.entry", "identity.failed_sign_in")) {
            Long found = jdbc.sql("select count(*) from " + table + " t where strpos(t::text, :typed) > 0")
                    .param("typed", typed)
                    .query(Long.class)
                    .single();
            assertThat(found).as(table).isZero();
        }
    }

    @Test
    @DisplayName("同时猜二十次，也只算五次")
    void manyAtOnce() throws Exception {
        try (var threads = new Threads()) {
            Callable<Throwable> guess = () -> failure(name, "wrong-password");
            List<Throwable> refused = threads.all(20, guess);
            assertThat(refused)
                    .hasSize(20)
                    .allMatch(org.springframework.security.core.AuthenticationException.class::isInstance);
        }
        assertThatThrownBy(() -> page(name, password)).isInstanceOf(LockedException.class);
        assertThat(acts().stream().filter("sign-in.lock"::equals)).isNotEmpty();
        Integer counted = jdbc.sql("select max(failures) from identity.failed_sign_in")
                .query(Integer.class)
                .single();
        assertThat(counted).isLessThanOrEqualTo(FailedSignIns.ALLOWED);
    }

    @Test
    @DisplayName("初始密码只能用来改密码：接口不认，改了才认")
    void temporaryPasswordOpensNothing() {
        assertThatThrownBy(() -> signIn.verify(name, password, Channel.API))
                .isInstanceOf(CredentialsExpiredException.class);
        Account account = page(name, password);
        assertThat(account.mustChangePassword()).isTrue();
        assertThat(PageSignIn.granted(account, "410300", "").getAuthorities()).isEmpty();

        ownPassword.change(account.actor(), password, "牡丹花下-2026-开");
        assertThat(signIn.verify(name, "牡丹花下-2026-开", Channel.API).mustChangePassword())
                .isFalse();
    }

    @Test
    @DisplayName("部门业务系统的账号不能登录网页")
    void systemsStayOutOfPages() {
        String system = name + "-sys";
        var details = new AccountDetails("业务系统", AccountKind.SYSTEM, Set.of(Role.REVIEWER), "scjg", null);
        String secret = String.valueOf(accounts.create(system, details, TestAccounts.key(), TestAccounts.ADMINISTRATOR)
                .temporaryPassword());
        assertThatThrownBy(() -> page(system, secret)).isInstanceOf(BadCredentialsException.class);
        assertThatCode(() -> signIn.verify(system, secret, Channel.API)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("演示账号只在演示时能用：不演示了，留在库里也进不来")
    void demoAccountsOnlyInDemo() {
        String code = "e" + UUID.randomUUID().toString().substring(0, 6);
        demo.create(List.of(new DepartmentRef(code, "样例局")), List.of());
        assertThatCode(() -> page(code + "-review", DemoAccounts.PASSWORD)).doesNotThrowAnyException();
        SignIn withoutDemo = new SignIn(table, failures, passwords, audit, transaction, clock, false);
        assertThatThrownBy(() -> withoutDemo.verify(code + "-review", DemoAccounts.PASSWORD, Channel.PAGE))
                .isInstanceOf(BadCredentialsException.class);
    }

    private Account page(String name, String password) {
        return signIn.verify(name, password, Channel.PAGE);
    }

    private Throwable failure(String name, String password) {
        try {
            page(name, password);
            throw new AssertionError("signed in");
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    private List<Throwable> failures(String name, String password) {
        return Stream.generate(() -> failure(name, password)).limit(7).toList();
    }

    private Duration median(String name, int times) {
        return Stream.generate(() -> {
                    long start = System.nanoTime();
                    failure(name, "wrong-password");
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .limit(times)
                .sorted()
                .skip(times / 2)
                .findFirst()
                .orElseThrow();
    }

    private List<String> acts() {
        return audit.search(new AuditQuery(name, null, null, null, null), 50, null).items().stream()
                .map(AuditEntry::act)
                .toList();
    }

    /** Runs the same thing many times at once. */
    private static final class Threads implements AutoCloseable {
        private final java.util.concurrent.ExecutorService pool = Executors.newFixedThreadPool(20);

        List<Throwable> all(int times, Callable<Throwable> work) throws Exception {
            return pool.invokeAll(java.util.Collections.nCopies(times, work)).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }

        @Override
        public void close() {
            pool.shutdownNow();
        }
    }
}
