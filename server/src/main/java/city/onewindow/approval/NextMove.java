package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Role;
import city.onewindow.intake.Deferral;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 下一步: what somebody owes a matter now, and since when. A matter may be owed several: while a department examines, another one
 * is asked and the applicant still has to bring what was deferred. No office owes anything while it waits, nobody once it has ended,
 * but for the check of what was granted on a declaration, what has to be said to a setback, and the record of an inspection that was held.
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
        /** A department of a later stage, or who leads it, that was told of a result of an earlier one that holds no longer (前阶段结果变动). */
        TOLD(Border.SUBSTANCE, "写明如何处理前阶段结果变动"),
        /** Who was handed paper (物料流转) and has not confirmed it: a department, or the window if it comes back. The slip says on whose side. */
        RECEIVER(Border.SUBSTANCE),
        /** Who handed over what was objected to: the window, or the department that hands it back. */
        HANDER(Border.FORM),
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

        String what() {
            return what;
        }
    }

    /**
     * What is known of a case beside its matters and their history.
     *
     * @param acceptedAt before which nobody owed anything; later than the law's acceptance if that came by silence
     * @param procedures of all its matters
     * @param consultations of all its matters
     * @param inspections what is owed to its appointments on the spot
     * @param lacking what each matter still waits for, as {@link OwedMaterials#lacking} has it
     * @param suppliedAt when the last came in of what was deferred for a matter, as {@link OwedMaterials#suppliedAt} has it
     * @param workedThere codes of its items that their departments work in their own systems
     * @param declared its declarations by code of the item
     * @param standIns who stand in today, by the account of who is on leave
     * @param orders to decide what isn't decided yet (责令履行)
     * @param headStandIns who answers today in the place of a department's heads, by code of the department
     * @param setbacks results of earlier stages that hold no longer, to which somebody has yet to say something
     */
    record Known(
            LocalDateTime acceptedAt,
            List<SpecialProcedure> procedures,
            List<Consultation> consultations,
            List<Inspection.Owed> inspections,
            Map<String, List<Deferral>> lacking,
            Map<String, LocalDateTime> suppliedAt,
            Set<String> workedThere,
            Map<String, Declared> declared,
            Map<String, Leave.StandIn> standIns,
            List<Order> orders,
            Map<String, Leave.StandIn> headStandIns,
            List<Setback> setbacks) {}

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
        return new MovesOwed(matter, own, known, deadlines, now).moves();
    }
}
