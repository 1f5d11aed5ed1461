package city.onewindow.approval;

import city.onewindow.calendar.Remaining;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list, with where each of its matters stands.
 *
 * @param remaining of the promised time of the whole errand; null once closed
 */
public record CaseRow(
        CaseFile file, List<Matter> matters, @Nullable Remaining remaining) {

    public CaseRow {
        matters = List.copyOf(matters);
    }
}
