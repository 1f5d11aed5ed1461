package city.onewindow.identity;

import org.jspecify.annotations.Nullable;

/**
 * What resetting a password gave.
 *
 * @param password temporary, shown this once; null if the same request had reset it before
 */
public record PasswordReset(String account, @Nullable String password) {

    /** Never spelt out in a log. */
    @Override
    public String toString() {
        return "PasswordReset[account=" + account + "]";
    }
}
