package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Content;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.content.ContentFault;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.catalog.content.ContentWords;
import city.onewindow.catalog.content.Sentences;
import city.onewindow.catalog.revision.Columns;
import city.onewindow.catalog.revision.NewOneThing;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.RowTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cells of a revision as fields to fill in, each named by file, row and column, with what is wrong in it. */
final class Cells {

    /** One sentence a line; in the file they stand in one cell. */
    static final Set<String> SENTENCES = Set.of("conditions", "review_points", "remedies", "common_questions");

    /** Of which several may be chosen, by file. */
    static final Map<String, Set<String>> SEVERAL =
            Map.of(Sections.ITEMS, Set.of("serves", "channels"), Sections.WINDOWS, Set.of("cooperating_departments"));

    private static final Set<String> LONG =
            Set.of("legal_basis", "special_steps", "fee", "fee_basis", "visit_reason", "note", "scope_zh");
    private static final Set<String> MUST = Set.of(
            "status",
            "item_type",
            "case_kind",
            "legal_basis",
            "promised_days",
            "day_unit",
            "fee",
            "result_doc",
            "material",
            "required",
            "form",
            "copies",
            "source",
            "issuer",
            "review_points",
            "shared_key",
            "data_element",
            "order",
            "item",
            "seq",
            "optional",
            "question_code",
            "question_zh",
            "question_en",
            "answers",
            "default",
            "answer",
            "effect",
            "target",
            "audience",
            "life_event",
            "window",
            "scope_zh",
            "name_en");

    private static final Map<String, String> HINTS = Map.ofEntries(
            Map.entry("conditions", "一行写一条。"),
            Map.entry("remedies", "一行写一条：向哪里申请、多少天以内、地址电话。"),
            Map.entry("common_questions", "一行写一问一答：要本人来吗？可以委托他人。"),
            Map.entry("result_sample", "样本的网址，申请人在指南里打开看。"),
            Map.entry("review_points", "一行写一条：窗口看什么。"),
            Map.entry("promised_days", "0 为当场办结，0.5 为半天。"),
            Map.entry("extension_days", "空着就是 10 天（行政许可法第四十二条）。"),
            Map.entry("extension_ground", "法律另有规定的才写，如 护照法第六条第三款。"),
            Map.entry("technical_check", "五个工作日内指派两人（行政许可法第五十五条）。"),
            Map.entry("fee", "不收费写 0。"),
            Map.entry("shared_key", "同一份材料在各事项里用同一个编码，如 BIZ_LICENSE。"),
            Map.entry("condition", "空着就是都要。写给申请人看的话；由回答决定要不要的，还要写在“回答的作用”里。"),
            Map.entry("implementation_code", "31 位，见省事项库。"),
            Map.entry("scope_zh", "这个窗口受理哪些事，一段话，写在公开的指南里。"),
            Map.entry("cooperating_departments", "新加入的和退出的部门要确认，其他的不用。"),
            Map.entry("answers", "代码=文字，用“|”隔开，如 yes=是|no=否。"),
            Map.entry("shown_when", "前面怎样回答、表里怎样填才问，如 q_type == 'new'、area >= 200；空着就是都问。"));

    static final Map<String, String> EFFECTS = Map.of(
            "include_item", "要办这个事项",
            "exclude_item", "不办这个事项",
            "require_material", "要交这份材料",
            "drop_material", "不交这份材料",
            "require_field", "要填这个数据元");

    private final Map<String, List<Map<String, String>>> rows;
    private final Content content;
    private final List<Choice> elements;
    private final Map<String, String> errors = new HashMap<>();

    Cells(Map<String, List<Map<String, String>>> rows, List<ContentFault> faults, Content content) {
        this.rows = rows;
        this.content = content;
        this.elements = elements(content);
        faults.forEach(fault -> errors.merge(
                place(fault.file(), row(fault), fault.column()), fault.message(), (one, other) -> one + "；" + other));
    }

    /** All data elements, each by its code and its name. */
    static List<Choice> elements(Content content) {
        return content.elements().values().stream()
                .map(element -> new Choice(element.code(), element.name()))
                .toList();
    }

    /** The rows of a file in which something is wrong. */
    static Set<Integer> faulty(String file, List<ContentFault> faults) {
        return faults.stream()
                .filter(fault -> fault.file().equals(file))
                .map(Cells::row)
                .collect(Collectors.toSet());
    }

    /** Row of a fault, from 0. */
    static int row(ContentFault fault) {
        return fault.line() - ContentRows.FIRST_LINE;
    }

    /** Id of the field in which a cell is edited. */
    static String id(String file, int row, String column) {
        return id(file, String.valueOf(row), column);
    }

    static String id(String file, String row, String column) {
        return id(name(file, row, column));
    }

    /** @param input its name */
    static String id(String input) {
        return "f-" + input.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    static String name(String file, String row, String column) {
        return file + "[" + row + "]." + column;
    }

    private static String place(String file, int row, String column) {
        return file + "/" + row + "/" + column;
    }

    private List<Map<String, String>> of(String file) {
        return rows.getOrDefault(file, List.of());
    }

    Field field(String file, int row, String column) {
        String value = row < of(file).size() ? of(file).get(row).getOrDefault(column, "") : "";
        return blank(file, String.valueOf(row), column)
                .value(SENTENCES.contains(column) ? String.join("\n", Sentences.of(value)) : value)
                .error(errors.get(place(file, row, column)));
    }

    /** Where a one-thing is taken in: it stands in each row of its items, and is asked for once. */
    Field window() {
        String window = NewOneThing.windowIn(rows);
        return blank(Sections.TOPICS, "0", "window")
                .value(window)
                .error(errors.get(place(Sections.TOPICS, 0, "window")));
    }

    /** Who leads a window, by name: it is told, not asked. */
    Field lead() {
        Field field = field(Sections.WINDOWS, 0, "lead_department");
        return field.value(content.departmentName(field.facts().value())).readOnly(true);
    }

    Folds folds(String file, String title, List<String> columns) {
        List<Folds.Row> folded = new ArrayList<>();
        for (int row = 0; row < of(file).size(); row++) {
            int at = row;
            folded.add(new Folds.Row(
                    String.valueOf(row),
                    of(file).get(row).getOrDefault(title, ""),
                    file.equals(Sections.MATERIALS) ? brief(of(file).get(row)) : "",
                    columns.stream().map(column -> field(file, at, column)).toList(),
                    FormCell.of(file, String.valueOf(row), of(file).get(row), errors),
                    (int) Stream.concat(columns.stream(), FormCell.columns(file))
                            .filter(column -> errors.containsKey(place(file, at, column)))
                            .count()));
        }
        List<Field> blank =
                columns.stream().map(column -> blank(file, "NEW", column)).toList();
        return new Folds(
                file, folded, new Folds.Row("NEW", "", "", blank, FormCell.of(file, "NEW", Map.of(), errors), 0));
    }

    /** What one wants to know of a material without opening it. */
    private static String brief(Map<String, String> material) {
        String copies = material.getOrDefault("copies", "");
        return Stream.of(
                        material.getOrDefault("required", ""),
                        material.getOrDefault("form", ""),
                        copies.isEmpty() || copies.equals("0") ? "" : copies + " 份",
                        material.getOrDefault("condition", "").isEmpty() ? "" : "有条件")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    RowTable table(String file, String label, String hint, List<String> columns) {
        Map<String, String> wrong = new HashMap<>();
        IntStream.range(0, of(file).size())
                .forEach(row -> columns.forEach(column -> {
                    String error = errors.get(place(file, row, column));
                    if (error != null) {
                        wrong.put(row + "/" + column, error);
                    }
                }));
        List<Field> heads = columns.stream().map(column -> cell(file, column)).toList();
        return new RowTable(file, label, hint, false, heads, of(file), wrong);
    }

    /** In a table there is no room for hints and several lines. */
    private Field cell(String file, String column) {
        Field field = kind(file, column, column, false);
        return field.required(MUST.contains(column));
    }

    private Field blank(String file, String row, String column) {
        return kind(file, column, name(file, row, column), true)
                .required(MUST.contains(column) && !file.equals("item-fields.csv") || column.equals("data_element"))
                .hint(HINTS.getOrDefault(column, ""));
    }

    private Field kind(String file, String column, String name, boolean roomy) {
        String label = Columns.label(file, column);
        List<Choice> choices = choices(file, column);
        if (SEVERAL.getOrDefault(file, Set.of()).contains(column)) {
            return Field.checkboxes(name, label, choices);
        }
        if (!choices.isEmpty()) {
            return Field.select(name, label, choices);
        }
        if (roomy && (LONG.contains(column) || SENTENCES.contains(column))) {
            return Field.area(name, label);
        }
        String list = suggestions(file, column);
        return Field.text(name, label).suggestions(list).choices("elements".equals(list) ? elements : List.of());
    }

    private List<Choice> choices(String file, String column) {
        return switch (column) {
            case "home_window" ->
                same(content.windows().values().stream().map(Window::name).toList());
            case "window" -> same(ledTogether());
            case "cooperating_departments" ->
                CooperatingChoices.of(of(file).isEmpty() ? Map.of() : of(file).get(0), content);
            case "life_event" -> same(List.copyOf(content.lifeEvents().keySet()));
            case "audience" -> NewForm.audiences();
            case "effect" ->
                ContentWords.of(file, column).stream()
                        // An item's own answers take in no other.
                        .filter(word -> !rows.containsKey(Sections.ITEMS) || !word.endsWith("_item"))
                        .map(word -> new Choice(word, Objects.requireNonNull(EFFECTS.get(word))))
                        .toList();
            default -> same(ContentWords.of(file, column));
        };
    }

    /** The windows led by who leads the one-thing's own. */
    private List<String> ledTogether() {
        String window = NewOneThing.windowIn(rows);
        String lead = content.windowNamed(window).map(Window::leadDepartment).orElse("");
        return content.windows().values().stream()
                .filter(one -> one.leadDepartment().equals(lead))
                .map(Window::name)
                .toList();
    }

    private static List<Choice> same(List<String> words) {
        return words.stream().map(word -> new Choice(word, word)).toList();
    }

    /** Id of the list of names that may stand here; null if anything may. */
    private static @Nullable String suggestions(String file, String column) {
        return switch (file + "/" + column) {
            case "item-fields.csv/data_element", "situations.csv/fills_element" -> "elements";
            case "one-things.csv/item", "one-things.csv/after_items" -> "items";
            default -> null;
        };
    }
}
