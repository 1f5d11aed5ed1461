package city.onewindow.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Values of the form that make a difference to conditions: each option; of numbers and dates each bound with what lies just below
 * and above. Trying them all tries everything that the conditions can tell apart.
 */
public final class TellingValues {

    /** More combinations than these are not tried. */
    static final int MOST = 256;

    private TellingValues() {}

    /** Of all elements that the questions hang on, in every combination; the first is a form of which nothing is filled in. */
    public static List<Map<String, String>> of(Collection<Question> questions, Map<String, DataElement> elements) {
        List<Expression> conditions =
                questions.stream().map(Question::shownWhen).toList();
        Set<String> names = new TreeSet<>();
        conditions.forEach(condition -> names.addAll(condition.names()));
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (String name : names) {
            DataElement element = elements.get(name);
            List<String> values = element == null ? List.of() : of(element, conditions);
            List<Map<String, String>> longer = new ArrayList<>(all);
            for (Map<String, String> before : all) {
                for (String value : values) {
                    Map<String, String> more = new LinkedHashMap<>(before);
                    more.put(name, value);
                    longer.add(more);
                }
            }
            all = longer.size() > MOST ? longer.subList(0, MOST) : longer;
        }
        return List.copyOf(all);
    }

    private static List<String> of(DataElement element, List<Expression> conditions) {
        Set<String> values = new LinkedHashSet<>();
        element.options().forEach(option -> values.add(option.code()));
        conditions.stream()
                .flatMap(condition -> bounds(condition, element.code()))
                .forEach(bound -> values.addAll(around(bound, element)));
        FieldCheck check = new FieldCheck(element);
        return values.stream()
                .filter(value -> check.refusal(value, Map.of()).isEmpty())
                .toList();
    }

    private static Stream<String> bounds(Expression condition, String name) {
        if (condition instanceof Expression.And and) {
            return and.parts().stream().flatMap(part -> bounds(part, name));
        }
        if (condition instanceof Expression.Or or) {
            return or.parts().stream().flatMap(part -> bounds(part, name));
        }
        if (condition instanceof Expression.Not not) {
            return bounds(not.part(), name);
        }
        if (condition instanceof Expression.Compare compare && compare.name().equals(name)) {
            return Stream.of(compare.bound());
        }
        // A date may be compared as a text, too.
        return condition instanceof Expression.OneOf oneOf && oneOf.name().equals(name)
                ? oneOf.values().stream().sorted()
                : Stream.of();
    }

    private static List<String> around(String bound, DataElement element) {
        if (Expression.Compare.isDate(bound)) {
            LocalDate day = LocalDate.parse(bound);
            return List.of(day.minusDays(1).toString(), bound, day.plusDays(1).toString());
        }
        if (element.type() != FieldType.NUMBER && element.type() != FieldType.MONEY) {
            return List.of();
        }
        Integer scale = element.constraint().scale();
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale == null ? 0 : scale);
        BigDecimal number = new BigDecimal(bound);
        return List.of(
                number.subtract(step).toPlainString(), bound, number.add(step).toPlainString());
    }
}
