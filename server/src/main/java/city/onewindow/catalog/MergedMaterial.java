package city.onewindow.catalog;

import java.util.List;

/**
 * A material of the merged set (一套材料): handed in once, for all the items that need it, under the strictest demand.
 *
 * @param key its identity across items
 * @param form the strictest of the forms demanded
 * @param copies the most that any item wants
 * @param origin where it comes from
 * @param shareableFrom where the centre fetches it; empty if nowhere
 * @param later why and when it is to follow, if every item that needs it waits; else empty
 * @param reviewPoints what the window checks, those of every item, each once
 * @param reasons which items need it, on what ground; never empty
 * @param forms their departments' own, in the order of the items
 */
public record MergedMaterial(
        String key,
        String name,
        Requirement requirement,
        MaterialForm form,
        int copies,
        Origin origin,
        String source,
        String issuer,
        String shareableFrom,
        String later,
        List<String> reviewPoints,
        List<Reason> reasons,
        List<Own> forms) {

    /**
     * A department's own form.
     *
     * @param item name of the item whose it is
     */
    public record Own(String item, FormPaper paper, OwnForm form) {}

    /** Where a material comes from. */
    public enum Origin {
        /** The applicant brings it. */
        APPLICANT,
        /** The centre fetches it from a shared resource (国务院关于在线政务服务的若干规定 第十条). */
        FETCHED,
        /** The merged form is it: printed from what was filled in, signed by the applicant. */
        FORM
    }

    public MergedMaterial {
        reviewPoints = List.copyOf(reviewPoints);
        reasons = List.copyOf(reasons);
        forms = List.copyOf(forms);
    }

    public List<Own> forms(FormPaper paper) {
        return forms.stream().filter(own -> own.paper() == paper).toList();
    }

    /** Whether each item that needs it has one of its own. */
    public boolean hasAllForms(FormPaper paper) {
        List<String> with = forms(paper).stream().map(Own::item).toList();
        return reasons.stream().map(Reason::item).allMatch(with::contains);
    }

    /** Whether it may follow after acceptance: deferrable, or put off by the answers. */
    public boolean mayFollow() {
        return requirement == Requirement.DEFERRABLE || !later.isEmpty();
    }
}
