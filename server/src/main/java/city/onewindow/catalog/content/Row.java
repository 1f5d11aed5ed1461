package city.onewindow.catalog.content;

import city.onewindow.catalog.Expression;
import city.onewindow.catalog.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One row of a content file. Each reading checks its cell; a wrong cell is reported and read as something harmless, so
 * that the rest of the row is checked too.
 */
record Row(String file, int line, Map<String, String> cells, Faults faults) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern OPTION = Pattern.compile("[^=|'\\s]+=[^=|]+");

    /** Says nothing about a column that the file lacks: that was said once already. */
    void fault(String column, String message) {
        if (column.isEmpty() || cells.containsKey(column)) {
            faults.add(file, line, column, message);
        }
    }

    void notice(String column, String message) {
        faults.notice(file, line, column, message);
    }

    /**
     * The same, with what the record had in the columns that the file lacks: what nobody says anything of stays as it is.
     *
     * @param before its cells; none if it is new
     */
    Row over(Map<String, String> before) {
        Map<String, String> whole = new HashMap<>(before);
        whole.putAll(cells);
        return new Row(file, line, whole, faults);
    }

    /** Whether the file has the column at all. */
    boolean has(String column) {
        return cells.containsKey(column);
    }

    /** The cell, empty if nothing is in it. */
    String optional(String column) {
        return cells.getOrDefault(column, "");
    }

    String text(String column) {
        return text(column, "一段文字");
    }

    private String text(String column, String allowed) {
        String value = optional(column);
        if (value.isEmpty()) {
            fault(column, "不能为空，可填：" + allowed);
        }
        return value;
    }

    String matching(String column, Pattern pattern, String allowed) {
        String value = text(column, allowed);
        if (!value.isEmpty() && !pattern.matcher(value).matches()) {
            fault(column, "“" + value + "”写法不对，可填：" + allowed);
        }
        return value;
    }

    /** As {@link #matching}, but the cell may be empty. */
    String matchingIfAny(String column, Pattern pattern, String allowed) {
        return optional(column).isEmpty() ? "" : matching(column, pattern, allowed);
    }

    /** The value that the word stands for; {@code words} and {@code values} run side by side. */
    <T> T choice(String column, List<String> words, List<T> values) {
        String value = optional(column);
        int place = words.indexOf(value);
        if (place < 0) {
            String wrong = value.isEmpty() ? "不能为空" : "没有“" + value + "”这个选项";
            fault(column, wrong + "，可填：" + String.join("、", words));
        }
        return values.get(Math.max(place, 0));
    }

    String word(String column, List<String> words) {
        return choice(column, words, words);
    }

    int integer(String column, int min, int max) {
        String text = optional(column);
        String allowed = min + " 到 " + max + " 的整数，如 " + Math.max(1, min);
        if (text.isEmpty()) {
            fault(column, "不能为空，可填：" + allowed);
        }
        BigDecimal value = number(column, text, allowed);
        if (value == null) {
            return min;
        }
        if (value.stripTrailingZeros().scale() > 0
                || value.compareTo(BigDecimal.valueOf(min)) < 0
                || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            fault(column, "“" + optional(column) + "”超出范围，可填：" + allowed);
            return min;
        }
        return value.intValue();
    }

    /**
     * Null, and reported, if {@code text} is no number; null without a report if it is empty.
     *
     * @param allowed which numbers the column takes, with an example
     */
    @Nullable
    BigDecimal number(String column, String text, String allowed) {
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            fault(column, "“" + text + "”不是数字，可填：" + allowed);
            return null;
        }
        return new BigDecimal(text);
    }

    /** The parts between separators, blanks around them removed; empty parts are reported. */
    List<String> list(String column, char separator) {
        String value = optional(column);
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> parts = Arrays.stream(value.split(Pattern.quote(String.valueOf(separator)), -1))
                .map(String::strip)
                .toList();
        if (parts.contains("")) {
            fault(column, "有空的一项，各项之间用一个“" + separator + "”隔开");
        }
        if (parts.stream().distinct().count() < parts.size()) {
            fault(column, "“" + value + "”中有重复的项，可填：每项一次");
        }
        return parts.stream().filter(part -> !part.isEmpty()).distinct().toList();
    }

    Expression expression(String column) {
        return expression(column, optional(column));
    }

    Expression expression(String column, String text) {
        try {
            return Expression.parse(text);
        } catch (IllegalArgumentException wrong) {
            fault(column, wrong.getMessage() + "，可填：如 q_a == 'yes'、q_b in ['x','y']、area >= 200，以 and、or、not 和括号相连");
            return Expression.ALWAYS;
        }
    }

    /** {@code code=words|code=words}. */
    List<Option> options(String column) {
        List<Option> options = new ArrayList<>();
        for (String part : list(column, '|')) {
            if (!OPTION.matcher(part).matches()) {
                fault(column, "“" + part + "”写法不对，可填：代码=文字，各项用“|”隔开，如 yes=是|no=否");
                continue;
            }
            String code = part.substring(0, part.indexOf('='));
            if (options.stream().anyMatch(option -> option.code().equals(code))) {
                fault(column, "代码“" + code + "”重复，可填：互不相同的代码");
                continue;
            }
            options.add(new Option(code, part.substring(part.indexOf('=') + 1)));
        }
        return options;
    }

    /** The text itself if it is a regular expression, else empty and reported. */
    String regex(String column, String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException wrong) {
            fault(
                    column,
                    "正则表达式“" + text + "”在第 " + (wrong.getIndex() + 1) + " 个字符处写法不对，可填：Java 正则表达式，如 [A-Z]{2}[0-9]{6}");
            return "";
        }
    }
}
