package city.onewindow.approval;

import city.onewindow.notice.IssuedDocument;
import java.util.List;

/**
 * A whole case as the staff concerned sees it.
 *
 * @param matters in an order in which nothing comes before what it waits for
 * @param history of all its matters, oldest first
 * @param owed who owes the next moves, in the order of the matters
 */
public record CaseView(
        CaseFile file,
        List<Matter> matters,
        List<HistoryEntry> history,
        List<NextMove> owed,
        Timeline timeline,
        List<IssuedDocument> documents) {

    public CaseView {
        matters = List.copyOf(matters);
        history = List.copyOf(history);
        owed = List.copyOf(owed);
        documents = List.copyOf(documents);
    }
}
