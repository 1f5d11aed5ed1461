package city.onewindow.approval.web;

import city.onewindow.frame.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of a day go to a department together.
 *
 * @param day on which they were accepted
 * @param departments of that day
 * @param department code of the chosen one; empty if the day has none
 * @param handed how many cases of this page have nothing at the window for it
 * @param key made with the page, so that a form sent twice hands over once
 */
public record BundleChoiceView(
        String day,
        List<Tab> departments,
        String department,
        String name,
        List<Row> rows,
        int handed,
        boolean first,
        @Nullable String next,
        String key) {

    /** @param paper what would go, with form and count */
    public record Row(String number, String title, String applicant, String paper) {}
}
