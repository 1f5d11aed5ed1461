package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.lint.Finding;
import city.onewindow.catalog.lint.Judged;
import city.onewindow.catalog.lint.Waiver;
import city.onewindow.catalog.revision.Change;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionAct;
import city.onewindow.catalog.revision.RevisionEntry;
import city.onewindow.catalog.revision.RevisionFindings;
import city.onewindow.catalog.revision.RevisionView;
import java.util.List;
import java.util.Map;

/**
 * A revision as a call reads it in full.
 *
 * @param rows by name of the content file, as content/README.md describes them
 * @param faults why it can't be submitted
 * @param findings of the linter that nobody has waived, beside faults only of what can be read; with an error among them it can't be
 *     published
 * @param changes against what was published when it began
 * @param meanwhile what was published of the record since then
 * @param next what the caller may do
 * @param awaited codes of the departments that have yet to confirm
 */
record WholeRevision(
        RevisionLine revision,
        Map<String, List<Map<String, String>>> rows,
        List<ContentFault> faults,
        List<Finding> findings,
        List<Change> changes,
        List<Change> meanwhile,
        List<RevisionEntry> history,
        List<RevisionAct> next,
        List<String> awaited) {

    static WholeRevision of(RevisionView view, List<Waiver> waivers) {
        Revision revision = view.revision();
        return new WholeRevision(
                RevisionLine.of(revision),
                revision.rows().rows(),
                view.draft().faults(),
                findings(view, waivers),
                revision.changes(),
                view.meanwhile(),
                view.history(),
                view.next(),
                view.awaited());
    }

    private static List<Finding> findings(RevisionView view, List<Waiver> waivers) {
        List<Finding> found =
                RevisionFindings.of(view.revision(), view.revision().rows(), view.draft());
        return Judged.of(found, waivers).open();
    }
}
