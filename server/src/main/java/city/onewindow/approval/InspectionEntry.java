package city.onewindow.approval;

import java.time.LocalDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One act on an appointment as it was written down; rows are only ever added.
 *
 * @param who account, or "system" for what followed from another act
 * @param department code of whose act it was; null if the system's
 * @param document number of the one that it gave; null if none
 */
public record InspectionEntry(
        String number,
        int seq,
        LocalDateTime at,
        String who,
        String whoName,
        @Nullable String department,
        Act act,
        String text,
        @Nullable String document) {

    /** What is done to an appointment. */
    /** In the order in which they are offered: what is due, then what changes the appointment. */
    public enum Act {
        PROPOSE("提议踏勘"),
        ANSWER("答复"),
        AGREE("各部门都已答复，约定"),
        FIND("填写结论"),
        CLOSE("形成记录"),
        MOVE("改期"),
        CANCEL("取消");

        private final String term;

        Act(String term) {
            this.term = term;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }

        /** As the audit log calls it. */
        String audited() {
            return "inspection." + name().toLowerCase(Locale.ROOT);
        }
    }
}
