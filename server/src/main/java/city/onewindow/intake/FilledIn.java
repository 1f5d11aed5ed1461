package city.onewindow.intake;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What stands in a field, in words. */
public final class FilledIn {

    private FilledIn() {}

    /** One, or one for each row of a table; empty where nothing stands. */
    public static List<String> of(FormValues form, DataElement element, Catalog catalog) {
        if (!form.has(element.code())) {
            return List.of();
        }
        return element.type() == FieldType.TABLE
                ? form.rows(element.code()).stream()
                        .map(row -> row(row, element, catalog))
                        .toList()
                : List.of(catalog.inWords(element, form.text(element.code())));
    }

    private static String row(Map<String, String> row, DataElement table, Catalog catalog) {
        return table.constraint().columns().stream()
                .flatMap(code -> catalog.element(code).stream())
                .filter(column -> row.containsKey(column.code()))
                .map(column -> column.name() + " " + catalog.inWords(column, row.getOrDefault(column.code(), "")))
                .collect(Collectors.joining("，"));
    }
}
