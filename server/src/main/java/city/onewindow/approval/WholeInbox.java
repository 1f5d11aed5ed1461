package city.onewindow.approval;

import city.onewindow.kernel.Slice;
import java.util.Map;

/**
 * A page of an inbox with its figures; they count no further than {@link Inbox#COUNTED}.
 *
 * @param counts how many matters lie at each step that the reader may act at, his own place or another's; empty for who is only asked
 * @param extensionsAsked how many wait for the head of the department to extend their limits or not
 */
public record WholeInbox(Slice<InboxRow> rows, Map<Step, Long> counts, long extensionsAsked) {

    public WholeInbox {
        counts = Map.copyOf(counts);
    }
}
