package city.onewindow.intake;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was handed in online and no window has answered, though it should have; and whatever lies at a window that is closed.
 *
 * @param window code
 * @param windowName its code where it is closed
 * @param status where it stands; at an open window it waits there
 * @param applied whether it was applied for (全程网办): the last day is the law's then, and not the centre's promise
 * @param until last day to answer; null where no window owes an answer to what was handed in online
 * @param closed whether the catalog has no such window any more, so that nobody sees it in a list
 * @param takers open windows that take it in, to one of which it is handed over; empty unless its own is closed
 */
public record OwedOnline(
        String number,
        String title,
        String window,
        String windowName,
        ApplicationStatus status,
        boolean applied,
        @Nullable LocalDate until,
        boolean closed,
        List<Taker> takers) {

    /** A window, by code and name. */
    public record Taker(String code, String name) {}

    public OwedOnline {
        takers = List.copyOf(takers);
    }
}
