package city.onewindow.catalog.revision;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Changes in words, for whoever was slower. */
final class RevisionWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int SHOWN = 5;

    private RevisionWords() {}

    static String of(List<RevisionEntry> saves, ZoneId zone) {
        return saves.stream().map(save -> of(save, zone)).collect(Collectors.joining());
    }

    private static String of(RevisionEntry save, ZoneId zone) {
        String changes =
                save.changes().stream().limit(SHOWN).map(RevisionWords::of).collect(Collectors.joining("、"));
        int more = save.changes().size() - SHOWN;
        return save.whoName() + "已于" + TIME.format(save.at().atZone(zone)) + "改了" + changes
                + (more > 0 ? "等 " + save.changes().size() + " 处" : "") + "。";
    }

    private static String of(Change change) {
        String where = (change.row().isEmpty() ? "" : "「" + change.row() + "」") + Columns.label(change.column());
        if (change.column().isEmpty()) {
            return where + (change.after().isEmpty() ? "（删去）" : "（增加）");
        }
        return where + "：“" + brief(change.before()) + "”→“" + brief(change.after()) + "”";
    }

    private static String brief(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "…";
    }
}
