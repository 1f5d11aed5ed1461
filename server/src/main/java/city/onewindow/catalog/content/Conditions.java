package city.onewindow.catalog.content;

import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether a condition asks for names that are there, and for values that they can have. */
final class Conditions {

    private Conditions() {}

    /** What a name stands for: one of the options, a number or a date. */
    record Value(FieldType type, List<Option> options) {

        static Value of(Question question) {
            return new Value(FieldType.CHOICE, question.answers());
        }

        static Value of(DataElement element) {
            return new Value(element.type(), element.options());
        }

        private boolean isDate() {
            return type == FieldType.DATE;
        }

        private boolean isNumber() {
            return type == FieldType.NUMBER || type == FieldType.MONEY;
        }
    }

    /**
     * @param known the names it may use, with their values
     * @param allowed how the report calls these names
     */
    static void check(Expression condition, Map<String, Value> known, String allowed, Consumer<String> report) {
        if (condition instanceof Expression.And and) {
            and.parts().forEach(part -> check(part, known, allowed, report));
        } else if (condition instanceof Expression.Or or) {
            or.parts().forEach(part -> check(part, known, allowed, report));
        } else if (condition instanceof Expression.Not not) {
            check(not.part(), known, allowed, report);
        } else {
            String name = condition.names().iterator().next();
            Value value = known.get(name);
            if (value == null) {
                report.accept(unknown(name, known, allowed));
            } else if (condition instanceof Expression.OneOf oneOf) {
                values(oneOf, value, report);
            } else if (condition instanceof Expression.Compare compare) {
                bound(compare, value, report);
            }
        }
    }

    private static String unknown(String name, Map<String, Value> known, String allowed) {
        return "条件用到的“" + name + "”不可用，可填：" + allowed
                + (known.size() > 12 ? "" : "，即 " + String.join("、", known.keySet()))
                + Nearest.hint(name, known.keySet());
    }

    private static void values(Expression.OneOf oneOf, Value value, Consumer<String> report) {
        if (value.isNumber()) {
            report.accept("“" + oneOf.name() + "”是数字，应与不加引号的数字比较，如 " + oneOf.name() + " >= 200");
        } else if (value.isDate()) {
            oneOf.values().stream()
                    .filter(date -> !isDay(date))
                    .sorted()
                    .forEach(date -> report.accept(noDay(oneOf.name(), date)));
        } else {
            List<String> codes = value.options().stream().map(Option::code).toList();
            oneOf.values().stream()
                    .filter(code -> !codes.contains(code))
                    .sorted()
                    .forEach(code ->
                            report.accept("“" + oneOf.name() + "”没有“" + code + "”这个值，可填：" + words(value.options())));
        }
    }

    private static void bound(Expression.Compare compare, Value value, Consumer<String> report) {
        String name = compare.name();
        if (value.isDate()) {
            if (!compare.ofDates() || !isDay(compare.bound())) {
                report.accept(noDay(name, compare.bound()));
            }
        } else if (!value.isNumber()) {
            report.accept("“" + name + "”是选项，不能比较大小，应写成 " + name + " == '…'，可填：" + words(value.options()));
        } else if (compare.ofDates()) {
            report.accept("“" + name + "”是数字，不能与日期比较，应与数字比较，如 " + name + " >= 200");
        }
    }

    private static String noDay(String name, String text) {
        return "“" + name + "”是日期，不能与“" + text + "”比较，可填：存在的日期，如 " + name + " >= '2026-01-01'";
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    static String words(List<Option> options) {
        return options.stream()
                .map(option -> option.code() + "=" + option.text())
                .collect(Collectors.joining("|"));
    }
}
