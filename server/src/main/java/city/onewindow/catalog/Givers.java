package city.onewindow.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Which items of an errand may give the value of a data element to those that come after them (统一社会信用代码 is a result of
 * 设立登记): the nearest ones before that don't ask for it themselves.
 */
record Givers(Errand errand, DataElement element) {

    /** Names; empty if the value must be asked for. */
    List<String> before(CaseItem item) {
        List<CaseItem> near = itemsBefore(item);
        while (!near.isEmpty()) {
            List<CaseItem> giving = near.stream().filter(this::doesNotAsk).toList();
            if (!giving.isEmpty()) {
                return nearest(giving);
            }
            near = near.stream()
                    .flatMap(one -> itemsBefore(one).stream())
                    .distinct()
                    .toList();
        }
        return List.of();
    }

    private List<CaseItem> itemsBefore(CaseItem item) {
        return item.after().stream().map(errand::item).flatMap(Optional::stream).toList();
    }

    private boolean doesNotAsk(CaseItem item) {
        return item.item().fields().stream().noneMatch(field -> field.element().equals(element.code()));
    }

    /** Of several the one whose result's words are the element's: 号牌号码 comes from the registration that gives 号牌. */
    private List<String> nearest(List<CaseItem> giving) {
        long most = giving.stream().mapToLong(this::likeness).max().orElse(0);
        return giving.stream()
                .filter(one -> likeness(one) == most)
                .map(CaseItem::name)
                .toList();
    }

    private long likeness(CaseItem item) {
        return Production.likeness(element.name(), item);
    }
}
