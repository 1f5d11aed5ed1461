package city.onewindow.approval;

import city.onewindow.identity.Actor;
import java.util.List;
import java.util.Optional;

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

    Optional<AcceptedMatter> matter(String item) {
        return matters.stream().filter(one -> one.item().equals(item)).findFirst();
    }

    /** The one of the item, if the actor's department decides it; otherwise as if there were none. */
    AcceptedMatter own(String item, Actor actor) {
        return matter(item).filter(matter -> Rights.isOwn(matter, actor)).orElseThrow(Approval::unknown);
    }

    /** Those that wait for it directly. */
    List<AcceptedMatter> following(AcceptedMatter matter) {
        return matters.stream()
                .filter(one -> one.after().contains(matter.item()))
                .toList();
    }
}
