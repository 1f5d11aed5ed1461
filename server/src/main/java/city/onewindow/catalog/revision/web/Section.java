package city.onewindow.catalog.revision.web;

import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import city.onewindow.frame.FieldFacts;
import city.onewindow.frame.RowTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the editor under one heading: single fields, rows that fold, or a table.
 *
 * @param key of its heading in the bundle, and its anchor
 * @param folded whether it is shut until somebody opens it
 */
public record Section(
        String key,
        List<Field> fields,
        @Nullable Folds folds,
        @Nullable RowTable table,
        boolean folded) {

    static Section of(String key, Field... fields) {
        return new Section(key, List.of(fields), null, null, false);
    }

    static Section of(String key, Folds folds) {
        return new Section(key, List.of(), folds, null, false);
    }

    static Section of(String key, RowTable table) {
        return new Section(key, List.of(), null, table, false);
    }

    /** The same, shut while nothing is in it: most items need none. */
    Section foldedWhileEmpty() {
        boolean empty = folds == null
                        && table == null
                        && fields.stream()
                                .allMatch(field -> field.facts().value().isEmpty())
                || folds != null && folds.rows().isEmpty()
                || table != null && table.rows().isEmpty();
        return new Section(key, fields, folds, table, empty);
    }

    /** What the single fields say, for those who may only read. */
    public List<Fact> facts() {
        return facts(fields);
    }

    /** A row of the table as facts. */
    public List<Fact> facts(Map<String, String> row) {
        List<Fact> facts = new ArrayList<>();
        if (table != null) {
            table.cells("0", row).forEach(cell -> facts.add(fact(cell)));
        }
        return facts;
    }

    /** Ids of all that can be filled in. */
    Set<String> ids() {
        List<FieldFacts> all = new ArrayList<>();
        fields.forEach(field -> all.add(field.facts()));
        if (folds != null) {
            folds.rows().forEach(row -> row.fields().forEach(field -> all.add(field.facts())));
        }
        if (table != null) {
            for (int row = 0; row < table.rows().size(); row++) {
                all.addAll(table.cells(String.valueOf(row), Map.of()));
            }
        }
        Stream<FormCell> forms =
                folds == null ? Stream.empty() : folds.rows().stream().flatMap(row -> row.forms().stream());
        return Stream.concat(all.stream().map(FieldFacts::id), forms.map(FormCell::id))
                .collect(Collectors.toSet());
    }

    static List<Fact> facts(List<Field> fields) {
        return fields.stream().map(Field::facts).map(Section::fact).toList();
    }

    private static Fact fact(FieldFacts field) {
        String chosen = field.chosen();
        String said = chosen.isEmpty() ? field.value() : field.isNamed() ? chosen + "（" + field.value() + "）" : chosen;
        return new Fact(field.label(), said.isEmpty() ? "—" : said);
    }
}
