package city.onewindow.identity;

import java.time.Instant;
import java.util.Locale;

/**
 * An account as it stands.
 *
 * @param name what its owner signs in with: lower case
 * @param enabled false shuts its owner out at once
 * @param mustChangePassword its password was given by somebody else and opens nothing but the page to change it
 * @param demo it shares the published demo password
 * @param version counts changes; hand it back to change what you have seen and nothing newer
 */
public record Account(
        String name,
        AccountDetails details,
        boolean enabled,
        boolean mustChangePassword,
        boolean demo,
        int version,
        Instant createdAt,
        String createdBy) {

    /** A sign-in name as accounts keep it, whatever was typed. */
    static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Its owner, as whoever acts. */
    public Actor actor() {
        return new Actor(
                name, details.displayName(), details.roles(), details.department(), details.window(), details.kind());
    }
}
