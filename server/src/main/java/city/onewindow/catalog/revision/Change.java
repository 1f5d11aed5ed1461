package city.onewindow.catalog.revision;

import city.onewindow.catalog.OwnForm;
import city.onewindow.catalog.content.ContentRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cell that differs between two states of a record.
 *
 * @param file of the row
 * @param row what the row is about: a material's name, a question's code; empty for the record's own row
 * @param column empty if a row as a whole came or went, then {@code before} or {@code after} says what it said; the record's own
 *     row is always told cell by cell; of materials the column {@code order} without a row tells that they are listed otherwise
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

    /** By which column a row is known again that was given another name. */
    private static final Map<String, String> LASTING = Map.of("materials.csv", "shared_key");

    /** Of these a row that came or went is told in full; of the others its name says enough. */
    private static final Set<String> TOLD = Set.of("items.csv", "materials.csv", "item-fields.csv", "situations.csv");

    /** Their rows stand in the order in which applicants read them; elsewhere a column says the order, or there is none. */
    private static final String ORDERED = "materials.csv";

    private static final Set<String> UNTOLD = Set.of("item", "one_thing", "law_text_checked", "confidence");

    public static List<Change> between(ContentRows before, ContentRows after) {
        Set<String> files = new LinkedHashSet<>(before.rows().keySet());
        files.addAll(after.rows().keySet());
        List<Change> changes = new ArrayList<>();
        files.forEach(file -> changes.addAll(inFile(file, keyed(file, before.of(file)), keyed(file, after.of(file)))));
        return changes;
    }

    private static List<Change> inFile(
            String file, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        Map<String, Map<String, String>> known = renamed(file, before, after);
        Set<String> keys = new LinkedHashSet<>(known.keySet());
        keys.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> old = known.get(key);
            Map<String, String> now = after.get(key);
            if (key.isEmpty()) {
                changes.addAll(inRow(file, key, old == null ? Map.of() : old, now == null ? Map.of() : now));
            } else if (old == null || now == null) {
                changes.add(new Change(file, key, "", told(file, key, old), told(file, key, now)));
            } else {
                changes.addAll(inRow(file, key, old, now));
            }
        }
        if (file.equals(ORDERED)) {
            order(file, stayed(known, after), stayed(after, known)).ifPresent(changes::add);
        }
        return changes;
    }

    private static List<String> stayed(Map<String, Map<String, String>> rows, Map<String, Map<String, String>> others) {
        return rows.keySet().stream().filter(others::containsKey).toList();
    }

    private static Optional<Change> order(String file, List<String> before, List<String> after) {
        return before.equals(after)
                ? Optional.empty()
                : Optional.of(new Change(file, "", "order", String.join("、", before), String.join("、", after)));
    }

    /** The rows as they were, those that got another name under the one they have now. */
    private static Map<String, Map<String, String>> renamed(
            String file, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        Map<String, Map<String, String>> known = new LinkedHashMap<>();
        before.forEach(
                (key, old) -> known.put(now(file, key, old, before, after).orElse(key), old));
        return known;
    }

    /** Under which key a row of before stands in after; empty if it is gone. */
    static Optional<String> now(
            String file,
            String key,
            Map<String, String> old,
            Map<String, Map<String, String>> before,
            Map<String, Map<String, String>> after) {
        if (after.containsKey(key)) {
            return Optional.of(key);
        }
        String mark = old.getOrDefault(LASTING.getOrDefault(file, ""), "");
        return after.entrySet().stream()
                .filter(now -> !mark.isEmpty() && !before.containsKey(now.getKey()))
                .filter(now -> mark.equals(now.getValue().get(LASTING.getOrDefault(file, ""))))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What a row says, in a line. */
    static String told(String file, String key, @Nullable Map<String, String> row) {
        if (row == null) {
            return "";
        }
        if (!TOLD.contains(file) && !key.isEmpty()) {
            return key;
        }
        List<String> names = KEYS.getOrDefault(file, List.of());
        String said = row.keySet().stream()
                .filter(column -> !UNTOLD.contains(column) && !names.contains(column))
                .filter(column -> !row.getOrDefault(column, "").isEmpty())
                .sorted(Comparator.comparing(Columns::place))
                .map(column -> Columns.label(file, column) + "：" + OwnForm.told(row.getOrDefault(column, "")))
                .collect(Collectors.joining("；"));
        return said.isEmpty() ? key : said;
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

    /** The rows of a file by what they are about, in their order. */
    static Map<String, Map<String, String>> keyed(String file, List<Map<String, String>> rows) {
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
