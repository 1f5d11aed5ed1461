package city.onewindow.approval;

import city.onewindow.calendar.Remaining;
import city.onewindow.notice.IssuedDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter as its department sees it.
 *
 * @param before the matters that it waits for, or waited for
 * @param beforeHistory theirs, oldest first
 * @param history its own, oldest first
 * @param progress what its department's own system told of how far it is, the earliest first
 * @param procedures its special procedures, oldest first
 * @param consultations what other departments were asked about it, oldest first
 * @param hearings of the matter, oldest first, others concerned without their names and addresses; for those who may read what was handed in
 * @param transfers how it came from department to department, oldest first; none if it never did
 * @param documents of the case
 * @param inspections of the case that the reader may see, oldest first
 * @param setbacks results of an earlier stage that it rests on and that hold no longer, and what its department does about it, oldest first
 * @param owed who owes it the next move
 * @param next the edges that the reader may walk now
 * @param inPlace how the reader is recorded where some of them are his in the place of a colleague on leave, 李四（代张三）; null if none is
 * @param holdable whether the reader may take it, or take it over from who holds it
 * @param readable whether the reader may read what was handed in for it
 * @param workedThere whether it is worked in the department's own system, and only there
 * @param rulings what was ruled on it (复议、诉讼结果), oldest first
 * @param mayRule whether the reader writes a ruling on it down
 * @param declared its declaration (告知承诺) and how the check stands; null if it is done in the ordinary way
 * @param remaining of the promised time; null while it waits and once it is at the issuing window
 */
public record MatterView(
        CaseFile file,
        Matter matter,
        List<Matter> before,
        List<HistoryEntry> beforeHistory,
        List<HistoryEntry> history,
        List<Progress> progress,
        List<SpecialProcedure> procedures,
        List<Consultation> consultations,
        List<Hearing> hearings,
        List<Transfer> transfers,
        List<IssuedDocument> documents,
        List<Inspection> inspections,
        List<Setback> setbacks,
        List<NextMove> owed,
        List<Procedure.Edge> next,
        @Nullable String inPlace,
        boolean holdable,
        boolean readable,
        boolean workedThere,
        List<Ruling> rulings,
        boolean mayRule,
        @Nullable Declared declared,
        @Nullable Remaining remaining) {

    public MatterView {
        before = List.copyOf(before);
        beforeHistory = List.copyOf(beforeHistory);
        history = List.copyOf(history);
        progress = List.copyOf(progress);
        procedures = List.copyOf(procedures);
        consultations = List.copyOf(consultations);
        hearings = List.copyOf(hearings);
        transfers = List.copyOf(transfers);
        documents = List.copyOf(documents);
        inspections = List.copyOf(inspections);
        setbacks = List.copyOf(setbacks);
        owed = List.copyOf(owed);
        next = List.copyOf(next);
        rulings = List.copyOf(rulings);
    }
}
