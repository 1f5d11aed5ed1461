package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A page of the list of items.
 *
 * @param groups of this page, in the order of the departments
 * @param departments those that have items, for the filter
 * @param total how many items the filter lets through
 */
public record ItemsView(
        Catalog catalog,
        List<Group> groups,
        List<Department> departments,
        String words,
        String department,
        int number,
        int size,
        int total) {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A department's items. */
    public record Group(Department department, List<Item> items) {}

    /**
     * @param words that an item's name or result must contain; empty for all
     * @param department code; empty for all
     * @param number of the page, from 1; what lies beyond the last page shows the last
     */
    static ItemsView of(Catalog catalog, String words, String department, int number, int size) {
        List<Item> found = new ArrayList<>();
        List<Department> departments = catalog.departmentsWithItems();
        departments.stream()
                .filter(each -> department.isEmpty() || department.equals(each.code()))
                .flatMap(each -> catalog.items().stream()
                        .filter(item -> item.department().equals(each.code())))
                .filter(item -> contains(item, words))
                .forEach(found::add);
        int last = Math.max(1, (int) Math.ceil((double) found.size() / size));
        int page = Math.max(1, Math.min(number, last));
        List<Item> shown =
                found.stream().skip((long) (page - 1) * size).limit(size).toList();
        return new ItemsView(catalog, groups(catalog, shown), departments, words, department, page, size, found.size());
    }

    private static boolean contains(Item item, String words) {
        String text = (item.name() + " " + item.terms().result()).toLowerCase(Locale.ROOT);
        return SPACE.splitAsStream(words.strip().toLowerCase(Locale.ROOT)).allMatch(text::contains);
    }

    private static List<Group> groups(Catalog catalog, List<Item> items) {
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        items.forEach(item -> groups.computeIfAbsent(item.department(), code -> new ArrayList<>())
                .add(item));
        return groups.entrySet().stream()
                .flatMap(group ->
                        catalog
                                .department(group.getKey())
                                .map(department -> new Group(department, group.getValue()))
                                .stream())
                .toList();
    }
}
