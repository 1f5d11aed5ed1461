package city.onewindow.approval.web;

import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.Progress;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.DocumentLinks;
import city.onewindow.notice.IssuedDocument;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Of a matter, the newest first, with what the department's own system told between the acts. */
    static List<HistoryLine> of(MatterView view) {
        Map<LocalDateTime, List<HistoryLine>> at = new TreeMap<>(Comparator.reverseOrder());
        view.progress()
                .forEach(told -> at.computeIfAbsent(told.at(), moment -> new ArrayList<>())
                        .add(0, of(told)));
        view.history()
                .forEach(entry -> at.computeIfAbsent(entry.at(), moment -> new ArrayList<>())
                        .add(0, of(entry, view.documents())));
        return at.values().stream().flatMap(List::stream).toList();
    }

    private static HistoryLine of(Progress told) {
        return new HistoryLine(DayWords.hour(told.at()), "部门业务系统", "办理进展", told.words(), "", null);
    }

    static HistoryLine of(HistoryEntry entry, List<IssuedDocument> documents) {
        return new HistoryLine(
                DayWords.hour(entry.at()),
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
