package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.Sentences;
import city.onewindow.catalog.revision.NewOneThing;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.frame.RowTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return switch (revision.kind()) {
            case ITEM -> typed.item();
            case ONE_THING -> typed.oneThing(content);
            case WINDOW -> typed.window();
        };
    }

    private Map<String, List<Map<String, String>>> item() {
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        rows.put(Sections.ITEMS, List.of(own()));
        rows.put(Sections.MATERIALS, rows(Sections.MATERIALS, "item", "material", material -> NEW_MATERIAL));
        rows.put(Sections.FIELDS, inOrder(rows(Sections.FIELDS, "item", "data_element", element -> Map.of())));
        situations(rows);
        return rows;
    }

    private void situations(Map<String, List<Map<String, String>>> rows) {
        rows.put(Sections.QUESTIONS, rows(Sections.QUESTIONS, "one_thing", "question_code", code -> Map.of()));
        rows.put(Sections.EFFECTS, rows(Sections.EFFECTS, "one_thing", "", effect -> Map.of()));
        rows.put(Sections.EXAMPLES, rows(Sections.EXAMPLES, "one_thing", "", example -> Map.of()));
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
        List<Map<String, String>> topics = rows(Sections.TOPICS, "one_thing", "", topic -> Map.of());
        Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
        rows.put(Sections.MEMBERS, members(window(topics), content));
        situations(rows);
        if (rows.getOrDefault(Sections.MEMBERS, List.of()).isEmpty()) {
            String window = window(topics);
            topics.forEach(topic -> topic.put("window", window));
        } else {
            topics.forEach(topic -> topic.remove("window"));
        }
        rows.put(Sections.TOPICS, topics);
        return rows;
    }

    /** Each stands at the one-thing's window; a new one is a must and comes last, unless somebody says otherwise. */
    private List<Map<String, String>> members(String window, Content content) {
        Set<String> before = revision.rows().of(Sections.MEMBERS).stream()
                .map(row -> row.getOrDefault("item", ""))
                .collect(Collectors.toSet());
        // Which department an item is of, and on what ground it stands, is not for a one-thing to say.
        List<Map<String, String>> members =
                rows(Sections.MEMBERS, "one_thing", "item", Sections.MEMBER_COLUMNS, name -> {
                    Item item = content.items().get(name);
                    return item == null ? Map.of() : AddedItem.member(item, revision.key(), content);
                });
        for (Map<String, String> member : members) {
            member.put("window", window);
            if (member.getOrDefault("seq", "").isEmpty() && !before.contains(member.getOrDefault("item", ""))) {
                member.put("seq", AddedItem.nextSeq(members));
            }
        }
        return members;
    }

    /** Name and department stay; of what may be chosen several times, nothing sent is nothing chosen. */
    private Map<String, String> own() {
        Map<String, String> before = revision.rows().of(Sections.ITEMS).get(0);
        Map<String, String> cells = new LinkedHashMap<>(before);
        Cells.SEVERAL.getOrDefault(Sections.ITEMS, Set.of()).forEach(column -> cells.put(column, ""));
        RowTable.read(Sections.ITEMS, parameters)
                .forEach(row -> row.forEach((column, value) -> cells.put(column, cell(column, value))));
        cells.put("item", revision.key());
        cells.put("department", before.getOrDefault("department", ""));
        return cells;
    }

    /** What isn't the lead department's to say stays as it is published, though it was changed by an import meanwhile. */
    private Map<String, List<Map<String, String>>> window() {
        Map<String, String> before = revision.rows().of(Sections.WINDOWS).get(0);
        ContentRows base = Objects.requireNonNullElse(revision.base(), revision.rows());
        Map<String, String> cells =
                new LinkedHashMap<>(base.of(Sections.WINDOWS).get(0));
        Map<String, String> typed =
                RowTable.read(Sections.WINDOWS, parameters).stream().findFirst().orElse(Map.of());
        for (String column : Revision.WINDOW_COLUMNS) {
            String kept = before.getOrDefault(column, "");
            cells.put(
                    column,
                    Cells.SEVERAL.getOrDefault(Sections.WINDOWS, Set.of()).contains(column)
                            ? chosen(cells.getOrDefault(column, ""), typed.getOrDefault(column, ""))
                            : cell(column, typed.getOrDefault(column, kept)));
        }
        return Map.of(Sections.WINDOWS, List.of(cells));
    }

    /** A form sends what is chosen in its own order; what is published so stays where it was, so that only what is new differs. */
    private static String chosen(String published, String sent) {
        Set<String> chosen = new LinkedHashSet<>(List.of(published.split("\\|")));
        List<String> now = List.of(sent.split("\\|"));
        chosen.retainAll(now);
        chosen.addAll(now);
        return String.join("|", chosen);
    }

    /**
     * @param owner column in which the record's name stands
     * @param name column by which a row is known again; empty if it has no column that isn't in the form
     * @param fresh what else a row has that wasn't there before, by its name
     */
    private List<Map<String, String>> rows(
            String file, String owner, String name, Function<String, Map<String, String>> fresh) {
        return rows(file, owner, name, List.of(), fresh);
    }

    /** @param asked the columns that may be sent; empty: any */
    private List<Map<String, String>> rows(
            String file, String owner, String name, List<String> asked, Function<String, Map<String, String>> fresh) {
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
                        boolean mayBe = asked.isEmpty() || asked.contains(column);
                        if (mayBe && (!value.isEmpty() || before.containsKey(called))) {
                            cells.put(column, cell(column, value));
                        }
                    });
                    cells.put(owner, revision.key());
                    return cells;
                })
                .toList();
    }

    /** As it was typed; else as it was kept, or as it was when the revision began. */
    private String window(List<Map<String, String>> topics) {
        return Stream.of(
                        topics.stream()
                                .map(topic -> topic.getOrDefault("window", ""))
                                .findFirst(),
                        Optional.of(NewOneThing.windowIn(revision.rows().rows())),
                        Optional.ofNullable(revision.base()).map(base -> NewOneThing.windowIn(base.rows())))
                .flatMap(Optional::stream)
                .filter(window -> !window.isEmpty())
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
