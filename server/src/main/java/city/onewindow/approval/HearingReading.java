package city.onewindow.approval;

import city.onewindow.notice.Documents;
import city.onewindow.notice.IssuedDocument;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is read of a matter's hearings (听证) beside the matter, by those who may read what was handed in. */
@Component
class HearingReading {

    private final HearingTable table;
    private final Documents documents;

    HearingReading(HearingTable table, Documents documents) {
        this.table = table;
        this.documents = documents;
    }

    /**
     * Without the names and addresses of others concerned.
     *
     * @param history of the matter's case: most matters have no hearing, which it tells without another query
     */
    List<Hearing> masked(String number, String item, List<HistoryEntry> history) {
        return history.stream()
                        .anyMatch(entry ->
                                entry.item().equals(item) && entry.act().isOfHearing())
                ? table.ofMatter(number, item).stream().map(Hearing::masked).toList()
                : List.of();
    }

    /** With the names and addresses of others concerned: whoever asks writes down that they were read. */
    List<Hearing> whole(String number, String item) {
        return table.ofMatter(number, item);
    }

    /** The case's documents, with what was written to others of these hearings: those of another matter are its department's. */
    List<IssuedDocument> with(List<IssuedDocument> issued, String number, List<Hearing> heard) {
        List<String> papers =
                heard.stream().map(Hearing::papers).flatMap(Collection::stream).toList();
        return heard.isEmpty()
                ? issued
                : Stream.concat(
                                issued.stream(),
                                documents.toOthers(number).stream().filter(one -> papers.contains(one.number())))
                        .toList();
    }
}
