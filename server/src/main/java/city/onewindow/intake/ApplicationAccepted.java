package city.onewindow.intake;

import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Schedule;
import city.onewindow.catalog.Stage;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.FairCopy;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An application became a case. Published inside the transaction of the acceptance and heard in it, so that the case and
 * its matters exist when, and only when, the acceptance does (行政许可法 第三十二条: acceptance binds the departments).
 *
 * @param number the application's number, from now on the case number
 * @param schedule from the moment of the acceptance, as the applicant was told
 * @param edition the catalog's edition that the case keeps
 * @param window code of the window that accepted it
 * @param applicant to whom the decisions will be written; for the case's own keeping, never for a log
 * @param queryCode with the number, opens the public tracking page
 * @param project 项目代码, as the form says it; empty if it says none
 * @param by account of the clerk
 * @param declarations by code of the item, the verify code of the declaration that was signed for it (告知承诺书)
 */
public record ApplicationAccepted(
        String region,
        String number,
        String queryCode,
        Errand errand,
        Schedule schedule,
        int edition,
        String window,
        Addressee applicant,
        String project,
        String by,
        Map<String, String> declarations) {

    static ApplicationAccepted of(String region, Application application, Errand errand, Schedule schedule, String by) {
        return new ApplicationAccepted(
                region,
                application.number(),
                application.queryCode(),
                errand,
                schedule,
                application.edition(),
                application.window(),
                application.applicant().addressee(),
                application.form().text(Stage.PROJECT_CODE),
                by,
                Map.of());
    }

    ApplicationAccepted declaring(Map<String, FairCopy> signed) {
        Map<String, String> codes = signed.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, paper -> paper.getValue().verifyCode()));
        return new ApplicationAccepted(
                region, number, queryCode, errand, schedule, edition, window, applicant, project, by, codes);
    }

    public LocalDateTime acceptedAt() {
        return schedule.start();
    }
}
