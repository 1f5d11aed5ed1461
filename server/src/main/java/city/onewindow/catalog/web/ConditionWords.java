package city.onewindow.catalog.web;

import city.onewindow.catalog.Expression;
import city.onewindow.frame.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a condition as a reader would: 「是否委托他人代办？」选「是」, not {@code q_agent == 'yes'}. */
public record ConditionWords(Messages texts, Names names) {

    /** What the names and codes in a condition stand for. */
    public interface Names {

        /** The question or data element so called. */
        String asked(String name);

        /** The answers of such codes, in the order in which they are offered. */
        List<String> chosen(String name, Set<String> codes);

        /** In which a number is counted; empty if it is a mere number. */
        String unit(String name);
    }

    /** Empty if it always holds. */
    public String of(Expression condition) {
        if (condition instanceof Expression.OneOf oneOf) {
            return oneOf(oneOf);
        }
        if (condition instanceof Expression.Compare compare) {
            return compare(compare);
        }
        if (condition instanceof Expression.Not not) {
            return texts.t("catalog.condition.not", of(not.part()));
        }
        if (condition instanceof Expression.And and) {
            return joined(and.parts(), "catalog.condition.and");
        }
        return joined(((Expression.Or) condition).parts(), "catalog.condition.or");
    }

    private String joined(List<Expression> parts, String key) {
        return parts.stream()
                .map(part ->
                        parts.size() > 1 && isCompound(part) ? texts.t("catalog.condition.group", of(part)) : of(part))
                .collect(Collectors.joining(texts.t(key)));
    }

    private static boolean isCompound(Expression part) {
        return part instanceof Expression.And || part instanceof Expression.Or;
    }

    /** Only data elements are numbers or dates. */
    private String compare(Expression.Compare compare) {
        return texts.t(
                "catalog.condition.compare",
                names.asked(compare.name()),
                compare.sign().words(),
                compare.bound(),
                names.unit(compare.name()));
    }

    private String oneOf(Expression.OneOf oneOf) {
        String chosen = names.chosen(oneOf.name(), oneOf.values()).stream()
                .map(answer -> texts.t("catalog.condition.value", answer))
                .collect(Collectors.joining(texts.t("catalog.condition.any")));
        return texts.t("catalog.condition.is", names.asked(oneOf.name()), chosen);
    }
}
