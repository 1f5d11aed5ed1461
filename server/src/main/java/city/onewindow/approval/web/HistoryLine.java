package city.onewindow.approval.web;

import city.onewindow.approval.HistoryEntry;
import city.onewindow.frame.Link;
import city.onewindow.notice.IssuedDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act as the staff reads it.
 *
 * @param ground law and article; empty if none was named
 * @param document null if it gave none
 */
public record HistoryLine(
        String at,
        String who,
        String act,
        String opinion,
        String ground,
        @Nullable Link document) {

    static HistoryLine of(HistoryEntry entry, List<IssuedDocument> documents) {
        return new HistoryLine(
                Words.time(entry.at()),
                entry.whoName(),
                entry.act().term(),
                entry.opinion(),
                entry.ground(),
                document(entry.document(), documents));
    }

    /** Where a document of that number can be read. */
    static @Nullable Link document(@Nullable String number, List<IssuedDocument> documents) {
        return documents.stream()
                .filter(document -> document.number().equals(number))
                .map(document -> new Link(
                        document.kind().title() + " " + document.number(),
                        "/documents/" + document.verifyCode() + "/pdf"))
                .findFirst()
                .orElse(null);
    }
}
