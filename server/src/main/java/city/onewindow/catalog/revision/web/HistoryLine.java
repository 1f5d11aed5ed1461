package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.RevisionAct;
import city.onewindow.catalog.revision.RevisionEntry;
import city.onewindow.kernel.DayWords;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody did, and what it changed: what one person saved in a row is one line. */
public record HistoryLine(String at, String who, String act, String remark, List<ChangeLine> changes) {

    /** Newest first. */
    static List<HistoryLine> of(List<RevisionEntry> history, CodeNames names, ZoneId zone) {
        List<HistoryLine> lines = new ArrayList<>();
        List<RevisionEntry> saves = new ArrayList<>();
        for (RevisionEntry entry : history) {
            boolean follows = entry.act() == RevisionAct.SAVE
                    && (saves.isEmpty() || saves.get(0).who().equals(entry.who()));
            if (!follows) {
                flush(saves, lines, names, zone);
            }
            if (entry.act() == RevisionAct.SAVE) {
                saves.add(entry);
            } else {
                lines.add(0, line(entry, List.of(), zone));
            }
        }
        flush(saves, lines, names, zone);
        return lines;
    }

    private static void flush(List<RevisionEntry> saves, List<HistoryLine> lines, CodeNames names, ZoneId zone) {
        if (!saves.isEmpty()) {
            lines.add(0, line(saves.get(saves.size() - 1), together(saves, names), zone));
            saves.clear();
        }
    }

    /** From what a cell was before the first save to what it is after the last. */
    private static List<ChangeLine> together(List<RevisionEntry> saves, CodeNames names) {
        Map<List<String>, Change> cells = new LinkedHashMap<>();
        saves.forEach(save -> save.changes()
                .forEach(change -> cells.merge(
                        List.of(change.file(), change.row(), change.column()),
                        change,
                        (first, last) ->
                                new Change(first.file(), first.row(), first.column(), first.before(), last.after()))));
        return ChangeLine.of(
                cells.values().stream()
                        .filter(change -> !change.before().equals(change.after()))
                        .toList(),
                names);
    }

    private static HistoryLine line(RevisionEntry entry, List<ChangeLine> changes, ZoneId zone) {
        return new HistoryLine(
                DayWords.listed(entry.at().atZone(zone)),
                entry.whoName(),
                entry.act().term(),
                entry.remark(),
                changes);
    }
}
