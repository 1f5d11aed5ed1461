package city.onewindow.identity;

import city.onewindow.kernel.IdempotencyKey;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fresh accounts for tests, made through the doors. */
final class TestAccounts {

    static final String PASSWORD = "牡丹花下-2026-开";

    static final Actor ADMINISTRATOR = new Actor("test-admin", "管理员", Set.of(Role.ADMINISTRATOR), "zwfw", null);

    private TestAccounts() {}

    static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    static AccountDetails staff(Role role) {
        @Nullable String window = role == Role.CLERK ? "qykb" : null;
        return new AccountDetails("测试 " + role.term(), AccountKind.STAFF, Set.of(role), "scjg", window);
    }

    /** With a temporary password, as an administrator leaves it. */
    static TemporaryPassword raw(Accounts accounts, Role role) {
        String name = "t-" + UUID.randomUUID().toString().substring(0, 18);
        NewAccount made = accounts.create(name, staff(role), key(), ADMINISTRATOR);
        return new TemporaryPassword(name, String.valueOf(made.temporaryPassword()));
    }

    /** Ready to work, with {@link #PASSWORD}. */
    static String ready(Accounts accounts, OwnPassword ownPassword, Role role) {
        TemporaryPassword raw = raw(accounts, role);
        ownPassword.change(accounts.get(raw.account()).actor(), raw.password(), PASSWORD);
        return raw.account();
    }
}
