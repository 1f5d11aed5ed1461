package city.onewindow.approval;

import city.onewindow.calendar.Remaining;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list, with where each of its matters stands.
 *
 * @param remaining of the promised time of the whole errand; what was left, or too much, when the last of it was made, once all is; null once closed
 */
public record CaseRow(
        CaseFile file, List<Matter> matters, @Nullable Remaining remaining) {

    public CaseRow {
        matters = List.copyOf(matters);
    }

    /** When the last of it came to the issuing window, or ended without a result, if the case has not ended and nothing is left for departments to do; else empty. */
    public Optional<LocalDateTime> made() {
        boolean waits = !file.isClosed()
                && matters.stream().allMatch(matter -> matter.step().isMade());
        return waits
                ? matters.stream()
                        .map(matter -> matter.readyAt() == null ? matter.endedAt() : matter.readyAt())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }
}
