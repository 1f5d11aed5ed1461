package city.onewindow.catalog.content;

import city.onewindow.catalog.Constraint;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cell {@code constraint} of data-elements.csv: {@code key=value;key=value}. */
final class ConstraintCell {

    private static final String COLUMN = "constraint";
    /** A regex may contain ';', so a part ends only where another key begins. */
    private static final Pattern PARTS = Pattern.compile(";(?=[a-z_]+>?=)");

    private static final Pattern PART = Pattern.compile("([a-z_]+)>?=(.*)", Pattern.DOTALL);
    /** {@code columns=a,b?}: what a row may leave open. */
    private static final String OPTIONAL = "?";

    private static final Pattern EQUAL = Pattern.compile("([a-z0-9_]+)=([a-z0-9_]+)");
    private static final List<String> KEYS = List.of(
            "min",
            "max",
            "min_len",
            "len",
            "scale",
            "unit",
            "regex",
            "checksum",
            "columns",
            "min_rows",
            "types",
            "max_kb",
            "width_px",
            "height_px",
            "level",
            "when",
            "not_before",
            "total");
    private static final List<String> CHECKSUMS = List.of("gb11643", "id_document", "id_or_uscc", "gb32100", "gb16735");
    private static final List<String> SIDES = List.of("past", "future");
    private static final List<String> LEVELS = List.of("province", "city", "district");

    private final Row row;
    private final Map<String, String> values = new LinkedHashMap<>();

    private ConstraintCell(Row row) {
        this.row = row;
    }

    static Constraint read(Row row, FieldType type) {
        ConstraintCell cell = new ConstraintCell(row);
        cell.split();
        Constraint constraint = cell.constraint();
        cell.check(constraint, type);
        return constraint;
    }

    private void split() {
        String text = row.optional(COLUMN);
        if (text.isEmpty()) {
            return;
        }
        for (String part : PARTS.split(text)) {
            Matcher matcher = PART.matcher(part.strip());
            if (!matcher.matches() || matcher.group(2).isBlank()) {
                row.fault(COLUMN, "“" + part + "”写法不对，可填：键=值，各项用“;”隔开");
            } else if (!KEYS.contains(matcher.group(1))) {
                row.fault(COLUMN, "没有“" + matcher.group(1) + "”这个键，可填：" + String.join("、", KEYS));
            } else if (values.put(matcher.group(1), matcher.group(2)) != null) {
                row.fault(COLUMN, "“" + matcher.group(1) + "”写了两次，可填：每个键一次");
            }
        }
    }

    private Constraint constraint() {
        String checksum = values.getOrDefault("checksum", "");
        int when = checksum.indexOf(" if ");
        Expression condition = when < 0 ? Expression.ALWAYS : condition(checksum.substring(when + 4));
        List<String> columns = parts("columns");
        return new Constraint(
                values.containsKey("min") ? number("min") : number("min_len"),
                number("max"),
                whole("len"),
                whole("scale"),
                values.getOrDefault("unit", ""),
                row.regex(COLUMN, values.getOrDefault("regex", "")),
                oneOf("checksum", when < 0 ? checksum : checksum.substring(0, when), CHECKSUMS),
                condition,
                columns.stream().map(ConstraintCell::column).toList(),
                columns.stream()
                        .filter(column -> column.endsWith(OPTIONAL))
                        .map(ConstraintCell::column)
                        .toList(),
                orZero(whole("min_rows")),
                parts("types"),
                whole("max_kb"),
                whole("width_px"),
                whole("height_px"),
                oneOf("level", values.getOrDefault("level", ""), LEVELS),
                side(oneOf("when", values.getOrDefault("when", ""), SIDES)),
                values.getOrDefault("not_before", ""),
                number("total"));
    }

    /** Either an expression or, shorter, {@code id_type=id_card}. */
    private Expression condition(String text) {
        Matcher shorter = EQUAL.matcher(text);
        return row.expression(COLUMN, shorter.matches() ? shorter.group(1) + " == '" + shorter.group(2) + "'" : text);
    }

    private void check(Constraint constraint, FieldType type) {
        if (constraint.min() != null
                && constraint.max() != null
                && constraint.min().compareTo(constraint.max()) > 0) {
            row.fault(COLUMN, "最小值大于最大值，可填：不大于 max 的 min");
        }
        if (values.containsKey("min") && values.containsKey("min_len")) {
            row.fault(COLUMN, "min 与 min_len 只能写一个，可填：min=数 或 min_len=数");
        }
        if ((type == FieldType.TABLE) == constraint.columns().isEmpty()) {
            row.fault(
                    COLUMN,
                    type == FieldType.TABLE
                            ? "表格缺少 columns，可填：columns=代码,代码"
                            : "只有 table 类型可以有 columns，可填：去掉它，或把 type 改为 table");
        }
        if (type != FieldType.NUMBER && type != FieldType.MONEY && constraint.total() != null) {
            row.fault(COLUMN, "只有 number、money 类型可以有 total，可填：去掉它，或把 type 改为 number");
        }
        if (type != FieldType.DATE
                && (constraint.when() != null || !constraint.notBefore().isEmpty())) {
            row.fault(COLUMN, "只有 date 类型可以有 when、not_before，可填：去掉它，或把 type 改为 date");
        }
        if (type != FieldType.FILE_REF && !constraint.fileTypes().isEmpty()) {
            row.fault(COLUMN, "只有 file_ref 类型可以有 types，可填：去掉它，或把 type 改为 file_ref");
        }
        if (type != FieldType.REGION && !constraint.level().isEmpty()) {
            row.fault(COLUMN, "只有 region 类型可以有 level，可填：去掉它，或把 type 改为 region");
        }
    }

    private @Nullable BigDecimal number(String key) {
        return number(key, key + "=数字，如 " + key + "=5 或 " + key + "=0.5");
    }

    private @Nullable BigDecimal number(String key, String allowed) {
        return row.number(COLUMN, values.getOrDefault(key, ""), allowed);
    }

    private @Nullable Integer whole(String key) {
        String allowed = key + "=不小于 0 的整数，如 " + key + "=5";
        BigDecimal value = number(key, allowed);
        if (value == null) {
            return null;
        }
        if (value.signum() < 0 || value.stripTrailingZeros().scale() > 0 || value.precision() > 9) {
            row.fault(COLUMN, key + "=" + values.get(key) + " 超出范围，可填：" + allowed);
            return null;
        }
        return value.intValue();
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    private String oneOf(String key, String value, List<String> allowed) {
        if (!value.isEmpty() && !allowed.contains(value)) {
            row.fault(COLUMN, key + "=" + value + " 不认识，可填：" + String.join("、", allowed));
            return "";
        }
        return value;
    }

    private static Constraint.@Nullable When side(String word) {
        return word.isEmpty() ? null : Constraint.When.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String column(String part) {
        return part.endsWith(OPTIONAL)
                ? part.substring(0, part.length() - OPTIONAL.length()).strip()
                : part;
    }

    private List<String> parts(String key) {
        String value = values.getOrDefault(key, "");
        return value.isEmpty()
                ? List.of()
                : List.of(value.split(",")).stream().map(String::strip).toList();
    }
}
