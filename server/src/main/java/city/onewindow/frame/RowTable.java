package city.onewindow.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table to fill in, such as the shareholders: drawn by {@code frame/row-table}, read back by {@link #read}. Its
 * inputs are called {@code name[0].column}; its buttons send {@code add-row=name} and {@code remove-row=name[0]}, so that
 * it works without JavaScript too.
 *
 * @param name of the data element
 * @param columns what each row asks for, by the name of the column, without values
 * @param rows their values by the name of the column
 * @param errors by {@code row/column}, and by the empty string for the table as a whole
 */
public record RowTable(
        String name,
        String label,
        String hint,
        boolean required,
        List<Field> columns,
        List<Map<String, String>> rows,
        Map<String, String> errors) {

    private static final Pattern INPUT = Pattern.compile("([^\\[]+)\\[(\\d{1,4})]\\.(.+)");

    public RowTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        errors = Map.copyOf(errors);
    }

    /** The columns as their headings and cells draw them. */
    public List<FieldFacts> heads() {
        return columns.stream().map(Field::facts).toList();
    }

    /** The cells of one row. {@code row} is a number, or a placeholder in the row that JavaScript copies. */
    public List<FieldFacts> cells(String row, Map<String, String> values) {
        return columns.stream().map(column -> cell(row, column, values).facts()).toList();
    }

    private Field cell(String row, Field column, Map<String, String> values) {
        String head = column.facts().name();
        return column.as(name + "[" + row + "]." + head).value(values.get(head)).error(errors.get(row + "/" + head));
    }

    public @Nullable String error() {
        return errors.get("");
    }

    /** The rows, and one empty row if there are none: something to begin with. */
    public List<Map<String, String>> shownRows() {
        return rows.isEmpty() ? List.of(Map.of()) : rows;
    }

    /**
     * The rows that a form sent, after the pressed button has added or removed one; rows without any value are left out
     * unless a row was just asked for.
     */
    public static List<Map<String, String>> read(String name, Map<String, String[]> parameters) {
        Map<Integer, Map<String, String>> rows = new java.util.TreeMap<>();
        parameters.forEach((parameter, values) -> {
            Matcher input = INPUT.matcher(parameter);
            if (input.matches() && input.group(1).equals(name)) {
                rows.computeIfAbsent(Integer.valueOf(input.group(2)), row -> new LinkedHashMap<>())
                        .put(input.group(3), String.join("|", values).strip());
            }
        });
        Function<String, @Nullable String> pressed = button -> {
            String[] values = parameters.get(button);
            return values == null || values.length == 0 ? null : values[0];
        };
        String removed = pressed.apply("remove-row");
        List<Map<String, String>> read = new ArrayList<>();
        rows.forEach((row, values) -> {
            boolean empty = values.values().stream().allMatch(String::isEmpty);
            if (!empty && !(name + "[" + row + "]").equals(removed)) {
                read.add(Map.copyOf(values));
            }
        });
        if (name.equals(pressed.apply("add-row"))) {
            read.add(Map.of());
        }
        return List.copyOf(read);
    }
}
