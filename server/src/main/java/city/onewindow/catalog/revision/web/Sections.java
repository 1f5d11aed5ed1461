package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Revision;
import city.onewindow.frame.Field;
import java.util.List;

/** How the columns of a record's files are laid out for whoever edits them. */
final class Sections {

    static final String ITEMS = "items.csv";
    static final String MATERIALS = "materials.csv";
    static final String FIELDS = "item-fields.csv";
    static final String MEMBERS = "one-things.csv";
    static final String QUESTIONS = "situations.csv";
    static final String EFFECTS = "situation-effects.csv";
    static final String EXAMPLES = "situation-examples.csv";
    static final String TOPICS = "topics.csv";
    static final String WINDOWS = Revision.WINDOWS;

    static final List<String> MEMBER_COLUMNS =
            List.of("item", "after_items", "seq", "optional", "choice_group", "promised_days");

    /** What a window's lead department says of it; everything else of its row is the centre's, by an import. */
    private Sections() {}

    static List<Section> of(Revision.Kind kind, Cells cells) {
        return switch (kind) {
            case ITEM -> item(cells);
            case ONE_THING -> oneThing(cells);
            case WINDOW -> window(cells);
        };
    }

    private static List<Section> item(Cells cells) {
        return List.of(
                own(
                        cells,
                        "basics",
                        "status",
                        "item_type",
                        "department",
                        "home_window",
                        "level",
                        "case_kind",
                        "chain",
                        "result_doc",
                        "result_number",
                        "basic_code",
                        "implementation_code",
                        "serves"),
                own(cells, "conditions", "legal_basis", "conditions", "special_steps"),
                own(
                        cells,
                        "days",
                        "statutory_days",
                        "promised_days",
                        "day_unit",
                        "extension_days",
                        "extension_ground",
                        "technical_check"),
                own(cells, "fees", "fee", "fee_basis"),
                own(
                        cells,
                        "channels",
                        "channels",
                        "range",
                        "visits",
                        "outside_reason",
                        "visit_reason",
                        "address",
                        "hours",
                        "phone",
                        "complaint_phone",
                        "note"),
                own(cells, "advice", "result_sample", "remedies", "common_questions")
                        .foldedWhileEmpty(),
                Section.of(
                        "materials",
                        cells.folds(
                                MATERIALS,
                                "material",
                                List.of(
                                        "material",
                                        "shared_key",
                                        "required",
                                        "form",
                                        "copies",
                                        "source",
                                        "issuer",
                                        "shareable_from",
                                        "legal_basis",
                                        "review_points",
                                        "condition"))),
                Section.of(
                        "fields",
                        cells.table(
                                FIELDS,
                                "表单字段",
                                "数据元写代码，输入时有提示；同一数据元在各事项里只问一次。",
                                List.of("data_element", "required", "condition", "order", "note"))),
                questions(cells).foldedWhileEmpty(),
                effects(cells, "作用对象写“本事项::材料”；问题在单办时问，也在含本事项的一件事里问，同一代码只问一次。").foldedWhileEmpty(),
                examples(
                                cells,
                                "单办时这样回答，应当要哪些材料、填哪些栏；写的和算出来的不同，就不能提交。回答如 q_agent=yes;area=120，没有写的按默认；"
                                        + "材料用“|”隔开，前面写“!”是不要。",
                                List.of("given_answers", "expected_materials", "expected_fields", "note"))
                        .foldedWhileEmpty());
    }

    private static List<Section> oneThing(Cells cells) {
        return List.of(
                Section.of(
                        "topic",
                        cells.field(TOPICS, 0, "status"),
                        cells.window(),
                        cells.field(TOPICS, 0, "audience"),
                        cells.field(TOPICS, 0, "life_event")),
                Section.of("members", cells.table(MEMBERS, "事项", "前置事项写事项名称，多个用“;”隔开；互斥组如 环评类别:至多一项。", MEMBER_COLUMNS)),
                questions(cells),
                effects(cells, "作用对象写事项名称；材料写“事项::材料”。"),
                examples(
                        cells,
                        "这样回答，应当办哪些事项、要哪些材料；写的和算出来的不同，就不能提交。回答如 q_agent=yes;area=120，没有写的按默认；"
                                + "事项、材料用“|”隔开，材料前写“!”是不要。",
                        List.of("given_answers", "expected_items", "expected_materials", "expected_fields", "note")));
    }

    private static List<Section> window(Cells cells) {
        return List.of(
                Section.of("window", cells.field(WINDOWS, 0, "scope_zh"), cells.field(WINDOWS, 0, "name_en")),
                Section.of("cooperating", cells.lead(), cells.field(WINDOWS, 0, "cooperating_departments")));
    }

    private static Section questions(Cells cells) {
        return Section.of(
                "questions",
                cells.folds(
                        QUESTIONS,
                        "question_zh",
                        List.of(
                                "question_zh",
                                "question_en",
                                "question_code",
                                "order",
                                "answers",
                                "default",
                                "shown_when",
                                "fills_element")));
    }

    private static Section effects(Cells cells, String hint) {
        return Section.of(
                "effects",
                cells.table(EFFECTS, "回答的作用", hint, List.of("question_code", "answer", "effect", "target", "note")));
    }

    private static Section examples(Cells cells, String hint, List<String> columns) {
        return Section.of("examples", cells.table(EXAMPLES, "样例", hint, columns));
    }

    /** Fields of the item's own row. Which department keeps it is no matter of its own. */
    private static Section own(Cells cells, String key, String... columns) {
        Field[] fields = new Field[columns.length];
        for (int at = 0; at < columns.length; at++) {
            fields[at] = cells.field(ITEMS, 0, columns[at]).readOnly(columns[at].equals("department"));
        }
        return Section.of(key, fields);
    }
}
