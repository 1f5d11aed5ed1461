package city.onewindow.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A condition over questions and data elements: {@code q == 'a'}, {@code q in ['a','b']}, {@code and}, {@code or},
 * {@code not}, parentheses. An unanswered name is never equal to anything.
 */
public sealed interface Expression {

    Expression ALWAYS = new And(List.of());
    Expression NEVER = new Or(List.of());

    /** @throws IllegalArgumentException with the place and what was expected there */
    static Expression parse(String text) {
        return text.isBlank() ? ALWAYS : new ExpressionParser(text).parse();
    }

    boolean holds(Map<String, String> values);

    /** The names it asks for. */
    Set<String> names();

    /** With what is known put in: ALWAYS, NEVER, or an expression over names that are not in {@code known}. */
    Expression given(Map<String, String> values, Set<String> known);

    /** The text that {@link #parse} reads back. */
    String text();

    record OneOf(String name, Set<String> values) implements Expression {
        public OneOf {
            values = Set.copyOf(values);
        }

        @Override
        public boolean holds(Map<String, String> answers) {
            String value = answers.get(name);
            return value != null && values.contains(value);
        }

        @Override
        public Set<String> names() {
            return Set.of(name);
        }

        @Override
        public Expression given(Map<String, String> answers, Set<String> known) {
            return !known.contains(name) ? this : holds(answers) ? ALWAYS : NEVER;
        }

        @Override
        public String text() {
            List<String> sorted = values.stream().sorted().toList();
            return sorted.size() == 1
                    ? name + " == '" + sorted.get(0) + "'"
                    : name + " in ['" + String.join("','", sorted) + "']";
        }
    }

    record And(List<Expression> parts) implements Expression {
        public And {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, String> answers) {
            return parts.stream().allMatch(part -> part.holds(answers));
        }

        @Override
        public Set<String> names() {
            return namesOf(parts);
        }

        @Override
        public Expression given(Map<String, String> answers, Set<String> known) {
            List<Expression> left = parts.stream()
                    .map(part -> part.given(answers, known))
                    .filter(part -> !part.equals(ALWAYS))
                    .distinct()
                    .toList();
            return left.contains(NEVER) ? NEVER : left.size() == 1 ? left.get(0) : new And(left);
        }

        @Override
        public String text() {
            return textOf(parts, " and ");
        }
    }

    record Or(List<Expression> parts) implements Expression {
        public Or {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Map<String, String> answers) {
            return parts.stream().anyMatch(part -> part.holds(answers));
        }

        @Override
        public Set<String> names() {
            return namesOf(parts);
        }

        @Override
        public Expression given(Map<String, String> answers, Set<String> known) {
            List<Expression> left = parts.stream()
                    .map(part -> part.given(answers, known))
                    .filter(part -> !part.equals(NEVER))
                    .distinct()
                    .toList();
            return left.contains(ALWAYS) ? ALWAYS : left.size() == 1 ? left.get(0) : new Or(left);
        }

        @Override
        public String text() {
            return textOf(parts, " or ");
        }
    }

    record Not(Expression part) implements Expression {
        @Override
        public boolean holds(Map<String, String> answers) {
            return !part.holds(answers);
        }

        @Override
        public Set<String> names() {
            return part.names();
        }

        @Override
        public Expression given(Map<String, String> answers, Set<String> known) {
            Expression left = part.given(answers, known);
            return left.equals(ALWAYS) ? NEVER : left.equals(NEVER) ? ALWAYS : new Not(left);
        }

        @Override
        public String text() {
            return "not (" + part.text() + ")";
        }
    }

    private static Set<String> namesOf(List<Expression> parts) {
        Set<String> names = new TreeSet<>();
        parts.forEach(part -> names.addAll(part.names()));
        return names;
    }

    private static String textOf(List<Expression> parts, String word) {
        return String.join(
                word,
                parts.stream()
                        .map(part -> part instanceof OneOf ? part.text() : "(" + part.text() + ")")
                        .toList());
    }
}
