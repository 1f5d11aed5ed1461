package city.onewindow.approval.web;

import city.onewindow.frame.Due;
import city.onewindow.frame.Field;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Like matters about to be done together.
 *
 * @param submit what the button says
 * @param fields the opinion, or the number of each result
 * @param back the inbox as it was looked at
 */
public record TogetherView(
        String item,
        String act,
        String submit,
        List<Field> fields,
        List<Line> lines,
        String key,
        Map<String, String> back) {

    /**
     * @param key number~item, as the inbox names it
     * @param alone whether it is to be decided by itself, for it was proposed to be denied
     */
    public record Line(
            String key,
            String number,
            String href,
            String title,
            String applicant,
            String recommendation,
            boolean alone,
            @Nullable Due due) {}

    /** One that wasn't done, and why. */
    public record Refused(String number, String href, String why) {}
}
