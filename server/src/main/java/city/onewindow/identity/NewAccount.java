package city.onewindow.identity;

import org.jspecify.annotations.Nullable;

/**
 * An account that was just made.
 *
 * @param temporaryPassword shown this once; null if the same request had made the account before
 */
public record NewAccount(Account account, @Nullable String temporaryPassword) {}
