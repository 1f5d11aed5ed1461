package city.onewindow.intake;

import city.onewindow.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the centre promises of pre-reviews; no law sets it. */
@Component
public class PreReviewTerms {

    private final int workingDays;
    private final int keptDays;

    /**
     * @param workingDays within how many the window answers
     * @param keptDays how long what its applicant doesn't go on with is kept (个人信息保护法 第十九条: no longer than needed)
     */
    PreReviewTerms(
            @Value("${onewindow.pre-review.working-days:1}") int workingDays,
            @Value("${onewindow.pre-review.kept-days:30}") int keptDays) {
        this.workingDays = workingDays;
        this.keptDays = keptDays;
    }

    public int workingDays() {
        return workingDays;
    }

    public int keptDays() {
        return keptDays;
    }

    /** Last day to answer; null unless it waits for that. */
    public @Nullable LocalDate answerUntil(Dossier dossier, PreReview preReview, WorkingDays days) {
        return dossier.application().status() == ApplicationStatus.PRE_REVIEW && preReview.submittedAt() != null
                ? days.plus(preReview.submittedAt().toLocalDate(), workingDays)
                : null;
    }

    /** Last day to answer; null unless what was handed in online waits for that. */
    @Nullable
    LocalDate answerUntil(Lying lying, WorkingDays days) {
        LocalDateTime submitted = lying.submittedAt();
        if (submitted == null) {
            return null;
        }
        return switch (lying.status()) {
            case PRE_REVIEW -> days.plus(submitted.toLocalDate(), workingDays);
            case SUBMITTED -> Application.lastDay(days, submitted.toLocalDate());
            default -> null;
        };
    }

    /** Last day to answer: for a look as the centre promises, for the acceptance as the law sets. */
    public LocalDate answerUntil(WaitingPreReview waiting, WorkingDays days) {
        LocalDate submitted = waiting.submittedAt().toLocalDate();
        return waiting.applied() ? Application.lastDay(days, submitted) : days.plus(submitted, workingDays);
    }
}
