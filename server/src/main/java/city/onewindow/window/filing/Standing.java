package city.onewindow.window.filing;

import city.onewindow.window.Annex;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table that the plan asks for stands in a round.
 *
 * @param filing the one that counts; null if none was filed
 * @param reminders how often the centre asked for it
 * @param remindedAt when it last did
 */
public record Standing(
        Target target,
        @Nullable Filing filing,
        int reminders,
        @Nullable Instant remindedAt) {

    /** Whether it has yet to come, or to come again. */
    public boolean isOwed() {
        return filing == null || filing.status() == FilingStatus.RETURNED;
    }

    /** Those of one annex that are owed. */
    public static List<Standing> owed(List<Standing> all, Annex annex) {
        return all.stream()
                .filter(standing -> standing.target().annex() == annex && standing.isOwed())
                .toList();
    }

    /** Whether it came after the due day, or that has passed without it. */
    public boolean isLate(Round round, LocalDate today, ZoneId zone) {
        Instant filed = filing == null || isOwed() ? null : filing.filedAt();
        LocalDate day = filed == null ? today : LocalDate.ofInstant(filed, zone);
        return day.isAfter(round.due());
    }
}
