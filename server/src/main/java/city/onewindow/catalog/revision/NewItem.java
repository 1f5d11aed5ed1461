package city.onewindow.catalog.revision;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.kernel.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a new item begins as: blank, or another item under a new name. */
public final class NewItem {

    private static final Map<String, String> USUAL =
            Map.of("status", "在用", "case_kind", "承诺件", "day_unit", "工作日", "level", "市级", "confidence", "high");

    private NewItem() {}

    /**
     * Rows for {@link Revisions#beginNew}.
     *
     * @param from name of the item to copy; empty for none
     * @param department code of the department that shall keep it
     * @throws Problem.InvalidInput if there is nothing of the name to copy
     */
    public static ContentRows rows(String name, String from, String department, Content content) {
        String keeperName = content.departmentName(department);
        if (from.isEmpty()) {
            Map<String, String> own = new HashMap<>(USUAL);
            own.put("item", name);
            own.put("department", keeperName);
            return new ContentRows("new", Map.of("items.csv", List.of(own)), List.of(name));
        }
        Item copied = content.items().get(from);
        if (copied == null) {
            throw new Problem.InvalidInput("/from", "没有名为「" + from + "」的事项可以复制。请从列表中选一个，或从空白开始。");
        }
        Map<String, List<Map<String, String>>> rows = new HashMap<>();
        new RowWriter(content)
                .item(copied, "copy")
                .rows()
                .forEach((file, list) -> rows.put(
                        file,
                        list.stream()
                                .map(cells -> renamed(cells, from, name, keeperName))
                                .toList()));
        return new ContentRows("new", rows, List.of(name));
    }

    /** Its codes are its own. */
    private static Map<String, String> renamed(Map<String, String> cells, String from, String name, String keeper) {
        Map<String, String> renamed = new HashMap<>(cells);
        renamed.computeIfPresent("item", (column, before) -> name);
        renamed.computeIfPresent("one_thing", (column, before) -> name);
        renamed.computeIfPresent("expected_items", (column, before) -> before.equals(from) ? name : before);
        renamed.computeIfPresent(
                "target",
                (column, before) -> before.startsWith(from + "::") ? name + before.substring(from.length()) : before);
        renamed.computeIfPresent("department", (column, before) -> keeper);
        renamed.computeIfPresent("basic_code", (column, before) -> "");
        renamed.computeIfPresent("implementation_code", (column, before) -> "");
        return renamed;
    }
}
