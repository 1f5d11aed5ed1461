package city.onewindow.connection;

import org.jspecify.annotations.Nullable;

/**
 * An address that was just named or changed.
 *
 * @param secret shown this once; null if it is the one that was shown before, or there is a public key instead
 */
public record NamedEndpoint(Endpoint endpoint, @Nullable String secret) {}
