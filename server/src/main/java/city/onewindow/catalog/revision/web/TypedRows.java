package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.Member;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.RowWriter;
import city.onewindow.catalog.content.Sentences;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.frame.RowTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that a form sent, completed by what the form doesn't ask for. */
final class TypedRows {

    /** Of a material that was not there before: its department wrote it and answers for it. */
    private static final Map<String, String> NEW_MATERIAL = Map.of("law_text_checked", "partly", "confidence", "high");

    /** Between two places on a form, so that something fits in. */
    private static final int STEP = 10;

    private final Revision revision;
    private final Map<String, String[]> parameters;

    private TypedRows(Revision revision, Map<String, String[]> parameters) {
        this.revision = revision;
        this.parameters = parameters;
    }

    static Map<String, List<Map<String, String>>> read(
            Revision revision, Map<String, String[]> parameters, Content content) {
        TypedRows typed = new TypedRows(revision, parameters);
        return revision.kind() == Revision.Kind.ITEM ? typed.item() : typed.oneThing(content);
    }

    private Map<String, List<Map<String, String>>> item() {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        rows.put(Sections.ITEMS, List.of(own()));
        rows.put(Sections.MATERIALS, rows(Sections.MATERIALS, "item", "material", material -> NEW_MATERIAL));
        rows.put(Sections.FIELDS, inOrder(rows(Sections.FIELDS, "item", "data_element", element -> Map.of())));
        return rows;
    }

    /** A field whose place nobody wrote stands behind the one above it. */
    private static List<Map<String, String>> inOrder(List<Map<String, String>> fields) {
        List<Map<String, String>> ordered = new ArrayList<>();
        int last = 0;
        for (Map<String, String> field : fields) {
            Map<String, String> cells = new LinkedHashMap<>(field);
            if (cells.getOrDefault("order", "").isEmpty()) {
                cells.put("order", String.valueOf(last + STEP));
            }
            String order = cells.getOrDefault("order", "");
            last = order.matches("\\d{1,6}") ? Integer.parseInt(order) : last;
            ordered.add(cells);
        }
        return ordered;
    }

    private Map<String, List<Map<String, String>>> oneThing(Content content) {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        rows.put(
                Sections.MEMBERS,
                rows(
                        Sections.MEMBERS,
                        "one_thing",
                        "item",
                        item -> member(content.items().get(item), content)));
        rows.put(Sections.QUESTIONS, rows(Sections.QUESTIONS, "one_thing", "question_code", code -> Map.of()));
        rows.put(Sections.EFFECTS, rows(Sections.EFFECTS, "one_thing", "", effect -> Map.of()));
        rows.put(Sections.EXAMPLES, rows(Sections.EXAMPLES, "one_thing", "", example -> Map.of()));
        rows.put(Sections.TOPICS, rows(Sections.TOPICS, "one_thing", "", topic -> Map.of()));
        return rows;
    }

    /** Name and department stay; of what may be chosen several times, nothing sent is nothing chosen. */
    private Map<String, String> own() {
        Map<String, String> before = revision.rows().of(Sections.ITEMS).get(0);
        Map<String, String> cells = new LinkedHashMap<>(before);
        Cells.SEVERAL.forEach(column -> cells.put(column, ""));
        RowTable.read(Sections.ITEMS, parameters)
                .forEach(row -> row.forEach((column, value) -> cells.put(column, cell(column, value))));
        cells.put("item", revision.key());
        cells.put("department", before.getOrDefault("department", ""));
        return cells;
    }

    /**
     * @param owner column in which the record's name stands
     * @param name column by which a row is known again; empty if it has no column that isn't in the form
     * @param fresh what else a row has that wasn't there before, by its name
     */
    private List<Map<String, String>> rows(
            String file, String owner, String name, Function<String, Map<String, String>> fresh) {
        Map<String, Map<String, String>> before = new LinkedHashMap<>();
        revision.rows().of(file).forEach(row -> before.putIfAbsent(row.getOrDefault(name, ""), row));
        return RowTable.read(file, parameters).stream()
                .filter(row -> !row.isEmpty())
                .map(row -> {
                    String called = row.getOrDefault(name, "");
                    Map<String, String> known =
                            name.isEmpty() ? Map.of() : before.getOrDefault(called, fresh.apply(called));
                    Map<String, String> cells = new LinkedHashMap<>(known);
                    row.forEach((column, value) -> {
                        // What is left empty in a new row is as the catalog has it.
                        if (!value.isEmpty() || before.containsKey(called)) {
                            cells.put(column, cell(column, value));
                        }
                    });
                    cells.put(owner, revision.key());
                    return cells;
                })
                .toList();
    }

    /** A new item of a one-thing comes with its standing terms. */
    private Map<String, String> member(@Nullable Item item, Content content) {
        if (item == null) {
            return Map.of();
        }
        Member alone = new Member(item.name(), List.of(), 1, false, "", item.terms());
        OneThing thing = new OneThing(
                "", revision.key(), item.homeWindow(), Audience.PERSON, "", List.of(alone), List.of(), List.of());
        ContentRows written = new RowWriter(content).oneThing(thing, "");
        Map<String, String> cells =
                new LinkedHashMap<>(written.of(Sections.MEMBERS).get(0));
        cells.put("window", window());
        return cells;
    }

    /** Where the one-thing is taken in stands in each of its rows, and is still known when all are deleted. */
    private String window() {
        return Stream.of(Optional.of(revision.rows()), Optional.ofNullable(revision.base()))
                .flatMap(Optional::stream)
                .flatMap(rows -> rows.of(Sections.MEMBERS).stream())
                .map(row -> row.getOrDefault("window", ""))
                .findFirst()
                .orElse("");
    }

    private static String cell(String column, String value) {
        return Cells.SENTENCES.contains(column)
                ? Sentences.numbered(Arrays.stream(value.split("\\R"))
                        .flatMap(line -> Sentences.of(line).stream())
                        .toList())
                : value.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
