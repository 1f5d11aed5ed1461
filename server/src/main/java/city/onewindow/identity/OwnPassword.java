package city.onewindow.identity;

import city.onewindow.audit.Audit;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** One's own password: the only change that somebody makes to their own account. */
@Service
public class OwnPassword {

    private final SignIn signIn;
    private final AccountTable accounts;
    private final Passwords passwords;
    private final Audit audit;
    private final TransactionOperations transaction;

    OwnPassword(
            SignIn signIn, AccountTable accounts, Passwords passwords, Audit audit, TransactionOperations transaction) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Changes it and ends every session of the account, this one included. A wrong old password counts as a failed
     * sign-in, so that an unattended desk is no place to guess at.
     *
     * @throws Problem.InvalidInput if the old one is wrong or the new one too weak
     */
    public void change(Actor actor, String oldPassword, String newPassword) {
        List<Fault> faults = new ArrayList<>(passwords.faults(newPassword, actor.account()));
        if (newPassword.equals(oldPassword)) {
            faults.add(new Fault("/newPassword", "新密码不能与原密码相同。"));
        }
        Problem.InvalidInput.refuse(faults);
        Account account = checked(actor, oldPassword);
        if (account.demo()) {
            throw new Problem.NotAllowed("演示账号的密码是公开的，供大家体验，不能修改。");
        }
        String hash = passwords.hash(newPassword);
        transaction.executeWithoutResult(status -> {
            accounts.setPassword(account.name(), hash, false, account.version());
            accounts.endSessions(account.name());
            audit.record(account.name(), "account.change-password", account.name(), "");
        });
    }

    private Account checked(Actor actor, String oldPassword) {
        try {
            return signIn.check(actor.account(), oldPassword, Channel.API);
        } catch (BadCredentialsException wrong) {
            throw new Problem.InvalidInput("/oldPassword", "原密码不正确，请重新输入。");
        } catch (LockedException locked) {
            throw new Problem.InvalidInput("/oldPassword", String.valueOf(locked.getMessage()));
        }
    }
}
