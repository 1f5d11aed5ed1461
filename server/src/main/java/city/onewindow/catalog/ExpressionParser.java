package city.onewindow.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an {@link Expression} by recursive descent: or, and, not, then a comparison or a parenthesis. */
final class ExpressionParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(==|[()\\[\\],]|'[^']*'|[A-Za-z_][A-Za-z0-9_]*)");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int next;

    ExpressionParser(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw error(firstVisible(end), "名称、==、in、and、or、not、单引号括起的值或括号");
            }
            tokens.add(matcher.group(1));
            places.add(matcher.start(1));
            end = matcher.end();
        }
    }

    private int firstVisible(int from) {
        int place = from;
        while (place < text.length() && Character.isWhitespace(text.charAt(place))) {
            place++;
        }
        return place;
    }

    Expression parse() {
        Expression whole = or();
        if (next < tokens.size()) {
            throw error(places.get(next), "and、or 或到此结束");
        }
        return whole;
    }

    private Expression or() {
        List<Expression> parts = new ArrayList<>(List.of(and()));
        while (accept("or")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.Or(parts);
    }

    private Expression and() {
        List<Expression> parts = new ArrayList<>(List.of(not()));
        while (accept("and")) {
            parts.add(not());
        }
        return parts.size() == 1 ? parts.get(0) : new Expression.And(parts);
    }

    private Expression not() {
        if (accept("not")) {
            return new Expression.Not(not());
        }
        if (accept("(")) {
            Expression inner = or();
            expect(")");
            return inner;
        }
        return comparison();
    }

    private Expression comparison() {
        String name = take();
        if (!Character.isLetter(name.charAt(0)) && name.charAt(0) != '_') {
            next--;
            throw error(places.get(next), "名称");
        }
        if (accept("==")) {
            return new Expression.OneOf(name, Set.of(value()));
        }
        expect("in");
        expect("[");
        Set<String> values = new TreeSet<>(Set.of(value()));
        while (accept(",")) {
            values.add(value());
        }
        expect("]");
        return new Expression.OneOf(name, values);
    }

    private String value() {
        String token = take();
        if (!token.startsWith("'")) {
            next--;
            throw error(places.get(next), "单引号括起的值");
        }
        return token.substring(1, token.length() - 1);
    }

    private boolean accept(String token) {
        if (next < tokens.size() && tokens.get(next).equals(token)) {
            next++;
            return true;
        }
        return false;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw error(next < places.size() ? places.get(next) : text.length(), token);
        }
    }

    private String take() {
        if (next == tokens.size()) {
            throw error(text.length(), "名称或值");
        }
        return tokens.get(next++);
    }

    private IllegalArgumentException error(int place, String expected) {
        return new IllegalArgumentException("条件“" + text + "”在第 " + (place + 1) + " 个字符处写法不对，这里应为 " + expected);
    }
}
