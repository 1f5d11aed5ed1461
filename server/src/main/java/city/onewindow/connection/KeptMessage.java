package city.onewindow.connection;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A message as it was kept, without what it says.
 *
 * @param messageId chosen by the sender
 * @param account of the system that sent it
 * @param at when it happened there
 * @param follows id of the message that must be applied first; null if none
 * @param reason what it waits for, or why it was refused; empty if it was applied
 * @param settledAt null while it waits
 */
public record KeptMessage(
        String messageId,
        String account,
        String number,
        String item,
        MessageKind kind,
        OffsetDateTime at,
        @Nullable String follows,
        LocalDateTime receivedAt,
        MessageState state,
        String reason,
        @Nullable LocalDateTime settledAt) {}
