package city.onewindow.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link Field} as the templates draw it; what each part means is said there. */
public record FieldFacts(
        Field.Kind kind,
        String name,
        String label,
        String id,
        String value,
        boolean required,
        @Nullable String requiredWhen,
        boolean readOnly,
        String hint,
        String reason,
        String ground,
        String filledFrom,
        @Nullable String error,
        String unit,
        List<Choice> choices,
        Map<String, String> attributes,
        @Nullable String shownWhen,
        boolean wide,
        boolean broad) {

    public FieldFacts {
        choices = List.copyOf(choices);
        attributes = Map.copyOf(attributes);
    }

    /** What is wrong with these, each with the way to its field. */
    public static List<Link> errors(List<Field> fields) {
        return fields.stream()
                .map(Field::facts)
                .flatMap(field -> Stream.ofNullable(field.error()).map(told -> new Link(told, "#" + field.id())))
                .toList();
    }

    /** What the input element is told besides; null if it isn't. */
    public @Nullable String attribute(String attribute) {
        return attributes.get(attribute);
    }

    public boolean isChosen(Choice choice) {
        return kind == Field.Kind.CHECKBOXES
                ? List.of(value.split("\\|")).contains(choice.value())
                : value.equals(choice.value());
    }

    /** Whether it is typed as a code and what the code stands for is written beside it. */
    public boolean isNamed() {
        return kind == Field.Kind.TEXT && !choices.isEmpty();
    }

    /** What the value stands for; empty if it is none of the choices. */
    public String chosen() {
        return choices.stream().filter(this::isChosen).map(Choice::text).collect(Collectors.joining("、"));
    }

    /** Whether a unit stands after the input: an amount always has one. */
    public boolean hasUnit() {
        return !unit.isEmpty() || kind == Field.Kind.MONEY;
    }

    /** Where aria-describedby leads: to unit, name, hint and error; null if there is none of them. */
    public @Nullable String describedBy() {
        String ids = Stream.of(
                        hasUnit() && !kind.isGroup() ? id + "-unit" : "",
                        isNamed() ? id + "-name" : "",
                        hint.isEmpty() ? "" : id + "-hint",
                        error == null ? "" : id + "-error")
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        return ids.isEmpty() ? null : ids;
    }

    /** Classes for its kind and for the width its values need. */
    public String css() {
        return "field field-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (wide ? " is-wide" : "")
                + (broad ? " is-broad" : "");
    }
}
