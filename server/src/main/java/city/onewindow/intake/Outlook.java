package city.onewindow.intake;

import city.onewindow.catalog.MergedMaterial;
import city.onewindow.kernel.Fault;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each decision would bring if it were taken now, so that clerk and applicant see it before.
 *
 * @param mayRefuse whether it may be refused: not again after a ruling opened it
 * @param gaps everything that stands between the application and its acceptance
 * @param keptOut what the acceptance would be refused for although nothing of the application is missing (阶段准入)
 * @param late what the notice left out: it can't be demanded any more and stands in nobody's way
 * @param deferred what would be accepted against a promise
 * @param declared names of the items that the applicant wants done on a declaration (告知承诺)
 * @param promisedDue when the errand would be done
 * @param deferredUntil last day to hand in what is deferred; null if nothing is
 * @param supplementUntil last day to supplement after a notice
 */
public record Outlook(
        boolean mayRefuse,
        List<Gap> gaps,
        List<Fault> keptOut,
        List<Gap> late,
        List<MergedMaterial> deferred,
        List<String> declared,
        LocalDateTime promisedDue,
        @Nullable LocalDate deferredUntil,
        LocalDate supplementUntil) {

    /** Of the gaps what the applicant has to mend. */
    public List<Gap> demands() {
        return Gap.demanded(gaps);
    }

    public Outlook {
        gaps = List.copyOf(gaps);
        keptOut = List.copyOf(keptOut);
        late = List.copyOf(late);
        deferred = List.copyOf(deferred);
        declared = List.copyOf(declared);
    }
}
