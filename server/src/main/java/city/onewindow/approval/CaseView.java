package city.onewindow.approval;

import city.onewindow.notice.IssuedDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole case as the staff concerned sees it.
 *
 * @param matters in an order in which nothing comes before what it waits for
 * @param history of all its matters, oldest first
 * @param transfers of matters from department to department, oldest first of each; none if there were none
 * @param inspections of the case that the reader may see, oldest first
 * @param setbacks results of earlier stages that hold no longer, and what the departments do about it, oldest first
 * @param owed who owes the next moves, in the order of the matters
 * @param extension of the joint limit; null if it wasn't lengthened
 */
public record CaseView(
        CaseFile file,
        List<Matter> matters,
        List<HistoryEntry> history,
        List<Transfer> transfers,
        List<Inspection> inspections,
        List<Setback> setbacks,
        List<NextMove> owed,
        Timeline timeline,
        List<IssuedDocument> documents,
        @Nullable JointExtension extension) {

    public CaseView {
        matters = List.copyOf(matters);
        history = List.copyOf(history);
        transfers = List.copyOf(transfers);
        inspections = List.copyOf(inspections);
        setbacks = List.copyOf(setbacks);
        owed = List.copyOf(owed);
        documents = List.copyOf(documents);
    }

    /** Those that would end with the item if it were denied, for they wait for its result. */
    public List<Matter> waitingFor(String item) {
        return Whole.waitingFor(item, matters);
    }
}
