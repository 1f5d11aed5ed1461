package city.onewindow.approval;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 征求意见: what the department that decides a matter asks another one.
 *
 * @param item code
 * @param seq its place among the matter's, from 1
 * @param by code of the department that asks
 * @param department code of the one that is asked
 * @param until the last day to answer; who says nothing by then has no objection
 * @param askedBy how the person who asks is called
 * @param letter number of the document that asks; null for what was asked before there was one
 * @param answer null until it came
 */
public record Consultation(
        String number,
        String item,
        String itemName,
        int seq,
        String by,
        String department,
        String question,
        LocalDate until,
        String askedBy,
        LocalDateTime askedAt,
        @Nullable String letter,
        @Nullable Answer answer) {

    /**
     * @param by account of the person who answered
     * @param who how that person is called
     * @param letter number of the document that says so; null for what was answered before there was one
     */
    public record Answer(
            Opinion opinion,
            String text,
            String by,
            String who,
            LocalDateTime at,
            @Nullable String letter) {}

    /** What the asked department thinks of it. */
    public enum Opinion {
        AGREE("同意"),
        CONDITIONALLY("有条件同意"),
        DISAGREE("不同意");

        private final String term;

        Opinion(String term) {
            this.term = term;
        }

        /** The field's word, as pages show it. */
        public String term() {
            return term;
        }
    }

    /** Whether it still waits for an answer that may come. */
    public boolean isOpen(LocalDate today) {
        return answer == null && !today.isAfter(until);
    }

    /** Whether an answer can still change anything: not of what was asked before a decision that a ruling has set aside. */
    boolean matters(Matter matter) {
        return Consultations.isOpen(matter)
                && !askedAt.isBefore(matter.running().openedAt());
    }
}
