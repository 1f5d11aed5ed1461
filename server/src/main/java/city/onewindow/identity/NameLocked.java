package city.onewindow.identity;

import org.springframework.security.authentication.LockedException;

/** Nobody can sign in under this name for a while, for too many tried. The message is Chinese; pages have their own words. */
public final class NameLocked extends LockedException {

    /** How many wrong passwords in a row lock a name. */
    public static final int AFTER = FailedSignIns.ALLOWED;

    /** For how many minutes. */
    public static final long MINUTES = FailedSignIns.LOCKED.toMinutes();

    private final String until;

    NameLocked(String until) {
        super("连续 " + AFTER + " 次登录失败，该登录名已锁定。请在 " + until + " 之后再试，或请系统管理员重置密码。");
        this.until = until;
    }

    /** The time of day from which on it can be tried again, as 10:15. */
    public String until() {
        return until;
    }
}
