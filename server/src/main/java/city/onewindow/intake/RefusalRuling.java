package city.onewindow.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 复议、诉讼结果: what an organ of review or a court ruled on the refusal of an application (不予受理).
 *
 * @param seq its place among the application's, from 1
 * @param document number of the organ's own document
 * @param reachedOn the day it reached the centre, from which the window's five working days run if it reopens the application
 * @param until last day that the organ sets to accept it; null: it sets none
 * @param refusal number of the refusal that it is about
 */
public record RefusalRuling(
        int seq,
        RulingOrgan organ,
        String organName,
        String document,
        LocalDate dated,
        LocalDate reachedOn,
        @Nullable LocalDate until,
        Kind kind,
        String rules,
        String remedy,
        String refusal,
        String whoName,
        LocalDateTime at) {

    /** What is ruled, with its article in each of the two laws. */
    public enum Kind {
        UPHELD("维持，或者驳回请求", IntakeAct.RECORD_RULING, "第六十八条、第六十九条", "第六十九条"),
        /** It was unlawful, and stands nevertheless. */
        UNLAWFUL("确认违法，不撤销", IntakeAct.RECORD_RULING, "第六十五条", "第七十四条"),
        REVOKED("撤销不予受理决定", IntakeAct.REOPEN, "第六十四条", "第七十条"),
        ORDERED("责令受理", IntakeAct.REOPEN, "第六十六条", "第七十二条");

        private final String term;
        private final IntakeAct act;
        private final String inReview;
        private final String inCourt;

        Kind(String term, IntakeAct act, String inReview, String inCourt) {
            this.term = term;
            this.act = act;
            this.inReview = inReview;
            this.inCourt = inCourt;
        }

        /** The field's words, as pages show them. */
        public String term() {
            return term;
        }

        /** What it does to the application. */
        IntakeAct act() {
            return act;
        }

        /** Whether the refusal holds no longer. */
        public boolean reopens() {
            return act == IntakeAct.REOPEN;
        }

        /** Law and article. */
        public String ground(RulingOrgan organ) {
            return organ.ground(inReview, inCourt);
        }
    }
}
