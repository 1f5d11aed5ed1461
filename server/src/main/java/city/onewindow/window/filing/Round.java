package city.onewindow.window.filing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A round in which the centre gathers the annexes (收集批次).
 *
 * @param due the last day to file without being late
 * @param distributedAt when the merged workbook was given to the departments, which ends the round; null before
 */
public record Round(
        long id,
        String name,
        LocalDate due,
        String openedBy,
        Instant openedAt,
        @Nullable String distributedBy,
        @Nullable Instant distributedAt) {

    public boolean isOpen() {
        return distributedAt == null;
    }
}
