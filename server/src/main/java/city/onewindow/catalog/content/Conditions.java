package city.onewindow.catalog.content;

import city.onewindow.catalog.Expression;
import city.onewindow.catalog.Option;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether a condition asks for names that are there, and for values that they can have. */
final class Conditions {

    private Conditions() {}

    /**
     * @param known the names it may use, with their values
     * @param allowed how the report calls these names
     */
    static void check(Expression condition, Map<String, List<Option>> known, String allowed, Consumer<String> report) {
        if (condition instanceof Expression.And and) {
            and.parts().forEach(part -> check(part, known, allowed, report));
        } else if (condition instanceof Expression.Or or) {
            or.parts().forEach(part -> check(part, known, allowed, report));
        } else if (condition instanceof Expression.Not not) {
            check(not.part(), known, allowed, report);
        } else if (condition instanceof Expression.OneOf oneOf) {
            List<Option> options = known.get(oneOf.name());
            if (options == null) {
                report.accept("条件用到的“" + oneOf.name() + "”不可用，可填：" + allowed
                        + (known.size() > 12 ? "" : "，即 " + String.join("、", known.keySet()))
                        + Nearest.hint(oneOf.name(), known.keySet()));
                return;
            }
            List<String> codes = options.stream().map(Option::code).toList();
            oneOf.values().stream()
                    .filter(value -> !codes.contains(value))
                    .sorted()
                    .forEach(value -> report.accept("“" + oneOf.name() + "”没有“" + value + "”这个值，可填：" + words(options)));
        }
    }

    static String words(List<Option> options) {
        return options.stream()
                .map(option -> option.code() + "=" + option.text())
                .collect(Collectors.joining("|"));
    }
}
