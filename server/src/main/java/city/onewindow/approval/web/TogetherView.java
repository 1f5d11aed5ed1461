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
     * @param asks id of the field that is filled in for it; null if none is
     * @param alone whether it is to be decided by itself, for it was proposed to be denied
     */
    public record Line(
            String key,
            String number,
            String href,
            String title,
            String applicant,
            String recommendation,
            @Nullable String asks,
            boolean alone,
            @Nullable Due due) {}

    /**
     * What became of one.
     *
     * @param applicant empty where it is another department's meanwhile
     * @param why it wasn't done; empty if it was
     */
    public record Result(String number, String href, String applicant, String why) {

        public boolean left() {
            return !why.isEmpty();
        }
    }
}
