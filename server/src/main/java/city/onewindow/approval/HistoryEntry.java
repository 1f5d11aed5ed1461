package city.onewindow.approval;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One act on a matter as it was written down; rows are only ever added.
 *
 * @param item code
 * @param who account, or "system" for what followed from another act
 * @param from null for what happened when the case was made
 * @param opinion what the person said; empty if nothing
 * @param ground law and article that the person named; empty if none
 * @param document number of the official document that the act gave; null if none
 */
public record HistoryEntry(
        String number,
        String item,
        LocalDateTime at,
        String who,
        String whoName,
        Act act,
        @Nullable Step from,
        Step to,
        String opinion,
        String ground,
        @Nullable String document) {

    static final String SYSTEM = "system";
    static final String SYSTEM_NAME = "系统";

    /** The last of such acts on a matter. */
    static Optional<HistoryEntry> last(Act act, String item, List<HistoryEntry> history) {
        return history.stream()
                .filter(entry -> entry.item().equals(item) && entry.act() == act)
                .reduce((earlier, later) -> later);
    }
}
