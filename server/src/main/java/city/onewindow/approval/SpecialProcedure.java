package city.onewindow.approval;

import city.onewindow.calendar.Suspension;
import city.onewindow.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 特别程序: what takes a time of its own while a matter is examined; the matter's clock stands still as long as the applicant was
 * told (行政许可法 第四十五条).
 *
 * @param item code
 * @param reason what it is needed for
 * @param body who carries it out (承担机构); empty for a hearing, which the department holds
 * @param staff who were sent to do it, where the item is checked by technical standards; else empty
 * @param begunOn the first day that doesn't count
 * @param expectedEnd the last one, as the applicant was told
 * @param endedOn null while it runs
 * @param result what came out; empty while it runs
 * @param document number of the document that told the applicant
 * @param counts false once a ruling has begun the matter anew: that has a time of its own, which what stood still before doesn't lengthen
 */
public record SpecialProcedure(
        String item,
        Kind kind,
        String reason,
        String body,
        String staff,
        LocalDate begunOn,
        LocalDate expectedEnd,
        @Nullable LocalDate endedOn,
        String result,
        String document,
        boolean counts) {

    /**
     * What the law lets a clock stand still for. How long at most, all of its kind together, is the centre's own rule where the law
     * says nothing, so that no clock stands for ever.
     */
    public enum Kind {
        /** Within twenty days of the request, and seven days' notice (行政许可法 第四十七条、第四十八条). */
        HEARING("听证", "行政许可法 第四十五条、第四十七条", 30),
        BIDDING("招标", "行政许可法 第四十五条、第五十三条", 60),
        AUCTION("拍卖", "行政许可法 第四十五条、第五十三条", 60),
        INSPECTION("检验", "行政许可法 第四十五条、第五十五条", 30),
        TESTING("检测", "行政许可法 第四十五条、第五十五条", 30),
        QUARANTINE("检疫", "行政许可法 第四十五条、第五十五条", 30),
        APPRAISAL("鉴定", "行政许可法 第四十五条", 60),
        EXPERT_REVIEW("专家评审", "行政许可法 第四十五条", 30),
        /** A court's or another authority's conclusion, without which nothing can be decided. */
        CONCLUSION("等待司法或有关行政主管部门结论", "工伤保险条例 第二十条第三款", 180);

        private final String term;
        private final String ground;
        private final int longest;

        Kind(String term, String ground, int longest) {
            this.term = term;
            this.ground = ground;
            this.longest = longest;
        }

        /** The field's word, as pages and documents show it. */
        public String term() {
            return term;
        }

        /** Law and article. */
        public String ground() {
            return ground;
        }

        /** The rest are of the law on licences; this one is of its own law, and for its matters only. */
        public boolean isFor(Matter matter) {
            return this != CONCLUSION || matter.legalBasis().contains(law());
        }

        /** Whether it is done by technical standards (行政许可法 第五十五条). */
        public boolean isTechnical() {
            return this == INSPECTION || this == TESTING || this == QUARANTINE;
        }

        /** The law that the ground names. */
        String law() {
            return ground.substring(0, ground.indexOf(' '));
        }

        /** Working days that all of this kind may take at most of one matter, the first included. */
        public int longest() {
            return longest;
        }
    }

    public boolean isRunning() {
        return endedOn == null;
    }

    /** The days that a matter's clock is without. */
    static List<Suspension> suspensions(List<SpecialProcedure> procedures) {
        return procedures.stream()
                .filter(SpecialProcedure::counts)
                .map(SpecialProcedure::suspension)
                .toList();
    }

    /** The days that it was without before a ruling began it anew. */
    static List<Suspension> before(List<SpecialProcedure> procedures) {
        return procedures.stream()
                .filter(one -> !one.counts)
                .map(SpecialProcedure::suspension)
                .toList();
    }

    /** How many working days the clock has stood still for procedures of this kind. */
    static int taken(Kind kind, List<SpecialProcedure> procedures, WorkingDays days) {
        return procedures.stream()
                .filter(one -> one.counts && one.kind == kind)
                .map(SpecialProcedure::suspension)
                .mapToInt(one -> days.between(one.from().minusDays(1), one.to()))
                .sum();
    }

    /** Who carries it out, and by whom it does. */
    public String carriedOut() {
        return staff.isEmpty() ? body : body + "，工作人员：" + staff;
    }

    private Suspension suspension() {
        return Suspension.told(begunOn, expectedEnd, endedOn, kind.term());
    }

    /** The same, of before a ruling. */
    SpecialProcedure past() {
        return new SpecialProcedure(
                item, kind, reason, body, staff, begunOn, expectedEnd, endedOn, result, document, false);
    }

    /** The same, over. */
    SpecialProcedure ended(LocalDate day, String what) {
        return new SpecialProcedure(item, kind, reason, body, staff, begunOn, expectedEnd, day, what, document, counts);
    }
}
