package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import city.onewindow.catalog.TechnicalCheck;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Until when two or more people are sent to check by technical standards: within five working days of acceptance, or of when the matter opened
 * (行政许可法 第五十五条第二款). It is done when a special procedure of that kind begins; what could be seen on the
 * spot has been by whoever reviewed it, also should it be returned to be reviewed again.
 */
public record TechnicalClock(TechnicalCheck check, LocalDate sendBy) {

    public static final String GROUND = "行政许可法第五十五条";

    static final String WHAT = "指派两名以上工作人员";

    static final int WITHIN = 5;

    /**
     * Empty unless it is still to be done.
     *
     * @param procedures of the matter
     */
    public static Optional<TechnicalClock> of(Matter matter, List<SpecialProcedure> procedures, Deadlines deadlines) {
        TechnicalCheck check = matter.technicalCheck();
        return check == null
                        || matter.step() != Step.REVIEW
                        || matter.reviewedBy() != null
                        || procedures.stream().anyMatch(TechnicalClock::isOfIt)
                ? Optional.empty()
                : Optional.of(new TechnicalClock(check, sendBy(matter.running().openedAt(), deadlines)));
    }

    static LocalDate sendBy(LocalDateTime openedAt, Deadlines deadlines) {
        return deadlines.workingDays().plus(openedAt.toLocalDate(), WITHIN);
    }

    private static boolean isOfIt(SpecialProcedure procedure) {
        return procedure.counts() && procedure.kind().isTechnical();
    }

    /** What the department does about it. */
    public String what() {
        return WHAT + check.term();
    }
}
