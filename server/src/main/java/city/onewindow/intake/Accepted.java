package city.onewindow.intake;

import city.onewindow.notice.IssuedDocument;
import java.time.LocalDate;
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

    /** What an acceptance gave, read again. */
    static Accepted before(Application accepted, List<IssuedDocument> documents) {
        return new Accepted(
                accepted.number(),
                accepted.queryCode(),
                accepted.deferredUntil(),
                documents.stream().map(IssuedDocument::verifyCode).toList());
    }
}
