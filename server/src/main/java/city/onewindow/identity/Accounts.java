package city.onewindow.identity;

import city.onewindow.audit.Audit;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts' door: what an administrator does with them. Whatever changes an account ends its sessions. */
@Service
public class Accounts {

    /** The account that the first start makes where there is nobody to make one. */
    static final String FIRST = "administrator";

    /** {@code new} is the page on which accounts are made. */
    private static final Pattern NAME = Pattern.compile("(?!new$)[a-z][a-z0-9-]{1,39}");

    private final AccountTable accounts;
    private final PasswordResets resets;
    private final FailedSignIns failures;
    private final Passwords passwords;
    private final Workplaces workplaces;
    private final Audit audit;
    private final Clock clock;

    Accounts(
            AccountTable accounts,
            PasswordResets resets,
            FailedSignIns failures,
            Passwords passwords,
            Workplaces workplaces,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.resets = resets;
        this.failures = failures;
        this.passwords = passwords;
        this.workplaces = workplaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem.NotFound if there is no such account */
    @Transactional(readOnly = true)
    public Account get(String name) {
        return find(name).orElseThrow(() -> new Problem.NotFound("没有登录名为“" + name + "”的账号。"));
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String name) {
        return accounts.find(name).map(AccountTable.Credentials::account);
    }

    /** How pages call the owner of an account; the sign-in name itself if there is no such account. */
    @Transactional(readOnly = true)
    public String displayName(String name) {
        return find(name).map(known -> known.details().displayName()).orElse(name);
    }

    /** The people of a department whose accounts are in use, by sign-in name. */
    @Transactional(readOnly = true)
    public List<Account> staffOf(String department) {
        return accounts.staffOf(department);
    }

    /**
     * By sign-in name.
     *
     * @param text part of the sign-in name or of the display name; empty finds all
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<Account> search(String text, int size, @Nullable String after) {
        return accounts.search(text.strip(), size, after);
    }

    /** Makes an account with a temporary password; the same key makes it once. */
    @Transactional
    public NewAccount create(String name, AccountDetails details, IdempotencyKey key, Actor by) {
        by.must(Role.ADMINISTRATOR);
        Optional<Account> before = accounts.made(by.account(), key.value());
        if (before.isPresent()) {
            return repeated(before.get(), name);
        }
        check(name, details);
        String password = passwords.temporary();
        Account account = fresh(name, details, by.account());
        if (!accounts.insert(account, passwords.hash(password), key.value())) {
            return accounts.made(by.account(), key.value())
                    .map(made -> repeated(made, name))
                    .orElseThrow(() -> new Problem.InvalidInput("/name", "登录名“" + name + "”已被使用，请换一个。"));
        }
        audit.record(by.account(), "account.create", name, described(details));
        return new NewAccount(account, password);
    }

    /** @param version of the account as the administrator saw it */
    @Transactional
    public Account change(String name, AccountDetails details, int version, Actor by) {
        by.must(Role.ADMINISTRATOR);
        Account old = get(name);
        List<Fault> faults = faults(details);
        if (details.kind() != old.details().kind()) {
            faults.add(new Fault("/kind", "账号类型不能更改，请另建账号。"));
        }
        if (by.account().equals(name) && !details.roles().equals(old.details().roles())) {
            faults.add(new Fault("/roles", "不能更改自己账号的角色，请由另一位系统管理员办理。"));
        }
        Problem.InvalidInput.refuse(faults);
        accounts.change(name, details, version);
        accounts.endSessions(name);
        audit.record(by.account(), "account.change", name, described(old.details()) + " -> " + described(details));
        return get(name);
    }

    /** Shuts its owner out at once, or lets them in again. */
    @Transactional
    public Account enable(String name, boolean enabled, int version, Actor by) {
        by.must(Role.ADMINISTRATOR);
        get(name);
        if (by.account().equals(name)) {
            throw new Problem.NotAllowed("不能停用自己的账号，请由另一位系统管理员办理。");
        }
        accounts.enable(name, enabled, version);
        accounts.endSessions(name);
        audit.record(by.account(), enabled ? "account.enable" : "account.disable", name, "");
        return get(name);
    }

    /** Gives it a temporary password and lifts a lock; the same key does it once. */
    @Transactional
    public PasswordReset resetPassword(String name, IdempotencyKey key, Actor by) {
        by.must(Role.ADMINISTRATOR);
        Account account = get(name);
        if (by.account().equals(name)) {
            throw new Problem.NotAllowed("请在“修改密码”页面修改自己的密码。");
        }
        if (!resets.begin(by.account(), key, name)) {
            return new PasswordReset(name, null);
        }
        String password = passwords.temporary();
        accounts.setPassword(name, passwords.hash(password), isPersons(account.details()), null);
        accounts.endSessions(name);
        failures.forget(name);
        audit.record(by.account(), "account.reset-password", name, "");
        return new PasswordReset(name, password);
    }

    /**
     * Where no administrator is, makes the first one; there is no other way to begin on a database of one's own.
     *
     * @return its temporary password, this once; empty if there is an administrator
     */
    @Transactional
    public Optional<TemporaryPassword> bootstrapAdministrator() {
        if (accounts.anyAdministrator()) {
            return Optional.empty();
        }
        String password = passwords.temporary();
        AccountDetails details =
                new AccountDetails("系统管理员", AccountKind.STAFF, Set.of(Role.ADMINISTRATOR), Workplaces.CENTRE, null);
        // Of two instances that start together one makes it and the other learns nothing.
        if (!accounts.insert(fresh(FIRST, details, "system"), passwords.hash(password), null)) {
            return Optional.empty();
        }
        audit.record("system", "account.create", FIRST, described(details));
        return Optional.of(new TemporaryPassword(FIRST, password));
    }

    private Account fresh(String name, AccountDetails details, String by) {
        return new Account(name, details, true, isPersons(details), false, 1, clock.instant(), by);
    }

    /** A system can't open the page on which passwords are changed. */
    private static boolean isPersons(AccountDetails details) {
        return details.kind() == AccountKind.STAFF;
    }

    private static NewAccount repeated(Account made, String name) {
        if (!made.name().equals(name)) {
            throw IdempotencyKey.used("新建账号 " + made.name());
        }
        return new NewAccount(made, null);
    }

    private void check(String name, AccountDetails details) {
        List<Fault> faults = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            faults.add(new Fault("/name", "登录名应为 2 至 40 个小写英文字母、数字或连字符，以字母开头，现为“" + name + "”。"));
        }
        faults.addAll(faults(details));
        Problem.InvalidInput.refuse(faults);
    }

    private List<Fault> faults(AccountDetails details) {
        List<Fault> faults = new ArrayList<>(details.faults());
        faults.addAll(workplaces.faults(details));
        return faults;
    }

    /** For the audit log: what an account may do and where, without its owner's name. */
    private static String described(AccountDetails details) {
        String window = details.window() == null ? "" : " " + details.window();
        return String.join(",", AccountTable.names(details.roles())) + " @ " + details.department() + window;
    }
}
