package city.onewindow.approval;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A matter among the matters of its case.
 *
 * @param all every one, in their order
 * @param to whom the case's documents are written
 */
record Whole(Addressed to, List<Matter> all, Matter matter) {

    /** Empty if none of the matters is the item. */
    static Optional<Whole> of(Addressed to, List<Matter> all, String item) {
        return all.stream()
                .filter(one -> one.item().equals(item))
                .findFirst()
                .map(matter -> new Whole(to, all, matter));
    }

    List<Matter> waitingFor() {
        return waitingFor(matter.item(), all);
    }

    /** Those that wait for it still, and those that wait for these; not what waits for a matter that goes on without it. */
    static List<Matter> waitingFor(String item, List<Matter> all) {
        Set<String> lost = new HashSet<>(Set.of(item));
        return all.stream()
                .filter(one -> one.step() == Step.WAITING
                        && one.after().stream().anyMatch(lost::contains)
                        && lost.add(one.item()))
                .toList();
    }

    /** Those that were opened on its result and are open, or granted. */
    List<Matter> openedOn() {
        return all.stream()
                .filter(one -> one.step() != Step.WAITING && one.after().contains(matter.item()))
                .filter(one -> Outcome.isToCome(one.outcome()))
                .toList();
    }
}
