package city.onewindow.approval;

import city.onewindow.calendar.ClockState;
import city.onewindow.calendar.Deadline;
import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.Suspension;
import city.onewindow.calendar.TimeLimit;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case as anybody concerned may see it: what each department has done, what comes next, until when, and why that date. It
 * names no person.
 *
 * @param parts in an order in which nothing comes before what it waits for
 */
public record Timeline(CaseFile file, List<Part> parts) {

    /**
     * One department's matter.
     *
     * @param department name
     * @param refusal why it was not granted; null while that is open, and of what was granted
     * @param special the special procedure that stops its clock; null if none runs
     * @param waitsFor names of the items that must still be granted
     * @param progress what the department's own system told of how far it is, the earliest first
     * @param until when its step is to be done: by promise; at the issuing window, until when the result is to be delivered;
     *     foreseen while it waits; null once ended
     * @param lawfulUntil what the law allows; null where no law sets a limit, or once decided
     * @param declared how its declaration (告知承诺) stands; null if it is done in the ordinary way,
     *     and where nothing was granted in the end
     * @param clock how the promised time stands, or stood when the result was ready
     * @param sent how and when its result was mailed, passed on or announced, while it is on its way; else empty
     */
    public record Part(
            String item,
            String itemName,
            String department,
            Step step,
            @Nullable Outcome outcome,
            @Nullable Refusal refusal,
            @Nullable SpecialProcedure special,
            List<String> waitsFor,
            List<Moment> moments,
            List<Progress> progress,
            @Nullable Deadline until,
            @Nullable Deadline lawfulUntil,
            @Nullable Promised declared,
            ClockState clock,
            String sent) {

        public Part {
            waitsFor = List.copyOf(waitsFor);
            moments = List.copyOf(moments);
            progress = List.copyOf(progress);
        }
    }

    /**
     * What the applicant was told in writing when his matter was denied or ended (行政许可法 第三十八条第二款).
     *
     * @param ground law and article; empty if none was named
     * @param document number of the document that says so
     */
    public record Refusal(
            String reason, String ground, @Nullable String document) {}

    /**
     * A declaration and its check, without what was signed and found: these name persons.
     *
     * @param due last day to check, or to mend; null if neither is due
     * @param settledOn when it was taken back, confirmed, revoked or over; null before
     */
    public record Promised(
            Declared.State state,
            @Nullable LocalDate due,
            @Nullable LocalDate settledOn) {

        /** Nothing is checked of what ended without a grant. */
        static @Nullable Promised of(@Nullable Declared declared, @Nullable Outcome outcome) {
            boolean concerns = Outcome.isToCome(outcome) || outcome == Outcome.REVOKED;
            return declared == null || !concerns
                    ? null
                    : new Promised(declared.state(), declared.due(), declared.settledOn());
        }
    }

    /** What happened when. */
    public record Moment(LocalDateTime at, Act act) {}

    public Timeline {
        parts = List.copyOf(parts);
    }

    /** Names of the items with a result to come. */
    public Set<String> toCome() {
        return parts.stream()
                .filter(part -> Outcome.isToCome(part.outcome()))
                .map(Part::itemName)
                .collect(Collectors.toSet());
    }

    /**
     * Works the timeline out.
     *
     * @param matters in the order of {@code seq}
     * @param departmentName of a department's code
     */
    static Timeline of(
            CaseFile file,
            List<Matter> matters,
            List<HistoryEntry> history,
            List<Progress> progress,
            Map<String, List<SpecialProcedure>> procedures,
            Map<String, Declared> declarations,
            UnaryOperator<String> departmentName,
            Deadlines deadlines,
            LocalDateTime now) {
        List<Part> parts = new ArrayList<>();
        for (Matter matter : matters) {
            List<Part> before = parts.stream()
                    .filter(part -> matter.after().contains(part.item()) && part.outcome() != Outcome.GRANTED)
                    .toList();
            boolean ended = matter.step() == Step.ENDED;
            List<Suspension> suspensions =
                    SpecialProcedure.suspensions(procedures.getOrDefault(matter.item(), List.of()));
            TimeLimit statutory = matter.statutory();
            parts.add(new Part(
                    matter.item(),
                    matter.itemName(),
                    departmentName.apply(matter.department()),
                    matter.step(),
                    matter.outcome(),
                    refusal(matter, history),
                    procedures.getOrDefault(matter.item(), List.of()).stream()
                            .filter(SpecialProcedure::isRunning)
                            .findFirst()
                            .orElse(null),
                    ended ? List.of() : before.stream().map(Part::itemName).toList(),
                    moments(matter, history),
                    progress.stream()
                            .filter(one -> one.item().equals(matter.item()))
                            .toList(),
                    ended || matter.step() == Step.SENT ? null : until(matter, before, suspensions, deadlines, now),
                    statutory == null || matter.outcome() != null
                            ? null
                            : deadlines.of(start(matter, before, now), statutory, suspensions),
                    Promised.of(declarations.get(matter.item()), matter.outcome()),
                    clock(matter, suspensions, deadlines, now),
                    sent(matter, history)));
        }
        return new Timeline(file, parts);
    }

    private static @Nullable Refusal refusal(Matter matter, List<HistoryEntry> history) {
        if (matter.outcome() == null || matter.outcome() == Outcome.GRANTED) {
            return null;
        }
        return history.stream()
                .filter(entry -> entry.item().equals(matter.item()))
                .filter(entry -> entry.act() == Act.DENY
                        || entry.act() == Act.REVOKE
                        || entry.act() == Act.SUBSTITUTE_DENIAL
                        || entry.act() == Act.DECLARE_VOID
                        || entry.act() == Act.SET_ASIDE
                        || entry.to() == Step.ENDED && entry.from() != entry.to() && entry.act() != Act.DELIVER)
                .reduce((earlier, later) -> later)
                .map(entry -> new Refusal(entry.opinion(), entry.ground(), entry.document()))
                .orElse(null);
    }

    private static String sent(Matter matter, List<HistoryEntry> history) {
        return matter.step() != Step.SENT
                ? ""
                : HistoryEntry.last(Act.SEND, matter.item(), history)
                        .map(HistoryEntry::opinion)
                        .orElse("");
    }

    private static List<Moment> moments(Matter matter, List<HistoryEntry> history) {
        return history.stream()
                .filter(entry ->
                        entry.item().equals(matter.item()) && !entry.act().isInternal())
                .map(entry -> new Moment(entry.at(), entry.act()))
                .toList();
    }

    private static Deadline until(
            Matter matter, List<Part> before, List<Suspension> suspensions, Deadlines deadlines, LocalDateTime now) {
        return DeliveryClock.of(matter, deadlines)
                .filter(delivery -> matter.step() == Step.DELIVER)
                .map(DeliveryClock::deadline)
                .orElseGet(() -> deadlines.of(start(matter, before, now), matter.promised(), suspensions));
    }

    /** When the matter's clock started; while it waits, when the last of the others is due, but not before now. */
    private static LocalDateTime start(Matter matter, List<Part> before, LocalDateTime now) {
        Matter.Clock clock = matter.clock();
        return clock != null
                ? clock.openedAt()
                : before.stream()
                        .map(Part::until)
                        .map(deadline -> deadline == null || deadline.due().isBefore(now) ? now : deadline.due())
                        .max(Comparator.naturalOrder())
                        .orElse(now);
    }

    private static ClockState clock(
            Matter matter, List<Suspension> suspensions, Deadlines deadlines, LocalDateTime now) {
        Matter.Clock clock = matter.clock();
        LocalDateTime finished = matter.readyAt() == null ? matter.endedAt() : matter.readyAt();
        return clock == null
                ? ClockState.NORMAL
                : deadlines.state(now, finished, clock.openedAt(), clock.promisedDue(), suspensions);
    }
}
