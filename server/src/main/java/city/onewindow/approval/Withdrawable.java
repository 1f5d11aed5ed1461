package city.onewindow.approval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An item that the applicant may still withdraw, each being an application of its own (行政许可法 第二十九条).
 *
 * @param item its code
 * @param together names of those that wait for its result, and are withdrawn with it
 */
public record Withdrawable(String item, String itemName, List<String> together) {

    public Withdrawable {
        together = List.copyOf(together);
    }

    /** @param all matters of a case, in the order of {@code seq} */
    public static List<Withdrawable> of(List<Matter> all) {
        return all.stream()
                .filter(Withdrawable::may)
                .map(matter -> new Withdrawable(
                        matter.item(),
                        matter.itemName(),
                        ended(Set.of(matter.item()), all).stream()
                                .filter(other -> !other.equals(matter))
                                .map(Matter::itemName)
                                .toList()))
                .toList();
    }

    /** Those of the chosen that may be withdrawn, and what waits for them. */
    static List<Matter> ended(Collection<String> chosen, List<Matter> all) {
        Set<String> items = new HashSet<>();
        List<Matter> ended = new ArrayList<>();
        for (Matter matter : all) {
            if (may(matter)
                    && (chosen.contains(matter.item())
                            || matter.after().stream().anyMatch(items::contains))) {
                items.add(matter.item());
                ended.add(matter);
            }
        }
        return ended;
    }

    /** A denial stays one: the applicant has it coming. */
    private static boolean may(Matter matter) {
        return matter.outcome() != Outcome.DENIED
                && Procedure.edge(matter.step(), Act.WITHDRAW).isPresent();
    }
}
