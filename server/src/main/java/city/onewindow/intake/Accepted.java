package city.onewindow.intake;

import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an acceptance gave.
 *
 * @param number the case number
 * @param deferredUntil last day to hand in what was deferred; null if nothing was
 * @param documents verify codes of the documents given out, the notice of acceptance first
 */
public record Accepted(
        String number, String queryCode, @Nullable LocalDate deferredUntil, List<String> documents) {

    public Accepted {
        documents = List.copyOf(documents);
    }

    /**
     * What an acceptance gave, read again, in the same order.
     *
     * @param documents all of the application
     */
    static Accepted before(Application accepted, List<IssuedDocument> documents) {
        List<DocumentKind> given = IntakeProcedure.edge(ApplicationStatus.DRAFT, IntakeAct.ACCEPT)
                .orElseThrow()
                .gives();
        return new Accepted(
                accepted.number(),
                accepted.queryCode(),
                accepted.deferredUntil(),
                documents.stream()
                        .filter(document -> given.contains(document.kind()))
                        .sorted(Comparator.comparingInt(document -> given.indexOf(document.kind())))
                        .map(IssuedDocument::verifyCode)
                        .toList());
    }
}
