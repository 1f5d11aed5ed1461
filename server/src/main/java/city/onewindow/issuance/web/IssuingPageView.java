package city.onewindow.issuance.web;

import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.notice.DocumentLinks;
import java.util.List;

/**
 * One case at the issuing window.
 *
 * @param papers of the case, to print what is handed over
 * @param results files that departments made of their results, to print and hand over
 * @param fields the form's; empty if nothing is ready or on its way
 * @param lies whether something lies at the window
 * @param ofSent whether the form asks what has arrived of that which was sent, and not what is handed over
 * @param sent what is on its way, and how
 * @param unfinished names of the items still with a department
 * @param awaited what the applicant still has to bring before results are handed over, and until when
 * @param pressing whose delivery is due, each with its day and what to do
 */
public record IssuingPageView(
        String number,
        String title,
        List<Fact> facts,
        List<Field> fields,
        List<Link> errors,
        String key,
        boolean lies,
        boolean ofSent,
        List<String> sent,
        List<String> unfinished,
        List<String> awaited,
        List<String> pressing,
        List<Done> done,
        List<DocumentLinks> papers,
        List<Link> results) {

    /** What was handed over before; the receipt's text is its number, its address the paper. */
    public record Done(String at, String items, String taker, String by, DocumentLinks receipt) {}
}
