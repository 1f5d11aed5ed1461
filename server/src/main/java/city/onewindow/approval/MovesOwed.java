package city.onewindow.approval;

import city.onewindow.approval.NextMove.Party;
import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Role;
import city.onewindow.intake.Deferral;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out who owes a matter its next moves.
 *
 * @param history the matter's own, oldest first
 */
record MovesOwed(
        Matter matter, List<HistoryEntry> history, NextMove.Known known, Deadlines deadlines, LocalDateTime now) {

    private static final String ANSWER = "接收移送，或者退回";
    private static final String LAPSE = "催补，或者按撤回申请处理";

    List<NextMove> moves() {
        List<NextMove> moves = matter.step() == Step.ENDED ? new ArrayList<>() : running();
        if (!matter.step().isOpen()) {
            // Who went there owes the record, whatever was decided since; no result waits for it.
            inspections().forEach(moves::add);
        }
        check().ifPresent(moves::add);
        // Once a department, however many matters it has in the case.
        known.setbacks().stream()
                .filter(one -> one.items().get(0).equals(matter.item()))
                .map(one -> move(Party.TOLD, one.department(), null, Party.TOLD.what(), one.at(), null))
                .forEach(moves::add);
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
                            Party.CONSULTED.what(),
                            one.askedAt(),
                            one.until()))
                    .forEach(moves::add);
            inspections().forEach(moves::add);
        }
        List<Deferral> missing = known.lacking().getOrDefault(matter.item(), List.of()).stream()
                .filter(this::concerns)
                .toList();
        missing.stream().map(Deferral::until).min(LocalDate::compareTo).ifPresent(until -> {
            moves.add(move(Party.APPLICANT, null, null, supply(missing), known.acceptedAt(), until));
            if (isOver(until)) {
                moves.add(move(Party.WINDOW, null, Role.CLERK, LAPSE, until.atTime(Deadlines.CLOSE), null));
            }
        });
        // No result leaves the house before its gap is closed; until then it is not the window that keeps it.
        if (matter.step() == Step.DELIVER && moves.isEmpty()) {
            boolean presses = delivery().filter(one -> one.presses(now)).isPresent();
            moves.add(move(
                    Party.ISSUING_WINDOW, null, mover(), presses ? DeliveryClock.REACH : "", sinceReady(), lastDay()));
        }
        if (matter.step() == Step.SENT) {
            moves.add(move(Party.ISSUING_WINDOW, null, mover(), DeliveryClock.LEARN, sinceStep(), null));
        }
        return moves;
    }

    private Stream<NextMove> inspections() {
        return known.inspections().stream()
                .filter(one -> one.item().equals(matter.item()))
                .map(one ->
                        move(one.party(), one.department(), null, one.party().what(), one.since(), one.until()));
    }

    private Optional<NextMove> check() {
        return declared()
                .filter(one -> matter.outcome() == Outcome.GRANTED && one.due() != null)
                .map(one -> move(
                        Party.CHECKER, matter.department(), null, Party.CHECKER.what(), sinceDeclared(), one.due()));
    }

    private Optional<Declared> declared() {
        return Optional.ofNullable(known.declared().get(matter.item()));
    }

    /** Since it was granted on, was to be mended, or was granted again by a ruling that set its revocation aside. */
    private LocalDateTime sinceDeclared() {
        return last(entry ->
                entry.act() == Act.GRANT_DECLARED || entry.act() == Act.ORDER_MENDING || entry.act() == Act.RESTORE);
    }

    private Optional<DeliveryClock> delivery() {
        return DeliveryClock.of(matter, deadlines);
    }

    private @Nullable LocalDate lastDay() {
        return delivery().map(DeliveryClock::lastDay).orElse(null);
    }

    private NextMove department() {
        Optional<SpecialProcedure> running = own().stream()
                .filter(one -> matter.step() == Step.SUSPENDED && one.isRunning())
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
        Optional<HearingClock> hearing = HearingClock.of(matter, deadlines);
        if (hearing.isPresent()) {
            return move(
                    Party.DEPARTMENT,
                    matter.department(),
                    Role.REVIEWER,
                    HearingClock.WHAT,
                    last(entry -> entry.act().isOfHearing() || entry.act() == Act.REOPEN),
                    soonest(hearing.get().callBy()));
        }
        Optional<TechnicalClock> check = TechnicalClock.of(matter, own(), deadlines);
        if (check.isPresent() && !atOnce) {
            return move(
                    Party.DEPARTMENT,
                    matter.department(),
                    known.workedThere().contains(matter.item()) ? null : role,
                    check.get().what(),
                    sinceStep(),
                    soonest(check.get().sendBy()));
        }
        return move(
                Party.DEPARTMENT,
                matter.department(),
                known.workedThere().contains(matter.item()) && !transferred ? null : role,
                running.map(one -> "特别程序：" + one.kind().term()).orElse(what),
                sinceStep(),
                soonest(running.map(SpecialProcedure::expectedEnd).orElseGet(this::lastDay)));
    }

    /** An order makes no other day later. */
    private @Nullable LocalDate soonest(@Nullable LocalDate own) {
        return orderedBy()
                .filter(ordered -> own == null || ordered.isBefore(own))
                .orElse(own);
    }

    /** The first day by which an organ of review or a court ordered it to be decided. */
    private Optional<LocalDate> orderedBy() {
        return known.orders().stream()
                .filter(one -> one.item().equals(matter.item()))
                .map(one -> one.due().toLocalDate())
                .min(LocalDate::compareTo);
    }

    private List<SpecialProcedure> own() {
        return known.procedures().stream()
                .filter(one -> one.item().equals(matter.item()))
                .toList();
    }

    private static String supply(List<Deferral> missing) {
        return missing.stream().map(Deferral::material).collect(Collectors.joining("」、「", "补交「", "」"));
    }

    /** A result waits for what those lack, too, on which it builds; an examination for what its own item needs. */
    private boolean concerns(Deferral deferral) {
        return matter.step().isMade() || deferral.items().contains(matter.itemName());
    }

    private Role mover() {
        return Procedure.mover(matter.step()).orElseThrow();
    }

    /** Since the window can hand it out: the days that the applicant took to close the gap are not the window's. */
    private LocalDateTime sinceReady() {
        LocalDateTime supplied = known.suppliedAt().get(matter.item());
        LocalDateTime came = sinceStep();
        return matter.outcome() == Outcome.GRANTED && supplied != null && supplied.isAfter(came) ? supplied : came;
    }

    private LocalDateTime sinceStep() {
        LocalDateTime came = last(entry -> (entry.from() != entry.to()
                        || entry.act() == Act.ASSIGN
                        || entry.act().rulesAnew())
                && entry.to() == matter.step());
        return came.isAfter(known.acceptedAt()) ? came : known.acceptedAt();
    }

    /** While the clock stands still the head answers nothing, and isn't blamed for those days. */
    private LocalDateTime asked() {
        return last(entry -> entry.act() == Act.ASK_EXTENSION || entry.from() == Step.SUSPENDED);
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
        return lastWhole(now);
    }

    static LocalDate lastWhole(LocalDateTime now) {
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
                party.border(),
                since,
                deadlines.workingDays().between(since.toLocalDate(), lastWhole()),
                until,
                until != null && isOver(until),
                party == Party.DEPARTMENT && role != null ? standIn(role) : null);
    }

    /** Who may not decide owes no decision. */
    private @Nullable String standIn(Role role) {
        if (role == Role.HEAD) {
            Leave.StandIn head = known.headStandIns().get(matter.department());
            return head == null ? null : head.name();
        }
        Leave.StandIn one = matter.holder() == null
                ? null
                : known.standIns().get(matter.holder().account());
        return one != null && (role != Role.DECIDER || one.mayDecide()) ? one.name() : null;
    }

    private boolean isOver(LocalDate until) {
        return now.toLocalDate().isAfter(until);
    }
}
