package city.onewindow.approval;

import java.util.List;

/**
 * A case as it was accepted: what never changes, so that it is read once and not at every act.
 *
 * @param to whom the case's documents are written
 * @param matters in their order
 */
record AcceptedCase(Addressed to, List<AcceptedMatter> matters) {

    AcceptedCase {
        matters = List.copyOf(matters);
    }

    /** The one of the item. Whose it is may change, so that the act's own statement finds out. */
    AcceptedMatter matter(String item) {
        return matters.stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .orElseThrow(Approval::unknown);
    }

    /** Those that wait for it directly. */
    List<AcceptedMatter> following(AcceptedMatter matter) {
        return matters.stream()
                .filter(one -> one.after().contains(matter.item()))
                .toList();
    }
}
