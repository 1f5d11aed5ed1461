package city.onewindow.approval;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A matter among all the matters of its case. */
record Whole(List<Matter> all, Matter matter) {

    /** Those that wait for it directly. */
    List<Matter> following() {
        return named(dependence().following(matter.item()));
    }

    /** Those that wait and can't be granted without it. */
    List<Matter> descendants() {
        return named(dependence().descendants(matter.item()));
    }

    private List<Matter> named(Collection<String> items) {
        return all.stream()
                .filter(one -> items.contains(one.item()) && one.step() == Step.WAITING)
                .toList();
    }

    private Dependence dependence() {
        return Dependence.of(all.stream().collect(Collectors.toMap(Matter::item, Matter::after)));
    }
}
