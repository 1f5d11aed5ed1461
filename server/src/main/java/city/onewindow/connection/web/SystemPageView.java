package city.onewindow.connection.web;

import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department's page.
 *
 * @param facts of its endpoint; empty if it has none
 * @param fields of the endpoint's form
 * @param moreDead whether more was given up than is shown
 */
public record SystemPageView(
        String department,
        String name,
        List<Fact> facts,
        List<Field> fields,
        List<Undelivered> dead,
        @Nullable String moreDead,
        List<Unapplied> unapplied,
        @Nullable String moreUnapplied,
        List<Place> items) {

    /** An event that was given up. */
    public record Undelivered(
            long id, String number, String item, String what, String happened, int attempts, String answer) {}

    /** A message that waits or was refused. */
    public record Unapplied(
            String id, String number, String item, String what, String received, String state, String reason) {}

    /** Where an item is worked. */
    public record Place(String code, String name, boolean there) {}
}
