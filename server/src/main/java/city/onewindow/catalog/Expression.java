package city.onewindow.catalog;

import city.onewindow.catalog.ExpressionSpelling.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A condition over questions and data elements: {@code q == 'a'}, {@code q in ['a','b']}, {@code area >= 200}, {@code born <
 * '2008-01-01'}, {@code and}, {@code or}, {@code not}, parentheses. An unanswered name is never equal to anything, nor above or
 * below.
 */
public sealed interface Expression {

    Expression ALWAYS = new And(List.of());
    Expression NEVER = new Or(List.of());

    /**
     * Reads what somebody writes.
     *
     * @throws IllegalArgumentException with the place and what was expected there, or with the limit that it breaks
     */
    static Expression parse(String text) {
        return text.isBlank() ? ALWAYS : ExpressionParser.parse(text, Limits.WRITTEN);
    }

    /** Reads what an edition holds: an old one may be more than is let in today. */
    static Expression kept(String text) {
        return text.isBlank() ? ALWAYS : ExpressionParser.parse(text, Limits.KEPT);
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

    /**
     * A number or an amount against a number, a date against a date; what is neither is never above or below.
     *
     * @param bound a number in its shortest form, or a date as {@code 2008-01-01}
     */
    record Compare(String name, Sign sign, String bound) implements Expression {

        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
        private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        public enum Sign {
            LESS("<", "＜"),
            AT_MOST("<=", "≤"),
            EQUAL("==", "="),
            AT_LEAST(">=", "≥"),
            MORE(">", "＞");

            private final String text;
            private final String words;

            Sign(String text, String words) {
                this.text = text;
                this.words = words;
            }

            public String text() {
                return text;
            }

            /** As people write it. */
            public String words() {
                return words;
            }

            private boolean fits(int order) {
                return switch (this) {
                    case LESS -> order < 0;
                    case AT_MOST -> order <= 0;
                    case EQUAL -> order == 0;
                    case AT_LEAST -> order >= 0;
                    case MORE -> order > 0;
                };
            }
        }

        public Compare {
            bound = isDate(bound)
                    ? bound
                    : new BigDecimal(bound).stripTrailingZeros().toPlainString();
        }

        static boolean isDate(String text) {
            return DATE.matcher(text).matches();
        }

        public boolean ofDates() {
            return isDate(bound);
        }

        @Override
        public boolean holds(Map<String, String> answers) {
            String value = answers.getOrDefault(name, "");
            if (ofDates()) {
                return isDate(value) && sign.fits(value.compareTo(bound));
            }
            return NUMBER.matcher(value).matches() && sign.fits(new BigDecimal(value).compareTo(new BigDecimal(bound)));
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
            return name + " " + sign.text() + " " + (ofDates() ? "'" + bound + "'" : bound);
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
            List<Expression> left = left(parts, ALWAYS, answers, known);
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
            List<Expression> left = left(parts, NEVER, answers, known);
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

    /** What is left of the parts under the answers, without those that settle nothing. */
    private static List<Expression> left(
            List<Expression> parts, Expression settlesNothing, Map<String, String> answers, Set<String> known) {
        return parts.stream()
                .map(part -> part.given(answers, known))
                .filter(part -> !part.equals(settlesNothing))
                .distinct()
                .toList();
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
                        .map(part -> part instanceof OneOf || part instanceof Compare
                                ? part.text()
                                : "(" + part.text() + ")")
                        .toList());
    }
}
