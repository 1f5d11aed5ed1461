package city.onewindow.bench;

import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Errand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The errand that everybody runs: its items in an order in which none comes before one that it waits for.
 *
 * @param items never empty
 */
record Flow(List<CaseItem> items) {

    static Flow of(Errand errand) {
        Set<CaseItem> ordered = new LinkedHashSet<>();
        List<CaseItem> open = new ArrayList<>(errand.items());
        while (!open.isEmpty()) {
            List<String> done = ordered.stream().map(CaseItem::name).toList();
            List<CaseItem> ready =
                    open.stream().filter(item -> done.containsAll(item.after())).toList();
            ordered.addAll(ready);
            open.removeAll(ready);
        }
        return new Flow(List.copyOf(ordered));
    }

    /** Acceptance, three steps an item, and the hand-over. */
    int transactions() {
        return 1 + 3 * items.size() + 1;
    }

    List<String> codes() {
        return items.stream().map(item -> item.item().code()).toList();
    }

    List<CaseItem> following(CaseItem item) {
        return items.stream()
                .filter(other -> other.after().contains(item.name()))
                .toList();
    }
}
