package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Role;
import city.onewindow.intake.Deferral;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 下一步: what somebody owes a matter now, and since when. A matter may be owed several: while a department examines, another one
 * is asked and the applicant still has to bring what was deferred. No office owes anything while it waits, nobody once it has ended,
 * but for the check of what was granted on a declaration.
 *
 * @param item code
 * @param department code; null where none is to move
 * @param role who moves in that department or at the window; null where the law doesn't say, and where the department's own system moves
 * @param what is owed, in words; empty where it is just the work of that step
 * @param workingDays how many whole ones have passed since, the first day not counted
 * @param until the last day set for just this move; null if the matter's clock alone limits it
 * @param overdue whether that day has passed
 * @param standIn how whoever stands in today for who has taken it is called; null if nobody does
 */
public record NextMove(
        String item,
        Party party,
        @Nullable String department,
        @Nullable Role role,
        String what,
        Border border,
        LocalDateTime since,
        int workingDays,
        @Nullable LocalDate until,
        boolean overdue,
        @Nullable String standIn) {

    /** Who it is that owes. */
    public enum Party {
        DEPARTMENT(Border.SUBSTANCE),
        /** A department that was asked for its opinion (征求意见). */
        CONSULTED(Border.SUBSTANCE, "答复征求意见"),
        /** A department that was asked to come to the spot (联合踏勘) and has not answered. */
        INVITED(Border.SUBSTANCE, "答复联合踏勘"),
        /** A department that was there and has not written down what it found. */
        INSPECTOR(Border.SUBSTANCE, "填写踏勘结论"),
        /** Who proposed to meet on the spot, and has to name another hour or close the record. */
        CONVENER(Border.SUBSTANCE, "改期或者形成踏勘记录"),
        /** A department that granted on a declaration (告知承诺), and has to check whether it is so; also when the case is closed. */
        CHECKER(Border.SUBSTANCE, "核查告知承诺"),
        ISSUING_WINDOW(Border.DELIVERY),
        /** The one that accepted the case: asks for what is overdue, or ends the case because of it. */
        WINDOW(Border.FORM),
        /** Brings what was deferred (容缺受理), whose form the window then checks. */
        APPLICANT(Border.FORM);

        private final Border border;
        private final String what;

        Party(Border border) {
            this(border, "");
        }

        /** @param what it owes, whenever it owes something */
        Party(Border border, String what) {
            this.border = border;
            this.what = what;
        }

        Border border() {
            return border;
        }
    }

    /**
     * What is known of a case beside its matters and their history.
     *
     * @param acceptedAt before which nobody owed anything; later than the law's acceptance if that came by silence
     * @param procedures of all its matters
     * @param consultations of all its matters
     * @param inspections what is owed to its appointments on the spot
     * @param deferrals what the case still waits for
     * @param gapClosedAt since when it waits for nothing that was deferred; null if it never did, or still does
     * @param workedThere codes of its items that their departments work in their own systems
     * @param declared its declarations by code of the item
     * @param standIns who stand in today, by the account of who is on leave
     */
    record Known(
            LocalDateTime acceptedAt,
            List<SpecialProcedure> procedures,
            List<Consultation> consultations,
            List<Inspection.Owed> inspections,
            List<Deferral> deferrals,
            @Nullable LocalDateTime gapClosedAt,
            Set<String> workedThere,
            Map<String, Declared> declared,
            Map<String, Leave.StandIn> standIns) {}

    /**
     * Works out what a matter is owed, whoever holds everything up first.
     *
     * @param history of its case, oldest first
     */
    static List<NextMove> of(
            Matter matter, List<HistoryEntry> history, Known known, Deadlines deadlines, LocalDateTime now) {
        List<HistoryEntry> own = history.stream()
                .filter(entry -> entry.item().equals(matter.item()))
                .toList();
        return new Owed(matter, own, known, deadlines, now).moves();
    }

    /** @param history the matter's own, oldest first */
    private record Owed(
            Matter matter, List<HistoryEntry> history, Known known, Deadlines deadlines, LocalDateTime now) {

        private static final String ANSWER = "接收移送，或者退回";
        private static final String LAPSE = "催补，或者按撤回申请处理";

        List<NextMove> moves() {
            List<NextMove> moves = matter.step() == Step.ENDED ? new ArrayList<>() : running();
            check().ifPresent(moves::add);
            return moves;
        }

        private List<NextMove> running() {
            List<NextMove> moves = new ArrayList<>();
            if (matter.step().isOpen()) {
                moves.add(department());
                if (matter.waitsForItsHead()) {
                    moves.add(move(Party.DEPARTMENT, matter.department(), Role.HEAD, "答复延期申请", asked(), null));
                }
                known.consultations().stream()
                        .filter(one -> one.item().equals(matter.item()))
                        .filter(one -> one.matters(matter) && one.isOpen(now.toLocalDate()))
                        .map(one -> move(
                                Party.CONSULTED,
                                one.department(),
                                null,
                                Party.CONSULTED.what,
                                one.askedAt(),
                                one.until()))
                        .forEach(moves::add);
                known.inspections().stream()
                        .filter(one -> one.item().equals(matter.item()))
                        .map(one ->
                                move(one.party(), one.department(), null, one.party().what, one.since(), one.until()))
                        .forEach(moves::add);
            }
            List<Deferral> missing =
                    known.deferrals().stream().filter(this::concerns).toList();
            missing.stream().map(Deferral::until).min(LocalDate::compareTo).ifPresent(until -> {
                moves.add(move(Party.APPLICANT, null, null, supply(missing), known.acceptedAt(), until));
                if (isOver(until)) {
                    moves.add(move(Party.WINDOW, null, Role.CLERK, LAPSE, until.atTime(Deadlines.CLOSE), null));
                }
            });
            // No result leaves the house before the gap is closed; until then it is not the window that keeps it.
            if (matter.step() == Step.DELIVER && moves.isEmpty()) {
                boolean presses = delivery().filter(one -> one.presses(now)).isPresent();
                moves.add(move(
                        Party.ISSUING_WINDOW,
                        null,
                        mover(),
                        presses ? DeliveryClock.REACH : "",
                        sinceReady(),
                        lastDay()));
            }
            return moves;
        }

        private Optional<NextMove> check() {
            return declared()
                    .filter(one -> matter.outcome() == Outcome.GRANTED && one.due() != null)
                    .map(one -> move(
                            Party.CHECKER, matter.department(), null, Party.CHECKER.what, sinceDeclared(), one.due()));
        }

        private Optional<Declared> declared() {
            return Optional.ofNullable(known.declared().get(matter.item()));
        }

        /** Since it was granted on, or was to be mended. */
        private LocalDateTime sinceDeclared() {
            return last(entry -> entry.act() == Act.GRANT_DECLARED || entry.act() == Act.ORDER_MENDING);
        }

        private Optional<DeliveryClock> delivery() {
            return DeliveryClock.of(matter, deadlines);
        }

        private @Nullable LocalDate lastDay() {
            return delivery().map(DeliveryClock::lastDay).orElse(null);
        }

        private NextMove department() {
            Optional<SpecialProcedure> running = known.procedures().stream()
                    .filter(one -> matter.step() == Step.SUSPENDED && one.isRunning())
                    .filter(one -> one.item().equals(matter.item()))
                    .findFirst();
            // No review is needed to grant on a declaration.
            boolean transferred = matter.step() == Step.TRANSFER;
            boolean atOnce = matter.step() != Step.SUSPENDED
                    && !transferred
                    && declared()
                            .flatMap(one -> one.state().after(Act.GRANT_DECLARED))
                            .isPresent();
            String what = atOnce ? Act.GRANT_DECLARED.term() : transferred ? ANSWER : "";
            Role role = atOnce ? Role.DECIDER : mover();
            return move(
                    Party.DEPARTMENT,
                    matter.department(),
                    known.workedThere().contains(matter.item()) && !transferred ? null : role,
                    running.map(one -> "特别程序：" + one.kind().term()).orElse(what),
                    sinceStep(),
                    running.map(SpecialProcedure::expectedEnd).orElseGet(this::lastDay));
        }

        private static String supply(List<Deferral> missing) {
            return missing.stream().map(Deferral::material).collect(Collectors.joining("」、「", "补交「", "」"));
        }

        /** A result waits for everything that the case still lacks; an examination for what its own item needs. */
        private boolean concerns(Deferral deferral) {
            return matter.step() == Step.DELIVER
                    ? matter.outcome() == Outcome.GRANTED
                    : Outcome.isToCome(matter.outcome()) && deferral.items().contains(matter.itemName());
        }

        private Role mover() {
            return Procedure.mover(matter.step()).orElseThrow();
        }

        /** Since the window can hand it out: the days that the applicant took to close the gap are not the window's. */
        private LocalDateTime sinceReady() {
            LocalDateTime closed = known.gapClosedAt();
            LocalDateTime came = sinceStep();
            return matter.outcome() == Outcome.GRANTED && closed != null && closed.isAfter(came) ? closed : came;
        }

        private LocalDateTime sinceStep() {
            LocalDateTime came = last(
                    entry -> (entry.from() != entry.to() || entry.act() == Act.ASSIGN) && entry.to() == matter.step());
            return came.isAfter(known.acceptedAt()) ? came : known.acceptedAt();
        }

        /** While the clock stands still the head answers nothing, and isn't blamed for those days. */
        private LocalDateTime asked() {
            return Stream.of(Act.ASK_EXTENSION, Act.RESUME)
                    .flatMap(act -> HistoryEntry.last(act, matter.item(), history).stream())
                    .map(HistoryEntry::at)
                    .max(LocalDateTime::compareTo)
                    .orElse(known.acceptedAt());
        }

        private LocalDateTime last(Predicate<HistoryEntry> wanted) {
            return history.stream()
                    .filter(wanted)
                    .reduce((earlier, later) -> later)
                    .map(HistoryEntry::at)
                    .orElse(known.acceptedAt());
        }

        /** Today has passed when its business has: until then a clock counts it among those that are left. */
        private LocalDate lastWhole() {
            boolean runs = now.toLocalTime().isBefore(Deadlines.CLOSE);
            return runs ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        }

        private NextMove move(
                Party party,
                @Nullable String department,
                @Nullable Role role,
                String what,
                LocalDateTime since,
                @Nullable LocalDate until) {
            return new NextMove(
                    matter.item(),
                    party,
                    department,
                    role,
                    what,
                    party.border,
                    since,
                    deadlines.workingDays().between(since.toLocalDate(), lastWhole()),
                    until,
                    until != null && isOver(until),
                    party == Party.DEPARTMENT && role != null && role != Role.HEAD ? standIn(role) : null);
        }

        /** Who may not decide owes no decision. */
        private @Nullable String standIn(Role role) {
            Leave.StandIn one = matter.holder() == null
                    ? null
                    : known.standIns().get(matter.holder().account());
            return one != null && (role != Role.DECIDER || one.mayDecide()) ? one.name() : null;
        }

        private boolean isOver(LocalDate until) {
            return now.toLocalDate().isAfter(until);
        }
    }
}
