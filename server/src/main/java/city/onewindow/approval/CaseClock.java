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
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When a whole case is due: as foreseen at acceptance, each matter taking its whole time after those that it waits for, with
 * the days that special procedures took and the days by which limits were extended.
 *
 * @param licencesDue when its licences are due by law: the joint limit is theirs alone (行政许可法 第四十二条第二款)
 */
record CaseClock(LocalDateTime promisedDue, LocalDateTime statutoryDue, LocalDateTime licencesDue) {

    /** @param matters all of the case, in the order of {@code seq} */
    static CaseClock of(
            Addressed to, List<Matter> matters, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {
        LocalDateTime start = to.acceptedAt();
        Map<String, LocalDateTime> lawful = ends(start, matters, Matter::lawful, procedures, deadlines);
        LocalDateTime licences = last(start, matters.stream().filter(Matter::licence), lawful);
        LocalDateTime others = last(start, matters.stream().filter(matter -> !matter.licence()), lawful);
        LocalDateTime capped = joint(to, matters, procedures, deadlines)
                .filter(licences::isAfter)
                .orElse(licences);
        return new CaseClock(
                last(start, matters.stream(), ends(start, matters, Matter::promised, procedures, deadlines)),
                capped.isAfter(others) ? capped : others,
                capped);
    }

    private static LocalDateTime last(LocalDateTime start, Stream<Matter> matters, Map<String, LocalDateTime> ends) {
        return matters.map(matter -> ends.getOrDefault(matter.item(), start))
                .max(Comparator.naturalOrder())
                .orElse(start);
    }

    /** Within which all licences are done (行政许可法 第四十二条第二款); days of special procedures don't count here either. */
    private static Optional<LocalDateTime> joint(
            Addressed to, List<Matter> matters, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {
        Integer days = to.jointDays();
        // What is decided anew after a ruling has a time of its own, long after that of all together.
        return days == null || matters.stream().anyMatch(matter -> matter.anew() != null)
                ? Optional.empty()
                : Optional.of(deadlines
                        .of(
                                to.acceptedAt(),
                                TimeLimit.workingDays(days.toString()),
                                procedures.values().stream()
                                        .flatMap(each -> SpecialProcedure.suspensions(each).stream())
                                        .toList())
                        .due());
    }

    /** By item. */
    private static Map<String, LocalDateTime> ends(
            LocalDateTime acceptedAt,
            List<Matter> matters,
            Function<Matter, TimeLimit> limit,
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
            ends.put(
                    matter.item(),
                    deadlines
                            .of(start, limit.apply(matter), suspensions(matter, procedures))
                            .due());
        }
        return ends;
    }

    private static List<Suspension> suspensions(Matter matter, Map<String, List<SpecialProcedure>> procedures) {
        return SpecialProcedure.suspensions(procedures.getOrDefault(matter.item(), List.of()));
    }
}
