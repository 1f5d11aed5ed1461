package city.onewindow.approval;

import city.onewindow.calendar.TimeLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it was accepted, without anything that an act changes: not even whose it is.
 *
 * @param promised without an extension; so {@code statutory}
 * @see Matter for the rest
 */
record AcceptedMatter(
        String item,
        String itemName,
        int seq,
        String legalBasis,
        String result,
        boolean numberedByDepartment,
        List<String> after,
        TimeLimit promised,
        @Nullable TimeLimit statutory) {

    AcceptedMatter {
        after = List.copyOf(after);
    }

    /** What the law allows; where no law sets a limit, the promise stands for it. */
    TimeLimit lawful() {
        return statutory == null ? promised : statutory;
    }
}
