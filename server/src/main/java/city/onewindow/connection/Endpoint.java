package city.onewindow.connection;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where a department's own system is told what happens.
 *
 * @param department code
 * @param publicKey X.509 in base64; null where both sides use one secret
 * @param namedBy account
 */
public record Endpoint(
        String department,
        String url,
        Signing signing,
        @Nullable String publicKey,
        LocalDateTime namedAt,
        String namedBy) {}
