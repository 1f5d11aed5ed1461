package city.onewindow.approval;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a matter, for those who pass it on. It names no person.
 *
 * @param department code of the department that is told: the one that decides, of a transfer the other one, too
 * @param title of the case
 * @param outcome with what follows, as the matter stands now
 * @param promisedDue null while it waits
 */
public record Happening(
        HistoryEntry entry,
        String department,
        String title,
        String itemName,
        @Nullable Outcome outcome,
        @Nullable LocalDateTime promisedDue,
        @Nullable LocalDateTime statutoryDue,
        @Nullable String certificateNumber) {}
