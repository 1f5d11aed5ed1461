package city.onewindow.intake.web;

import city.onewindow.frame.Due;
import city.onewindow.frame.Fact;
import city.onewindow.notice.DocumentLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an application.
 *
 * @param headline what was decided, in a few words
 * @param queryCode shown big only while the applicant has a use for it; empty otherwise
 * @param due until when something is awaited from the applicant; null if nothing is
 * @param awaited the materials still to follow
 * @param next what happens now, sentence by sentence
 * @param continuesAt where the clerk goes on; empty if there is nothing to decide
 * @param caseAt where its departments' progress is seen; null until it is accepted
 * @param mayArrive whether it was filled in online and its applicant is still to come
 * @param mayLapse whether it wasn't mended by the day that its one-time notice named
 * @param unrecorded how many corrections the applicant hasn't been given the record of, to sign
 * @param accepted whether it is a case, whose paper goes to its departments
 */
public record ResultView(
        DossierBar bar,
        String headline,
        String queryCode,
        @Nullable Due due,
        List<Paper> papers,
        List<Fact> facts,
        List<MaterialRow> awaited,
        List<String> next,
        String continuesAt,
        @Nullable String caseAt,
        boolean mayArrive,
        boolean mayLapse,
        int unrecorded,
        boolean accepted,
        long version) {

    /** Whether it is the first of those that were given out last, which the applicant is waiting for. */
    public boolean isNewest(Paper paper) {
        String last = papers.get(papers.size() - 1).issued();
        return papers.stream()
                .filter(one -> one.issued().equals(last))
                .findFirst()
                .filter(paper::equals)
                .isPresent();
    }

    /** An official document that was given out. */
    public record Paper(String title, String number, String issued, DocumentLinks links) {}
}
