package city.onewindow.catalog.revision;

import city.onewindow.catalog.Content;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is told to whoever was slower, and why a revision comes back. */
final class RevisionWords {

    private static final int SHOWN = 5;
    private static final int LONGEST_REMARK = 2000;

    /** Its cells hold codes of departments. */
    private static final String COOPERATING = "cooperating_departments";

    private RevisionWords() {}

    /** @throws Problem.InvalidInput if a person typed none, or too much */
    static String remark(String typed) {
        if (typed.isBlank() || typed.length() > LONGEST_REMARK) {
            throw new Problem.InvalidInput("/remark", "请写明退回的原因和要改的地方，至多 " + LONGEST_REMARK + " 字。");
        }
        return typed.strip();
    }

    /** A remark in the name of the system. */
    static String refused(Problem why) {
        String whole = "到期未能发布：" + why.getMessage();
        return whole.length() <= LONGEST_REMARK ? whole : whole.substring(0, LONGEST_REMARK - 1) + "…";
    }

    /** It no longer stands where the act begins. */
    static Problem.Conflict moved(Revision revision) {
        return new Problem.Conflict(
                "「" + revision.key() + "」的修改现在是“" + revision.status().term() + "”，不能这样办。请刷新页面查看。");
    }

    /**
     * @param saves as the actor read it; null if he doesn't say
     * @throws Problem.Conflict unless it stands so
     */
    static void mustStand(Revision now, RevisionStatus status, @Nullable Integer saves) {
        if (now.status() != status) {
            throw moved(now);
        }
        if (saves != null && saves != now.saves()) {
            throw new Problem.Conflict("「" + now.key() + "」在您打开以后又由" + now.changedByName() + "改过。请看过现在的内容，再决定。");
        }
    }

    /** Somebody saved since the editor read it: who changed what. */
    static Problem.Conflict savedBefore(List<RevisionEntry> history, int read, Content content, ZoneId zone) {
        return new Problem.Conflict("没有保存：" + savedSince(history, read, content, zone) + "您的填写还在页面上，请对照最新内容再改。");
    }

    /** Who changed what after so many saves. */
    static String savedSince(List<RevisionEntry> history, int read, Content content, ZoneId zone) {
        return history.stream()
                .filter(entry -> entry.saves() != null && entry.saves() > read)
                .map(save -> of(save, content, zone))
                .collect(Collectors.joining());
    }

    private static String of(RevisionEntry save, Content content, ZoneId zone) {
        String changes = save.changes().stream()
                .limit(SHOWN)
                .map(change -> of(change, content))
                .collect(Collectors.joining("、"));
        int more = save.changes().size() - SHOWN;
        return save.whoName() + "已于" + DayWords.time(save.at().atZone(zone)) + "改了" + changes
                + (more > 0 ? "等 " + save.changes().size() + " 处" : "") + "。";
    }

    private static String of(Change change, Content content) {
        String where = (change.row().isEmpty() ? "" : "「" + change.row() + "」")
                + Columns.label(change.file(), change.column());
        if (change.column().isEmpty()) {
            return where + (change.after().isEmpty() ? "（删去）" : "（增加）");
        }
        if (change.column().equals(COOPERATING)) {
            return where + "（" + exchanged(change, content) + "）";
        }
        return where + "：" + brief(change.before()) + "→" + brief(change.after());
    }

    /** Who came and who went, by name: nobody but a program knows codes of departments, and a list of them is long. */
    private static String exchanged(Change change, Content content) {
        List<String> before = List.of(change.before().split("\\|"));
        List<String> after = List.of(change.after().split("\\|"));
        return Stream.of(departments("增加", after, before, content), departments("去掉", before, after, content))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private static String departments(String how, List<String> those, List<String> others, Content content) {
        String names = those.stream()
                .filter(code -> !code.isBlank() && !others.contains(code))
                .map(content::departmentName)
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? "" : how + names;
    }

    private static String brief(String text) {
        if (text.isEmpty()) {
            return "（空）";
        }
        return "“" + (text.length() <= 20 ? text : text.substring(0, 20) + "…") + "”";
    }
}
