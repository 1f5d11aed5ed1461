package city.onewindow.approval.web;

import city.onewindow.approval.HistoryEntry;
import city.onewindow.notice.DocumentLinks;
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
        @Nullable DocumentLinks document) {

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
    static @Nullable DocumentLinks document(@Nullable String number, List<IssuedDocument> documents) {
        return documents.stream()
                .filter(document -> document.number().equals(number))
                .map(DocumentLinks::of)
                .findFirst()
                .orElse(null);
    }
}
