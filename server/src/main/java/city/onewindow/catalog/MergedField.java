package city.onewindow.catalog;

import java.util.List;

/**
 * A data element on the merged form (一表登记): asked for once, for all the items that need it.
 *
 * @param shownWhen over other elements of the form: {@link Expression#ALWAYS} if nothing hides it
 * @param mandatoryWhen when it must be filled, likewise; the strictest demand of all items
 * @param given its value where the answer to a question already says it; empty if it is asked
 * @param producer name of the item in the case whose result fills it; empty if it is asked
 * @param reasons which items need it, on what ground; never empty
 */
public record MergedField(
        DataElement element,
        Expression shownWhen,
        Expression mandatoryWhen,
        String given,
        String producer,
        List<Reason> reasons) {

    public MergedField {
        reasons = List.copyOf(reasons);
    }

    /** Whether the applicant has to say it: not answered by a question, not filled by another item's result. */
    public boolean isAsked() {
        return given.isEmpty() && producer.isEmpty();
    }
}
