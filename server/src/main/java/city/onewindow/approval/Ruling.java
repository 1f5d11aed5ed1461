package city.onewindow.approval;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.notice.RevokedHow;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 复议、诉讼结果: what an organ of review (行政复议法) or a court (行政诉讼法) ruled on what was decided.
 *
 * @param seq its place among the matter's, from 1
 * @param document number of the organ's own document
 * @param reachedOn the day it reached the department, from which the time to decide anew runs
 * @param rules what it rules, in its own words
 * @param remedy 补救措施 that it orders (行政诉讼法 第七十六条); empty if none
 * @param procedural whether only the procedure was found unlawful
 * @param outcome what it is about, as it stood; null if nothing was decided yet
 * @param takenBack numbers of the documents that hold no longer
 * @param own the time that it sets to decide, or to decide anew; null if it sets none
 * @param due until when an open matter is to be decided by it (责令履行), by the days as they are worked now; null for others, and once it is decided
 */
public record Ruling(
        int seq,
        RulingOrgan organ,
        String organName,
        String document,
        LocalDate dated,
        LocalDate reachedOn,
        Kind kind,
        String rules,
        String remedy,
        boolean procedural,
        @Nullable Outcome outcome,
        List<String> takenBack,
        @Nullable TimeLimit own,
        @Nullable LocalDateTime due,
        String whoName,
        LocalDateTime at) {

    public Ruling {
        takenBack = List.copyOf(takenBack);
    }

    /**
     * When it was decided what the next one would be about: by a ruling when the organ ruled, not when somebody wrote that down.
     *
     * @param earlier of the matter, oldest first
     * @return null if nothing was decided
     */
    static @Nullable LocalDate decidedOn(Matter matter, List<Ruling> earlier) {
        LocalDateTime decided = matter.decidedAt();
        if (!matter.isDecidedByRuling()) {
            return decided == null ? null : decided.toLocalDate();
        }
        return earlier.stream()
                .filter(one -> one.kind().outcome().isPresent())
                .map(Ruling::dated)
                .reduce((before, later) -> later)
                .orElse(null);
    }

    /** What is ruled, with its article in each of the two laws, and where it leads. */
    public enum Kind {
        UPHELD("维持，或者驳回请求", Act.RECORD_RULING, "第六十八条、第六十九条", "第六十九条", null),
        /** It was unlawful, and stands nevertheless. */
        UNLAWFUL("确认违法，不撤销", Act.RECORD_RULING, "第六十五条", "第七十四条", null),
        DECIDE_ANEW("撤销，责令重新作出", Act.REOPEN, "第六十四条", "第七十条", null),
        /** A grant falls. A denial that falls leaves an application without an answer, which is decided anew. */
        SET_ASIDE("撤销，不责令重新作出", Act.SET_ASIDE, "第六十四条", "第七十条", Outcome.REVOKED),
        CHANGED_TO_GRANT("变更为准予", Act.SUBSTITUTE_GRANT, "第六十三条", "第七十七条", Outcome.GRANTED),
        CHANGED_TO_DENIAL("变更为不予", Act.SUBSTITUTE_DENIAL, "第六十三条", "第七十七条", Outcome.DENIED),
        VOID("确认无效", Act.DECLARE_VOID, "第六十七条", "第七十五条", Outcome.REVOKED),
        /** About what isn't decided yet: it has to be, by a day. */
        ORDERED("责令履行，限期作出决定", Act.ORDER_DECISION, "第六十六条", "第七十二条", null),
        /** About a revocation (撤销决定): that is set aside or void, and what was granted stands again. */
        RESTORED("撤销决定被撤销或者确认无效，准予恢复", Act.RESTORE, "第六十四条、第六十七条", "第七十条、第七十五条", Outcome.GRANTED);

        private final String term;
        private final Act act;
        private final String inReview;
        private final String inCourt;
        private final @Nullable Outcome outcome;

        Kind(String term, Act act, String inReview, String inCourt, @Nullable Outcome outcome) {
            this.term = term;
            this.act = act;
            this.inReview = inReview;
            this.inCourt = inCourt;
            this.outcome = outcome;
        }

        /** The field's words, as pages show them. */
        public String term() {
            return term;
        }

        /** What it does to a matter. */
        public Act act() {
            return act;
        }

        /** What becomes of the matter; empty where that is decided anew, and where it stays as it was. */
        Optional<Outcome> outcome() {
            return Optional.ofNullable(outcome);
        }

        /** Whether what was decided holds no longer. */
        boolean takesBack() {
            return !act.isNoted();
        }

        /**
         * Whether it can be ruled of what became of a matter; nothing takes the place of what was never decided.
         *
         * @param outcome null if it is open
         */
        public boolean isAbout(@Nullable Outcome outcome) {
            boolean leaves = act == Act.RECORD_RULING;
            if (outcome == null || this == ORDERED) {
                return outcome == null && (leaves || this == ORDERED);
            }
            if (this == SET_ASIDE) {
                return outcome == Outcome.GRANTED;
            }
            if (outcome == Outcome.WITHDRAWN) {
                return leaves || this == DECIDE_ANEW;
            }
            return outcome == Outcome.REVOKED ? leaves || this == RESTORED : this != RESTORED;
        }

        /** Whether it may set a time to decide. */
        boolean mayLimit() {
            return this == DECIDE_ANEW || this == ORDERED;
        }

        /** How the document that was taken back is told of. */
        RevokedHow revokedHow() {
            return switch (this) {
                case VOID -> RevokedHow.VOID;
                case CHANGED_TO_GRANT, CHANGED_TO_DENIAL -> RevokedHow.CHANGED;
                default -> RevokedHow.SET_ASIDE;
            };
        }

        /** Law and article. */
        public String ground(RulingOrgan organ) {
            return organ.ground(inReview, inCourt);
        }
    }
}
