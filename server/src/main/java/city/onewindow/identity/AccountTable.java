package city.onewindow.identity;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, and the sessions that end when their account changes. */
@Repository
class AccountTable {

    /** An account and what its password must match. */
    record Credentials(Account account, String hash) {}

    private static final String COLUMNS = """
            name, display_name, kind, roles, department, window_code, password_hash, must_change_password, enabled, demo,
            version, created_at, created_by""";

    private final JdbcClient jdbc;
    private final String region;

    AccountTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    Optional<Credentials> find(String name) {
        return jdbc.sql("select " + COLUMNS + " from identity.account where region = :region and name = :name")
                .param("region", region)
                .param("name", name)
                .query((row, n) -> new Credentials(account(row), row.getString("password_hash")))
                .optional();
    }

    Optional<Account> made(String by, String idempotencyKey) {
        return jdbc.sql("select " + COLUMNS + """
                         from identity.account
                        where region = :region and created_by = :by and idempotency_key = :key
                        """)
                .param("region", region)
                .param("by", by)
                .param("key", idempotencyKey)
                .query((row, n) -> account(row))
                .optional();
    }

    /** By name; the text may stand anywhere in the sign-in name or the display name. */
    Slice<Account> search(String text, int size, @Nullable String after) {
        List<Account> read = jdbc.sql("select " + COLUMNS + """
                         from identity.account
                        where region = :region and name > :after
                        and (strpos(name, lower(:text)) > 0 or strpos(display_name, :text) > 0)
                        order by name limit :limit
                        """)
                .param("region", region)
                .param("text", text)
                .param("after", after == null ? "" : after)
                .param("limit", size + 1)
                .query((row, n) -> account(row))
                .list();
        return Slice.of(read, size, Account::name);
    }

    /** By sign-in name; without those that there are not. */
    Map<String, String> displayNames(Set<String> names) {
        return jdbc
                .sql("select name, display_name from identity.account where region = :region and name in (:names)")
                .param("region", region)
                .param("names", names)
                .query((row, n) -> Map.entry(row.getString("name"), row.getString("display_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Account> staffOf(String department) {
        return jdbc.sql("select " + COLUMNS + """
                         from identity.account
                        where region = :region and department = :department and kind = 'STAFF' and enabled
                        order by name
                        """)
                .param("region", region)
                .param("department", department)
                .query((row, n) -> account(row))
                .list();
    }

    boolean anyAdministrator() {
        return jdbc.sql("""
                        select exists (select from identity.account
                            where region = :region and enabled and not demo and 'ADMINISTRATOR' = any (roles))
                        """).param("region", region).query(Boolean.class).single();
    }

    /** The names of the demo accounts that are there. */
    Set<String> demoNames() {
        return Set.copyOf(jdbc.sql("select name from identity.account where region = :region and demo")
                .param("region", region)
                .query(String.class)
                .list());
    }

    /** @return whether it was made; false if the name is taken */
    boolean insert(Account account, String hash, @Nullable String idempotencyKey) {
        return jdbc.sql("""
                        insert into identity.account (region, name, display_name, kind, roles, department, window_code,
                            password_hash, must_change_password, demo, created_at, created_by, idempotency_key)
                        values (:region, :name, :displayName, :kind, :roles, :department, :window,
                            :hash, :mustChange, :demo, :at, :by, :key)
                        on conflict do nothing
                        """)
                        .params(details(account.details()))
                        .param("region", region)
                        .param("name", account.name())
                        .param("hash", hash)
                        .param("mustChange", account.mustChangePassword())
                        .param("demo", account.demo())
                        .param("at", account.createdAt().atOffset(ZoneOffset.UTC))
                        .param("by", account.createdBy())
                        .param("key", idempotencyKey)
                        .update()
                == 1;
    }

    void change(String name, AccountDetails details, int version) {
        int changed = jdbc.sql("""
                        update identity.account set display_name = :displayName, roles = :roles,
                            department = :department, window_code = :window, version = version + 1
                        where region = :region and name = :name and version = :version and kind = :kind
                        """)
                .params(details(details))
                .param("region", region)
                .param("name", name)
                .param("version", version)
                .update();
        mustHaveChanged(name, changed);
    }

    void enable(String name, boolean enabled, int version) {
        int changed = jdbc.sql("""
                        update identity.account set enabled = :enabled, version = version + 1
                        where region = :region and name = :name and version = :version
                        """)
                .param("enabled", enabled)
                .param("region", region)
                .param("name", name)
                .param("version", version)
                .update();
        mustHaveChanged(name, changed);
    }

    /** @param version of the account when its old password was checked; null if nobody checked one */
    void setPassword(String name, String hash, boolean mustChange, @Nullable Integer version) {
        int changed = jdbc.sql("""
                        update identity.account
                        set password_hash = :hash, must_change_password = :mustChange, version = version + 1
                        where region = :region and name = :name
                        and version = coalesce(cast(:version as integer), version)
                        """)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("region", region)
                .param("name", name)
                .param("version", version)
                .update();
        mustHaveChanged(name, changed);
    }

    /** Whoever is signed in with it isn't any more, on whichever instance. */
    void endSessions(String name) {
        jdbc.sql("delete from identity.session where principal_name = :name")
                .param("name", name)
                .update();
    }

    private static void mustHaveChanged(String name, int changed) {
        if (changed == 0) {
            throw new Problem.Conflict("账号 " + name + " 刚被别人改过，您的修改没有保存。请刷新后再改。");
        }
    }

    private static Map<String, @Nullable Object> details(AccountDetails details) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("displayName", details.displayName());
        params.put("kind", details.kind().name());
        params.put("roles", names(details.roles()));
        params.put("department", details.department());
        params.put("window", details.window());
        return params;
    }

    static String[] names(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    private static Account account(ResultSet row) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        AccountDetails details = new AccountDetails(
                row.getString("display_name"),
                AccountKind.valueOf(row.getString("kind")),
                roles,
                row.getString("department"),
                row.getString("window_code"));
        Instant created = row.getObject("created_at", OffsetDateTime.class).toInstant();
        return new Account(
                row.getString("name"),
                details,
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getBoolean("demo"),
                row.getInt("version"),
                created,
                row.getString("created_by"));
    }
}
