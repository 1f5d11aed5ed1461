package city.onewindow.approval.web;

import city.onewindow.approval.Timeline;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Link;
import java.util.List;

/**
 * A case's page.
 *
 * @param history newest first
 * @param withdrawable whether the reader may write down the applicant's withdrawal
 * @param key for the withdrawal, so that a form sent twice acts once
 * @param issuing whether the reader may hand results over
 */
public record CasePageView(
        String number,
        String title,
        List<Fact> facts,
        Timeline timeline,
        List<Link> matters,
        List<Link> documents,
        List<CaseHistoryLine> history,
        boolean withdrawable,
        String key,
        boolean issuing) {

    /** An act, and on which matter. */
    public record CaseHistoryLine(String itemName, HistoryLine line) {}
}
