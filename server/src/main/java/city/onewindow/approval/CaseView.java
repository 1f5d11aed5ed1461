package city.onewindow.approval;

import city.onewindow.notice.IssuedDocument;
import java.util.List;

/**
 * A whole case as the staff concerned sees it.
 *
 * @param matters in an order in which nothing comes before what it waits for
 * @param history of all its matters, oldest first
 */
public record CaseView(
        CaseFile file,
        List<Matter> matters,
        List<HistoryEntry> history,
        Timeline timeline,
        List<IssuedDocument> documents) {

    public CaseView {
        matters = List.copyOf(matters);
        history = List.copyOf(history);
        documents = List.copyOf(documents);
    }
}
