package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a matter is after a ruling (复议、诉讼结果) that doesn't leave its decision as it is.
 *
 * @param whole with the matter as it stood
 * @param accepted by item, as the case was accepted
 * @param to where the matter stands then
 * @param at when the ruling is written down
 */
record RuledMatter(
        Whole whole,
        Aftermath others,
        AskedRuling asked,
        Map<String, AcceptedMatter> accepted,
        Step to,
        LocalDateTime at,
        Deadlines deadlines) {

    /**
     * @param decidedBy who decided what was set aside; null if nobody of the department did
     * @param procedures of the whole case, by item
     */
    RulingMoves.Afterwards afterwards(@Nullable String decidedBy, Map<String, List<SpecialProcedure>> procedures) {
        Matter matter = whole.matter();
        Ruling.Kind kind = asked.mustKind();
        TimeLimit limit = limit();
        Matter.Clock running = limit == null ? null : clock(limit);
        DeliveryClock delivery = running != null && kind.outcome().isPresent()
                ? DeliveryClock.from(running.openedAt(), deadlines)
                : null;
        boolean repeats =
                kind == Ruling.Kind.DECIDE_ANEW && !asked.isProcedural() && matter.outcome() != Outcome.WITHDRAWN;
        Outcome setAside = repeats ? matter.outcome() : null;
        String decider = kind == Ruling.Kind.DECIDE_ANEW ? decidedBy : null;
        int round = matter.anew() == null ? 1 : matter.anew().round() + 1;
        Matter.Anew anew = new Matter.Anew(round, running != null, isDecided(running), decider, setAside);
        return new RulingMoves.Afterwards(
                kind.outcome().orElse(null),
                anew.byRuling(),
                limit,
                running,
                running == null || delivery != null
                        ? null
                        : deadlines.yellowFrom(running.openedAt(), running.promisedDue(), List.of()),
                delivery,
                decider,
                setAside,
                caseClock(limit, running, anew, procedures));
    }

    /** Whether the organ decides itself; a grant that was handed over, and stands again, is its department's as before. */
    private boolean isDecided(Matter.@Nullable Clock running) {
        Ruling.Kind kind = asked.mustKind();
        return kind.outcome().isPresent() && (kind != Ruling.Kind.RESTORED || running != null);
    }

    private CaseClock caseClock(
            @Nullable TimeLimit limit,
            Matter.@Nullable Clock running,
            Matter.Anew anew,
            Map<String, List<SpecialProcedure>> procedures) {
        Matter matter = whole.matter();
        Set<String> again = others.waiting().stream()
                .filter(Aftermath.Standing::again)
                .map(one -> one.matter().item())
                .collect(Collectors.toSet());
        List<Matter> then = whole.all().stream()
                .map(one -> {
                    AcceptedMatter as = Objects.requireNonNull(accepted.get(one.item()));
                    if (one == matter && running != null && limit != null) {
                        return one.anew(limit, limit, running, anew);
                    }
                    return one == matter || again.contains(one.item())
                            ? one.anew(
                                    as.promised(), as.statutory(), null, new Matter.Anew(1, false, false, null, null))
                            : one;
                })
                .toList();
        // What is begun anew has a time that runs from the ruling: days on which something stood still before don't
        // lengthen it.
        Map<String, List<SpecialProcedure>> stood = new HashMap<>(procedures);
        stood.replaceAll((item, own) -> again.contains(item) || running != null && item.equals(matter.item())
                ? own.stream().map(SpecialProcedure::past).toList()
                : own);
        return CaseClock.of(whole.to(), then, stood, deadlines);
    }

    /** What is to be done now has the ruling's time, or the law's; what the organ itself granted is certified. */
    private @Nullable TimeLimit limit() {
        return switch (asked.mustKind()) {
            case DECIDE_ANEW ->
                asked.own() == null
                        ? Objects.requireNonNull(accepted.get(whole.matter().item()))
                                .lawful()
                        : asked.own();
            case CHANGED_TO_GRANT -> DeliveryClock.LIMIT;
            case RESTORED -> to == Step.ENDED ? null : DeliveryClock.LIMIT;
            default -> null;
        };
    }

    /** From the day on which the ruling reached the department (行政复议法 第六十四条、行政诉讼法 第七十条: 重新作出行政行为). */
    private Matter.Clock clock(TimeLimit limit) {
        LocalDate reached = asked.mustReachedOn();
        LocalDateTime start = reached.equals(at.toLocalDate()) ? at : reached.atTime(Deadlines.CLOSE);
        LocalDateTime due = deadlines.of(start, limit).due();
        return new Matter.Clock(start, due, due);
    }
}
