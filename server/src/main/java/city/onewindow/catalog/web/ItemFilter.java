package city.onewindow.catalog.web;

import city.onewindow.catalog.CaseKind;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Item;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which items a list shows; what isn't given doesn't narrow it.
 *
 * @param query part of the name, or the whole code
 * @param department code of the department that decides
 * @param window code of the window where the item alone is taken in
 */
record ItemFilter(
        @Nullable String query,
        @Nullable String department,
        @Nullable String window) {

    /** An item in a list. */
    record ItemLine(String code, String name, String itemType, CaseKind kind, Named department, Named window) {

        static ItemLine of(Item item, Catalog catalog) {
            return new ItemLine(
                    item.code(),
                    item.name(),
                    item.terms().itemType(),
                    item.terms().kind(),
                    Named.department(item.department(), catalog),
                    Named.window(item.homeWindow(), catalog));
        }
    }

    Slice<ItemLine> read(Catalog catalog, int size, @Nullable String after) {
        List<Item> items = catalog.items().stream().filter(this::fits).toList();
        int from = 0;
        if (after != null) {
            List<String> codes = items.stream().map(Item::code).toList();
            from = codes.indexOf(after) + 1;
            if (from == 0) {
                throw new Problem.InvalidInput("/after", "“" + after + "”不是上一页给出的 next，请从头读起。");
            }
        }
        List<Item> read = items.subList(from, Math.min(items.size(), from + size + 1));
        return Slice.of(read, size, Item::code).map(item -> ItemLine.of(item, catalog));
    }

    private boolean fits(Item item) {
        String sought = Objects.requireNonNullElse(query, "").strip();
        return (item.name().contains(sought) || item.code().equals(sought))
                && (department == null || item.department().equals(department))
                && (window == null || item.homeWindow().equals(window));
    }
}
