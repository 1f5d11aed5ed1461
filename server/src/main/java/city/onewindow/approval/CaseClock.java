package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.Suspension;
import city.onewindow.calendar.TimeLimit;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When a whole case is due: as foreseen at acceptance, each matter taking its whole time after those that it waits for, with
 * the days that special procedures took and the days by which limits were extended.
 *
 * @param licencesDue when those of its licences are due by law that have a joint limit: it is theirs alone (行政许可法 第四十二条第二款)
 */
record CaseClock(LocalDateTime promisedDue, LocalDateTime statutoryDue, LocalDateTime licencesDue) {

    /** @param matters all of the case, in the order of {@code seq} */
    static CaseClock of(
            Addressed to, List<Matter> matters, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {
        LocalDateTime start = to.acceptedAt();
        LocalDateTime joint = joint(to, matters, procedures, deadlines).orElse(LocalDateTime.MAX);
        List<Matter> together = together(matters);
        Map<String, LocalDateTime> lawful = ends(
                start,
                matters,
                Matter::lawful,
                (matter, end) -> together.contains(matter) && end.isAfter(joint) ? joint : end,
                procedures,
                deadlines);
        return new CaseClock(
                last(
                        start,
                        matters.stream(),
                        ends(start, matters, Matter::promised, (matter, end) -> end, procedures, deadlines)),
                last(start, matters.stream(), lawful),
                last(start, together.stream(), lawful));
    }

    private static LocalDateTime last(LocalDateTime start, Stream<Matter> matters, Map<String, LocalDateTime> ends) {
        return matters.map(matter -> ends.getOrDefault(matter.item(), start))
                .max(Comparator.naturalOrder())
                .orElse(start);
    }

    /**
     * Within which all licences are done (行政许可法 第四十二条第二款); days of special procedures don't count here either.
     *
     * @return empty if the case has no such limit, or no longer
     */
    static Optional<LocalDateTime> joint(
            Addressed to, List<Matter> matters, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {
        Integer days = to.jointDays();
        return days == null || together(matters).isEmpty()
                ? Optional.empty()
                : Optional.of(deadlines
                        .of(to.acceptedAt(), TimeLimit.workingDays(days.toString()), ofLicences(matters, procedures))
                        .due());
    }

    /**
     * The licences that the joint limit binds: all but those that a ruling gave a time of their own, and what opens after such a one.
     * That others are decided anew makes nobody else's time longer.
     *
     * @param matters all of the case, in the order of {@code seq}
     */
    static List<Matter> together(List<Matter> matters) {
        Map<String, Matter> apart = new HashMap<>();
        for (Matter matter : matters) {
            boolean follows = matter.after().stream()
                    .map(apart::get)
                    .filter(Objects::nonNull)
                    .anyMatch(first -> opensAfter(matter, first));
            if (matter.anew() != null || follows) {
                apart.put(matter.item(), matter);
            }
        }
        return matters.stream()
                .filter(matter -> matter.licence() && !apart.containsKey(matter.item()))
                .toList();
    }

    /** Not what had opened before the other began anew. */
    private static boolean opensAfter(Matter matter, Matter first) {
        Matter.Clock own = matter.clock();
        Matter.Clock before = first.clock();
        return own == null || before != null && !own.openedAt().isBefore(before.openedAt());
    }

    /**
     * By item.
     *
     * @param within when it ends at the latest, of when it would; what waits for it counts from there
     */
    private static Map<String, LocalDateTime> ends(
            LocalDateTime acceptedAt,
            List<Matter> matters,
            Function<Matter, TimeLimit> limit,
            BiFunction<Matter, LocalDateTime, LocalDateTime> within,
            Map<String, List<SpecialProcedure>> procedures,
            Deadlines deadlines) {
        Map<String, LocalDateTime> ends = new HashMap<>();
        for (Matter matter : matters) {
            LocalDateTime start = matter.isLimitedAnew()
                    ? matter.running().openedAt()
                    : matter.after().stream()
                            .map(ends::get)
                            .filter(Objects::nonNull)
                            .max(Comparator.naturalOrder())
                            .orElse(acceptedAt);
            LocalDateTime end = deadlines
                    .of(start, limit.apply(matter), suspensions(matter, procedures))
                    .due();
            ends.put(matter.item(), within.apply(matter, end));
        }
        return ends;
    }

    /**
     * What the joint limit doesn't count: the procedures on which licences wait (行政许可法 第四十五条), not those of other matters; of one
     * that was begun anew, what stood still before.
     */
    static List<Suspension> ofLicences(List<Matter> matters, Map<String, List<SpecialProcedure>> procedures) {
        List<Matter> together = together(matters);
        return matters.stream()
                .filter(Matter::licence)
                .flatMap(licence -> together.contains(licence)
                        ? suspensions(licence, procedures).stream()
                        : SpecialProcedure.before(procedures.getOrDefault(licence.item(), List.of())).stream())
                .toList();
    }

    private static List<Suspension> suspensions(Matter matter, Map<String, List<SpecialProcedure>> procedures) {
        return SpecialProcedure.suspensions(procedures.getOrDefault(matter.item(), List.of()));
    }
}
