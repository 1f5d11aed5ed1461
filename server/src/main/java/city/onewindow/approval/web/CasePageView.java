package city.onewindow.approval.web;

import city.onewindow.approval.Timeline;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Link;
import city.onewindow.notice.DocumentLinks;
import java.util.List;
import java.util.stream.Collectors;
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
 * @param withdrawable the items whose withdrawal by the applicant the reader may write down
 * @param overdue what was deferred and should be in, if the reader may end the case because of it; else empty
 * @param key for the form that ends it, so that one sent twice acts once
 * @param issuing whether the reader may hand results over
 * @param extensible whether the reader may lengthen the limit of the whole
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
        List<Choice> withdrawable,
        String overdue,
        String key,
        boolean issuing,
        boolean extensible) {

    /** An act, and on which matter. */
    public record CaseHistoryLine(String itemName, HistoryLine line) {}

    /** All that can be is ticked at first. */
    public String allWithdrawable() {
        return withdrawable.stream().map(Choice::value).collect(Collectors.joining("|"));
    }
}
