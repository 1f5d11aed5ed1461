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

/**
 * When a whole case is due: as foreseen at acceptance, each matter taking its whole time after those that it waits for, with
 * the days that special procedures took and the days by which limits were extended.
 */
record CaseClock(LocalDateTime promisedDue, LocalDateTime statutoryDue) {

    /** @param matters all of the case, in the order of {@code seq} */
    static CaseClock of(
            Addressed to, List<Matter> matters, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {
        LocalDateTime lawful = last(to.acceptedAt(), matters, Matter::lawful, procedures, deadlines);
        return new CaseClock(
                last(to.acceptedAt(), matters, Matter::promised, procedures, deadlines),
                joint(to, procedures, deadlines).filter(lawful::isAfter).orElse(lawful));
    }

    /** Within which all licences are done (行政许可法 第四十二条第二款); days of special procedures don't count here either. */
    private static Optional<LocalDateTime> joint(
            Addressed to, Map<String, List<SpecialProcedure>> procedures, Deadlines deadlines) {
        Integer days = to.jointDays();
        return days == null
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

    private static LocalDateTime last(
            LocalDateTime acceptedAt,
            List<Matter> matters,
            Function<Matter, TimeLimit> limit,
            Map<String, List<SpecialProcedure>> procedures,
            Deadlines deadlines) {
        Map<String, LocalDateTime> ends = new HashMap<>();
        for (Matter matter : matters) {
            LocalDateTime start = matter.after().stream()
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
        return ends.values().stream().max(Comparator.naturalOrder()).orElse(acceptedAt);
    }

    private static List<Suspension> suspensions(Matter matter, Map<String, List<SpecialProcedure>> procedures) {
        return SpecialProcedure.suspensions(procedures.getOrDefault(matter.item(), List.of()));
    }
}
