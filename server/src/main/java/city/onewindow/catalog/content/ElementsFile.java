package city.onewindow.catalog.content;

import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Sensitivity;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** data-elements.csv: a row is a data element, asked for once whichever items need it. */
final class ElementsFile {

    static final String NAME = "data-elements.csv";
    static final List<String> COLUMNS = List.of(
            "code",
            "name_zh",
            "name_en",
            "group_zh",
            "type",
            "constraint",
            "options",
            "prefill_source",
            "example",
            "standard",
            "sensitive");

    private static final Pattern CODE = Pattern.compile("(?!q_)[a-z][a-z0-9_]{1,60}");
    private static final Pattern PREFILL = Pattern.compile(
            "none|applicant\\.(person_name|id_number|phone|org_name|uscc)|(identity|exchange|certificate)\\.\\S+");
    private static final List<FieldType> TYPES = List.of(FieldType.values());
    private static final List<String> TYPE_WORDS = Arrays.stream(FieldType.values())
            .map(type -> type.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final Set<FieldType> CHOSEN = EnumSet.of(FieldType.CHOICE, FieldType.MULTICHOICE, FieldType.BOOLEAN);
    private static final List<String> YES_NO = List.of("yes", "no");

    private ElementsFile() {}

    static Map<String, DataElement> read(List<Row> rows, Origins origins) {
        Map<String, DataElement> elements = new LinkedHashMap<>();
        Keys codes = new Keys();
        Keys names = new Keys();
        for (Row row : rows) {
            FieldType type = row.choice("type", TYPE_WORDS, TYPES);
            DataElement element = new DataElement(
                    row.matching("code", CODE, "小写字母、数字和“_”，不以 q_ 开头(那是情形问题)"),
                    row.text("name_zh"),
                    row.text("name_en"),
                    row.text("group_zh"),
                    type,
                    ConstraintCell.read(row, type),
                    row.options("options"),
                    row.matching(
                            "prefill_source",
                            PREFILL,
                            "none，或 applicant. 加 person_name、id_number、phone、org_name、uscc，或 identity.、exchange.、certificate. 加资源名"),
                    row.text("example"),
                    row.optional("standard"),
                    row.choice("sensitive", List.of("none", "personal", "sensitive"), List.of(Sensitivity.values())));
            checkOptions(row, element);
            if (codes.add(row, "code", element.code()) & names.add(row, "name_zh", element.name())) {
                elements.put(element.code(), origins.put(element, row));
            }
        }
        return elements;
    }

    private static void checkOptions(Row row, DataElement element) {
        boolean chosen = CHOSEN.contains(element.type());
        if (chosen == element.options().isEmpty()
                && chosen == row.optional("options").isEmpty()) {
            row.fault(
                    "options",
                    chosen
                            ? "choice、multichoice、boolean 类型必须有选项，可填：代码=文字|代码=文字"
                            : "只有 choice、multichoice、boolean 类型可以有选项，可填：留空，或改 type");
        }
        List<String> codes = element.options().stream().map(Option::code).toList();
        if (element.type() == FieldType.BOOLEAN && !codes.isEmpty() && !codes.equals(YES_NO)) {
            row.fault("options", "boolean 类型的选项只能是 yes 和 no，可填：yes=是|no=否");
        }
    }
}
