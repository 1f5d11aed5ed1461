package city.onewindow.approval;

import city.onewindow.calendar.WorkingDays;
import city.onewindow.identity.Role;
import city.onewindow.intake.Deferral;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 下一步: what somebody owes a matter now, and since when. A matter may be owed several: while a department examines, another one
 * is asked and the applicant still has to bring what was deferred. No office owes anything while it waits, nobody once it has ended.
 *
 * @param item code
 * @param department code; null where none is to move
 * @param role who moves in that department or at the window; null where the law doesn't say
 * @param workingDays how many have passed since, the first day not counted
 * @param until the last day set for just this move; null if the matter's clock alone limits it
 */
public record NextMove(
        String item,
        Party party,
        @Nullable String department,
        @Nullable Role role,
        Border border,
        LocalDateTime since,
        int workingDays,
        @Nullable LocalDate until) {

    /** Who it is that owes. */
    public enum Party {
        DEPARTMENT(Border.SUBSTANCE),
        /** A department that was asked for its opinion (征求意见). */
        CONSULTED(Border.SUBSTANCE),
        /** A department that was asked to come to the spot (联合踏勘) and has not answered. */
        INVITED(Border.SUBSTANCE),
        /** A department that was there and has not written down what it found. */
        INSPECTOR(Border.SUBSTANCE),
        /** Who proposed to meet on the spot, and has to name another hour or close the record. */
        CONVENER(Border.SUBSTANCE),
        ISSUING_WINDOW(Border.DELIVERY),
        /** Brings what was deferred (容缺受理), whose form the window then checks. */
        APPLICANT(Border.FORM);

        private final Border border;

        Party(Border border) {
            this.border = border;
        }
    }

    /**
     * What is known of a case beside its matters and their history.
     *
     * @param acceptedAt since when the applicant owes what was deferred
     * @param procedures of all its matters
     * @param consultations of all its matters
     * @param inspections what is owed to its appointments on the spot
     * @param deferrals what the case still waits for
     */
    record Known(
            LocalDateTime acceptedAt,
            List<SpecialProcedure> procedures,
            List<Consultation> consultations,
            List<Inspection.Owed> inspections,
            List<Deferral> deferrals) {}

    /**
     * Works out what a matter is owed, whoever holds everything up first.
     *
     * @param history of its case, oldest first
     */
    static List<NextMove> of(
            Matter matter, List<HistoryEntry> history, Known known, WorkingDays workingDays, LocalDate today) {
        List<HistoryEntry> own = history.stream()
                .filter(entry -> entry.item().equals(matter.item()))
                .toList();
        return new Owed(matter, own, known, workingDays, today).moves();
    }

    /** @param history the matter's own, oldest first */
    private record Owed(
            Matter matter, List<HistoryEntry> history, Known known, WorkingDays workingDays, LocalDate today) {

        List<NextMove> moves() {
            List<NextMove> moves = new ArrayList<>();
            if (matter.step() == Step.ENDED) {
                return moves;
            }
            if (matter.step().isOpen()) {
                moves.add(department());
                if (matter.extensionAsked() > 0) {
                    moves.add(move(Party.DEPARTMENT, matter.department(), Role.HEAD, asked(), null));
                }
                known.consultations().stream()
                        .filter(one -> one.item().equals(matter.item()))
                        .filter(one -> Consultations.isOpen(matter) && one.isOpen(today))
                        .map(one -> move(Party.CONSULTED, one.department(), null, one.askedAt(), one.until()))
                        .forEach(moves::add);
                known.inspections().stream()
                        .filter(one -> one.item().equals(matter.item()))
                        .map(one -> move(one.party(), one.department(), null, one.since(), one.until()))
                        .forEach(moves::add);
            }
            known.deferrals().stream()
                    .filter(this::concerns)
                    .map(Deferral::until)
                    .min(LocalDate::compareTo)
                    .ifPresent(until -> moves.add(move(Party.APPLICANT, null, null, known.acceptedAt(), until)));
            // No result leaves the house before the gap is closed; until then it is not the window that keeps it.
            if (matter.step() == Step.DELIVER && moves.isEmpty()) {
                moves.add(move(Party.ISSUING_WINDOW, null, mover(), sinceStep(), null));
            }
            return moves;
        }

        private NextMove department() {
            LocalDate until = known.procedures().stream()
                    .filter(one -> matter.step() == Step.SUSPENDED && one.isRunning())
                    .filter(one -> one.item().equals(matter.item()))
                    .map(SpecialProcedure::expectedEnd)
                    .findFirst()
                    .orElse(null);
            return move(Party.DEPARTMENT, matter.department(), mover(), sinceStep(), until);
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

        private LocalDateTime sinceStep() {
            return history.stream()
                    .filter(entry -> entry.from() != entry.to() && entry.to() == matter.step())
                    .reduce((earlier, later) -> later)
                    .map(HistoryEntry::at)
                    .orElse(known.acceptedAt());
        }

        private LocalDateTime asked() {
            return history.stream()
                    .filter(entry -> entry.act() == Act.ASK_EXTENSION)
                    .reduce((earlier, later) -> later)
                    .map(HistoryEntry::at)
                    .orElse(known.acceptedAt());
        }

        private NextMove move(
                Party party,
                @Nullable String department,
                @Nullable Role role,
                LocalDateTime since,
                @Nullable LocalDate until) {
            return new NextMove(
                    matter.item(),
                    party,
                    department,
                    role,
                    party.border,
                    since,
                    workingDays.between(since.toLocalDate(), today),
                    until);
        }
    }
}
