package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Expression;
import city.onewindow.catalog.Option;
import city.onewindow.catalog.Question;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says a condition as a reader would: 「是否委托他人代办？」选「是」, not {@code q_agent == 'yes'}. */
record ConditionWords(Words words, Catalog catalog, List<Question> questions) {

    /** Empty if it always holds. */
    String of(Expression condition) {
        if (condition instanceof Expression.OneOf oneOf) {
            return oneOf(oneOf);
        }
        if (condition instanceof Expression.Compare compare) {
            return compare(compare);
        }
        if (condition instanceof Expression.Not not) {
            return words.texts().t("catalog.condition.not", of(not.part()));
        }
        if (condition instanceof Expression.And and) {
            return joined(and.parts(), "catalog.condition.and");
        }
        return joined(((Expression.Or) condition).parts(), "catalog.condition.or");
    }

    private String joined(List<Expression> parts, String key) {
        return parts.stream()
                .map(part -> parts.size() > 1 && isCompound(part)
                        ? words.texts().t("catalog.condition.group", of(part))
                        : of(part))
                .collect(Collectors.joining(words.texts().t(key)));
    }

    private static boolean isCompound(Expression part) {
        return part instanceof Expression.And || part instanceof Expression.Or;
    }

    /** Only data elements are numbers or dates. */
    private String compare(Expression.Compare compare) {
        Optional<DataElement> element = catalog.element(compare.name());
        return words.texts()
                .t(
                        "catalog.condition.compare",
                        element.map(words::name).orElse(compare.name()),
                        compare.sign().words(),
                        compare.bound(),
                        element.map(it -> it.constraint().unit()).orElse(""));
    }

    private String oneOf(Expression.OneOf oneOf) {
        Optional<Question> question =
                questions.stream().filter(it -> it.code().equals(oneOf.name())).findFirst();
        Optional<DataElement> element = catalog.element(oneOf.name());
        String asked =
                question.map(words::text).or(() -> element.map(words::name)).orElse(oneOf.name());
        List<Option> options = question.map(Question::answers)
                .or(() -> element.map(DataElement::options))
                .orElse(List.of());
        String chosen = options.stream()
                .filter(option -> oneOf.values().contains(option.code()))
                .map(option -> words.texts().t("catalog.condition.value", words.text(option)))
                .collect(Collectors.joining(words.texts().t("catalog.condition.any")));
        return words.texts().t("catalog.condition.is", asked, chosen);
    }
}
