package city.onewindow.window.filing;

import city.onewindow.frame.Tone;
import city.onewindow.window.Annex;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that was handed in (报送).
 *
 * @param subject code of the department or window that it is about
 * @param department code of the department that files it
 * @param total rows of the sheet; 0 until that is known
 * @param read how many of them were read
 * @param counts how many rows stand how to the catalog; empty until they were checked
 * @param head what stands above and below the table: who filled it in, whom to call
 * @param headFlaws what is wrong with that
 * @param refusals why the file as a whole was not read
 * @param absent what the catalog has and the table hasn't, by name
 * @param revisions numbers of those that say what it says
 * @param remark why it was returned; empty if it wasn't
 */
public record Filing(
        long id,
        long round,
        Annex annex,
        String subject,
        String subjectName,
        String department,
        String fileName,
        FilingStatus status,
        int total,
        int read,
        Map<RowState, Integer> counts,
        Map<HeadLine, String> head,
        List<HeadFlaw> headFlaws,
        List<String> refusals,
        List<String> absent,
        List<Long> revisions,
        String who,
        String whoName,
        Instant begunAt,
        Instant touchedAt,
        @Nullable Instant filedAt,
        String remark,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    public int count(RowState state) {
        return counts.getOrDefault(state, 0);
    }

    public int rows() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether something in it has to be mended before it can be filed. */
    public boolean isWrong() {
        return count(RowState.WRONG) > 0 || !headFlaws.isEmpty();
    }

    /** As its badge says it: what has to be mended waits for nobody's confirmation. */
    public String term() {
        return status == FilingStatus.READ && isWrong() ? "有错待改" : status.term();
    }

    public Tone tone() {
        return status == FilingStatus.READ && isWrong() ? Tone.BAD : status.tone();
    }

    /** Whom to call about it, and where; empty if it doesn't say. */
    public String contact() {
        return (head.getOrDefault(HeadLine.CONTACT, "") + " " + head.getOrDefault(HeadLine.PHONE, "")).strip();
    }

    /** 附件2　洛阳市市场监督管理局. */
    public String title() {
        return target().title();
    }

    public Target target() {
        return new Target(annex, subject, subjectName, department);
    }
}
