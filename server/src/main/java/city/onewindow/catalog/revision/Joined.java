package city.onewindow.catalog.revision;

import city.onewindow.catalog.content.ContentRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two states of a record that began from the same one, laid together cell by cell: what only one of both changed is as he changed it.
 *
 * @param contested what both changed, each in another way: {@code before} says what the others made of it, {@code after} what stands in
 *     the rows, which is one's own
 */
public record Joined(ContentRows rows, List<Change> contested) {

    /** @param base from which both began */
    static Joined of(ContentRows base, ContentRows mine, ContentRows theirs) {
        Set<String> files = new LinkedHashSet<>(theirs.rows().keySet());
        files.addAll(mine.rows().keySet());
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        List<Change> contested = new ArrayList<>();
        for (String file : files) {
            Map<String, Map<String, String>> before = Change.keyed(file, base.of(file));
            Joining joining = new Joining(
                    file, before, known(file, before, mine.of(file)), known(file, before, theirs.of(file)), contested);
            rows.put(file, joining.rows());
        }
        return new Joined(new ContentRows(mine.source(), rows, mine.whole()), List.copyOf(contested));
    }

    /** The rows of a state under the keys that they had before, new ones under their own. */
    private static Map<String, Map<String, String>> known(
            String file, Map<String, Map<String, String>> before, List<Map<String, String>> rows) {
        Map<String, Map<String, String>> after = Change.keyed(file, rows);
        Map<String, String> keys = new LinkedHashMap<>();
        before.forEach(
                (key, old) -> Change.now(file, key, old, before, after).ifPresent(now -> keys.putIfAbsent(now, key)));
        Map<String, Map<String, String>> known = new LinkedHashMap<>();
        after.forEach((key, row) -> known.put(keys.getOrDefault(key, key), row));
        return known;
    }

    /** The rows of one file. */
    private record Joining(
            String file,
            Map<String, Map<String, String>> before,
            Map<String, Map<String, String>> mine,
            Map<String, Map<String, String>> theirs,
            List<Change> contested) {

        List<Map<String, String>> rows() {
            List<Map<String, String>> joined = new ArrayList<>();
            for (String key : order()) {
                Map<String, String> row = row(key, mine.get(key), theirs.get(key));
                if (row != null) {
                    joined.add(row);
                }
            }
            return joined;
        }

        /** As I have put them, if I have put them otherwise, else as the others did; what only one has comes where he has it. */
        private List<String> order() {
            boolean moved = !stayed(mine.keySet(), before.keySet()).equals(stayed(before.keySet(), mine.keySet()));
            List<String> order = new ArrayList<>(moved ? mine.keySet() : theirs.keySet());
            String last = "";
            for (String key : moved ? theirs.keySet() : mine.keySet()) {
                if (!order.contains(key)) {
                    order.add(order.indexOf(last) + 1, key);
                }
                last = key;
            }
            return order;
        }

        private static List<String> stayed(Set<String> keys, Set<String> others) {
            return keys.stream().filter(others::contains).toList();
        }

        private @Nullable Map<String, String> row(
                String key, @Nullable Map<String, String> own, @Nullable Map<String, String> other) {
            Map<String, String> old = before.getOrDefault(key, Map.of());
            if (own != null && other != null) {
                return cells(key, old, own, other);
            }
            Map<String, String> one = own == null ? other : own;
            if (one == null || before.containsKey(key) && isSame(old, one)) {
                return null;
            }
            if (before.containsKey(key)) {
                String said = Change.told(file, key, one);
                contested.add(new Change(file, key, "", own == null ? said : "", own == null ? "" : said));
                return own;
            }
            return one;
        }

        private Map<String, String> cells(
                String key, Map<String, String> old, Map<String, String> own, Map<String, String> other) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (String column : columns(other, own)) {
                String was = old.getOrDefault(column, "");
                String mineSays = own.getOrDefault(column, "");
                String theirsSays = other.getOrDefault(column, "");
                if (!mineSays.equals(was) && !theirsSays.equals(was) && !mineSays.equals(theirsSays)) {
                    contested.add(new Change(file, key, column, theirsSays, mineSays));
                }
                cells.put(column, mineSays.equals(was) ? theirsSays : mineSays);
            }
            return cells;
        }

        private static boolean isSame(Map<String, String> one, Map<String, String> other) {
            return columns(one, other).stream()
                    .allMatch(column -> one.getOrDefault(column, "").equals(other.getOrDefault(column, "")));
        }

        private static Set<String> columns(Map<String, String> one, Map<String, String> other) {
            Set<String> columns = new LinkedHashSet<>(one.keySet());
            columns.addAll(other.keySet());
            return columns;
        }
    }
}
