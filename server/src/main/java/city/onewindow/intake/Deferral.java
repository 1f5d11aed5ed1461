package city.onewindow.intake;

import city.onewindow.calendar.Deadlines;
import city.onewindow.catalog.Schedule;
import city.onewindow.kernel.DayWords;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A material still to be handed in after acceptance.
 *
 * @param items names of the items that need it
 */
public record Deferral(String key, String material, Set<String> items, LocalDate until) {

    /** How long a deferred material may take, unless the promised day comes first. */
    private static final int WORKING_DAYS = 5;

    public Deferral {
        items = Set.copyOf(items);
    }

    /** Those that an item with a result to come still needs: what was needed for a denied one alone, nobody owes any more. */
    public static List<Deferral> owed(List<Deferral> deferrals, Set<String> toCome) {
        return deferrals.stream()
                .filter(deferral -> deferral.items().stream().anyMatch(toCome::contains))
                .toList();
    }

    /** Whether its last day has passed. */
    public boolean isOverdue(LocalDate today) {
        return today.isAfter(until);
    }

    /** All of them in one breath, for a message or a document. */
    public static String words(List<Deferral> deferrals) {
        return deferrals.stream()
                .map(deferral -> "「" + deferral.material() + "」（应于" + DayWords.of(deferral.until()) + "前补交）")
                .collect(Collectors.joining("、"));
    }

    /**
     * For what is demanded anew: whoever is told today has as long as at an acceptance, though the case's own last day be nearer, or past
     * because a ruling was long on its way.
     */
    static LocalDate again(Deadlines deadlines, LocalDate today, LocalDate due) {
        LocalDate full = deadlines.workingDays().plus(today, WORKING_DAYS);
        return due.isBefore(full) ? full : due;
    }

    /** At least the next working day; before the promised day if that leaves one. */
    static LocalDate until(Deadlines deadlines, LocalDate today, Schedule schedule) {
        LocalDate latest = deadlines.workingDays().plus(today, WORKING_DAYS);
        LocalDate earliest = deadlines.workingDays().plus(today, 1);
        LocalDate promised = schedule.promised().due().toLocalDate().minusDays(1);
        LocalDate until = promised.isBefore(latest) ? promised : latest;
        while (!deadlines.workingDays().isWorking(until)) {
            until = until.minusDays(1);
        }
        return until.isBefore(earliest) ? earliest : until;
    }
}
