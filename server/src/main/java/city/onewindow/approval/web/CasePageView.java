package city.onewindow.approval.web;

import city.onewindow.approval.Timeline;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.notice.DocumentLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case's page.
 *
 * @param project null unless the case is of one
 * @param setbacks results of earlier stages that hold no longer
 * @param owed who owes the next moves; empty once all has ended
 * @param inspections as far as the reader may see them
 * @param hearings where the reader writes down who asks for a hearing (听证) at his window; empty unless he may
 * @param declarations where he writes down who takes a declaration (告知承诺) back there; empty unless he may
 * @param proposeInspection null unless the reader may
 * @param results files that the reader may open
 * @param paper whether the reader may see where the paper is, some of it at least
 * @param history newest first
 * @param withdrawal what is asked of who writes down the applicant's withdrawal; empty unless the reader may
 * @param overdue what was deferred and should be in, if the reader may end the case because of it; else empty
 * @param key for the form that ends it, so that one sent twice acts once
 * @param issuing whether the reader may hand results over
 * @param extension what is asked of who lengthens the limit of the whole; empty unless the reader may
 */
public record CasePageView(
        String number,
        String title,
        List<Fact> facts,
        ProjectPart.@Nullable Part project,
        List<SetbackLine> setbacks,
        List<NextMoveLine> owed,
        Timeline timeline,
        List<Link> inspections,
        List<Link> hearings,
        List<Link> declarations,
        @Nullable Link proposeInspection,
        List<Link> matters,
        List<DocumentLinks> documents,
        List<Link> results,
        boolean paper,
        List<CaseHistoryLine> history,
        List<Field> withdrawal,
        String overdue,
        String key,
        boolean issuing,
        List<Field> extension) {

    /** An act, and on which matter. */
    public record CaseHistoryLine(String itemName, HistoryLine line) {}
}
