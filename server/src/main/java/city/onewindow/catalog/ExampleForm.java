package city.onewindow.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * 示范文本: a merged form filled in with the dictionary's fictitious examples, as a centre must publish one (行政许可法
 * 第三十条). Pure; it passes the form's own check.
 */
public final class ExampleForm {

    private final Catalog catalog;
    private final Merge merge;

    public ExampleForm(Catalog catalog, Merge merge) {
        this.catalog = catalog;
        this.merge = merge;
    }

    /** Everything that must be filled in, and nothing else; of a table one whole row. */
    public FormValues values() {
        FormCheck check = new FormCheck(catalog, merge);
        FormValues values = FormValues.EMPTY;
        // A value may make another field appear: go on until nothing new does.
        for (FormValues next = step(check, values); !next.equals(values); next = step(check, values)) {
            values = next;
        }
        return values;
    }

    private FormValues step(FormCheck check, FormValues values) {
        Map<String, String> known = check.known(values);
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        merge.fields().stream()
                .filter(MergedField::isAsked)
                .filter(field -> field.mandatoryWhen().holds(known))
                .map(MergedField::element)
                .filter(element -> !values.has(element.code()))
                .forEach(element -> {
                    if (element.type() == FieldType.TABLE) {
                        tables.put(element.code(), rows(element));
                    } else {
                        texts.put(element.code(), example(element));
                    }
                });
        return values.with(texts, tables);
    }

    private List<Map<String, String>> rows(DataElement table) {
        Map<String, String> row = table.constraint().columns().stream()
                .map(column -> catalog.element(column).orElseThrow())
                .collect(Collectors.toMap(DataElement::code, ExampleForm::example));
        return Collections.nCopies(Math.max(1, table.constraint().minRows()), row);
    }

    private static String example(DataElement element) {
        if (!element.example().isEmpty()) {
            return element.example();
        }
        return element.options().isEmpty() ? "示例" : element.options().get(0).code();
    }
}
