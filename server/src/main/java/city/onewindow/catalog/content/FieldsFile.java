package city.onewindow.catalog.content;

import city.onewindow.catalog.FieldUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** item-fields.csv: a row says that an item needs a data element. */
final class FieldsFile {

    static final String NAME = "item-fields.csv";
    static final List<String> COLUMNS = List.of("item", "data_element", "required", "condition", "order", "note");

    static final List<String> MANDATORY = List.of("必填", "选填");

    private FieldsFile() {}

    /** By name of the item. */
    static Map<String, List<FieldUse>> read(List<Row> rows, Origins origins) {
        Map<String, List<FieldUse>> fields = new LinkedHashMap<>();
        Keys keys = new Keys();
        for (Row row : rows) {
            FieldUse field = new FieldUse(
                    row.text("data_element"),
                    row.choice("required", MANDATORY, List.of(true, false)),
                    row.expression("condition"),
                    row.integer("order", 0, 1_000_000),
                    row.optional("note"));
            String item = row.text("item");
            if (keys.add(row, "data_element", item, field.element())) {
                fields.computeIfAbsent(item, name -> new ArrayList<>()).add(origins.put(field, row));
            }
        }
        return fields;
    }
}
