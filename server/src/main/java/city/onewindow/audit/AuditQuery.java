package city.onewindow.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an auditor looks for; null asks for nothing.
 *
 * @param who the account, exactly
 * @param act how the act's name begins: {@code application} finds {@code application.accept} too
 * @param object the thing it was done to, exactly
 * @param from not before this moment
 * @param until before this moment
 */
public record AuditQuery(
        @Nullable String who,
        @Nullable String act,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditQuery EVERYTHING = new AuditQuery(null, null, null, null, null);
}
