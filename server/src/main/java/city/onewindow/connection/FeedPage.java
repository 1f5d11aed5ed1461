package city.onewindow.connection;

import java.util.List;

/**
 * What a system reads at once.
 *
 * @param cursor handed in again to read on; where nothing is new, the one handed in
 * @param more whether there is more to read at once
 */
public record FeedPage(List<Event> events, String cursor, boolean more) {

    public FeedPage {
        events = List.copyOf(events);
    }
}
