package city.onewindow.approval;

import city.onewindow.catalog.Dependence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Those that wait and can't be granted without it. */
    List<Matter> descendants() {
        Collection<String> items = Dependence.of(all.stream().collect(Collectors.toMap(Matter::item, Matter::after)))
                .withoutRings()
                .descendants(matter.item());
        return all.stream()
                .filter(one -> items.contains(one.item()) && one.step() == Step.WAITING)
                .toList();
    }
}
