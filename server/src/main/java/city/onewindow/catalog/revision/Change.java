package city.onewindow.catalog.revision;

import city.onewindow.catalog.content.ContentRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One cell that differs between two states of a record.
 *
 * @param file of the row
 * @param row what the row is about: a material's name, a question's code; empty for the record's own row
 * @param column empty if a row as a whole came or went; the record's own row is always told cell by cell
 */
public record Change(String file, String row, String column, String before, String after) {

    /** By which columns the rows of a file are told apart; the record's own row needs none. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "materials.csv", List.of("material"),
            "item-fields.csv", List.of("data_element"),
            "one-things.csv", List.of("item"),
            "situations.csv", List.of("question_code"),
            "situation-effects.csv", List.of("question_code", "answer", "effect", "target"),
            "situation-examples.csv", List.of("given_answers"));

    public static List<Change> between(ContentRows before, ContentRows after) {
        Set<String> files = new LinkedHashSet<>(before.rows().keySet());
        files.addAll(after.rows().keySet());
        List<Change> changes = new ArrayList<>();
        files.forEach(file -> changes.addAll(inFile(file, keyed(file, before.of(file)), keyed(file, after.of(file)))));
        return changes;
    }

    private static List<Change> inFile(
            String file, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> old = before.get(key);
            Map<String, String> now = after.get(key);
            if (key.isEmpty()) {
                changes.addAll(inRow(file, key, old == null ? Map.of() : old, now == null ? Map.of() : now));
            } else if (old == null || now == null) {
                changes.add(new Change(file, key, "", old == null ? "" : key, now == null ? "" : key));
            } else {
                changes.addAll(inRow(file, key, old, now));
            }
        }
        return changes;
    }

    private static List<Change> inRow(String file, String key, Map<String, String> old, Map<String, String> now) {
        Set<String> columns = new LinkedHashSet<>(old.keySet());
        columns.addAll(now.keySet());
        return columns.stream()
                .map(column ->
                        new Change(file, key, column, old.getOrDefault(column, ""), now.getOrDefault(column, "")))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static Map<String, Map<String, String>> keyed(String file, List<Map<String, String>> rows) {
        Map<String, Map<String, String>> keyed = new LinkedHashMap<>();
        for (Map<String, String> row : rows) {
            String key = KEYS.getOrDefault(file, List.of()).stream()
                    .map(column -> row.getOrDefault(column, ""))
                    .collect(Collectors.joining(" "));
            // Two rows that an author has given one name are told apart by their place.
            keyed.put(keyed.containsKey(key) ? key + " #" + keyed.size() : key, row);
        }
        return keyed;
    }
}
