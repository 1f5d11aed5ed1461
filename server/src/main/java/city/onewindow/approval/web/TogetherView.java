package city.onewindow.approval.web;

import city.onewindow.frame.Due;
import city.onewindow.frame.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Like matters about to be done together.
 *
 * @param submit what the button says
 * @param fields the opinion, or the number of each result
 */
public record TogetherView(String item, String act, String submit, List<Field> fields, List<Line> lines, String key) {

    /** @param key number~item, as the inbox names it */
    public record Line(
            String key,
            String number,
            String href,
            String title,
            String applicant,
            String recommendation,
            @Nullable Due due) {}

    /** One that wasn't done, and why. */
    public record Refused(String number, String href, String why) {}
}
