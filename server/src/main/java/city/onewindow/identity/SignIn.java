package city.onewindow.identity;

import city.onewindow.audit.Audit;
import city.onewindow.identity.AccountTable.Credentials;
import city.onewindow.kernel.DayWords;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks a name and a password. Whoever can't get in learns nothing but that: a name that doesn't exist, one that is shut
 * out and a wrong password are answered alike, equally fast, and locked alike.
 */
@Component
class SignIn {

    private final AccountTable accounts;
    private final FailedSignIns failures;
    private final Passwords passwords;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final boolean demo;

    SignIn(
            AccountTable accounts,
            FailedSignIns failures,
            Passwords passwords,
            Audit audit,
            TransactionOperations transaction,
            Clock clock,
            @Value("${onewindow.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.failures = failures;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.demo = demo;
    }

    /**
     * Signs in.
     *
     * @throws BadCredentialsException for whatever reason; never which
     * @throws NameLocked if the name is locked, with until when
     * @throws CredentialsExpiredException if the password is right but must be changed in a page first
     */
    Account verify(String typedName, String password, Channel channel) {
        Account account = check(typedName, password, channel);
        if (channel == Channel.API && account.mustChangePassword()) {
            throw new CredentialsExpiredException("初始密码须先修改：请在网页登录并设置自己的密码，再调用接口。");
        }
        transaction.executeWithoutResult(status -> {
            failures.forget(account.name());
            audit.record(account.name(), "sign-in", account.name(), way(channel));
        });
        return account;
    }

    /** Checks a name and a password as signing in does, and counts a failure as it does. */
    Account check(String typedName, String password, Channel channel) {
        String name = Account.normal(typedName);
        refuseLocked(name);
        Optional<Credentials> known = accounts.find(name);
        Optional<Credentials> admitted = known.filter(k -> mayTry(k.account(), channel));
        // Always a full check, so that time tells nothing.
        boolean right =
                passwords.matches(password, admitted.map(Credentials::hash).orElse(null));
        if (!right) {
            throw fail(name, known.isPresent(), channel);
        }
        // Looked at again: guesses that ran beside the one that locked the name come too late, right or wrong.
        refuseLocked(name);
        return admitted.orElseThrow().account();
    }

    /** Whether an account that was verified a moment ago may still come in. */
    Optional<Account> stillHolds(String name, int version, Channel channel) {
        refuseLocked(name);
        return accounts.find(name)
                .map(Credentials::account)
                .filter(account -> account.version() == version && mayTry(account, channel));
    }

    private boolean mayTry(Account account, Channel channel) {
        boolean theirWay = channel == Channel.API || account.details().kind() == AccountKind.STAFF;
        return account.enabled() && theirWay && (demo || !account.demo());
    }

    private RuntimeException fail(String name, boolean known, Channel channel) {
        Instant now = clock.instant();
        String who = known ? name : "unknown";
        boolean locked = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean nowLocked = failures.count(name, now);
            audit.record(who, "sign-in.fail", who, way(channel));
            if (nowLocked) {
                audit.record(who, "sign-in.lock", who, way(channel));
            }
            return nowLocked;
        }));
        return locked
                ? locked(now.plus(FailedSignIns.LOCKED))
                : new BadCredentialsException(
                        "登录名或密码不正确。连续 " + NameLocked.AFTER + " 次不正确将锁定 " + NameLocked.MINUTES + " 分钟。");
    }

    private void refuseLocked(String name) {
        failures.lockedUntil(name, clock.instant()).ifPresent(until -> {
            throw locked(until);
        });
    }

    private NameLocked locked(Instant until) {
        // Rounded up: told 10:15, nobody should be refused at 10:15.
        return new NameLocked(DayWords.time(until.plusSeconds(59).atZone(clock.getZone())));
    }

    private static String way(Channel channel) {
        return channel == Channel.PAGE ? "page" : "api";
    }
}
