package city.onewindow.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * What was handed in online and no window has answered, though it should have: the window owes the next move.
 *
 * @param window code
 * @param windowName its code where it is closed
 * @param applied whether it was applied for (全程网办): the last day is the law's then, and not the centre's promise
 * @param until last day to answer
 * @param closed whether the catalog has no such window any more, so that nobody sees it in a list
 * @param takers open windows that take it in, to one of which it is handed over; empty unless its own is closed
 */
public record OwedOnline(
        String number,
        String title,
        String window,
        String windowName,
        boolean applied,
        LocalDate until,
        boolean closed,
        List<Taker> takers) {

    /** A window, by code and name. */
    public record Taker(String code, String name) {}

    public OwedOnline {
        takers = List.copyOf(takers);
    }
}
