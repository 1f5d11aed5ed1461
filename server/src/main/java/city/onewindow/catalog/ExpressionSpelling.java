package city.onewindow.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition as the library spells it: a list in braces, {@code in} as equality, a number as a text of its digits, and a name
 * never as one of the library's own words. Of all that the library would read, nothing else gets through, and no more of it
 * than a person would write.
 */
final class ExpressionSpelling {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*([=!<>]=|[<>(),\\[\\]]|'[^']*'|-?\\d{1,18}(?:\\.\\d{1,9})?(?![\\w.])|[A-Za-z_]\\w*)");
    private static final Set<String> WORDS = Set.of("and", "or", "not");

    /** How a condition may go on, for those who wrote what it can't. */
    static final String ANYTHING = "这里应为 名称、==、in、<、<=、>、>=、and、or、not、单引号括起的值、数字或括号";

    /**
     * How much a condition may be.
     *
     * @param longest in characters
     * @param deepest how deep and, or and not may lie in each other
     */
    record Limits(int longest, int deepest) {

        /** For what somebody writes now. */
        static final Limits WRITTEN = new Limits(2000, 20);

        /** What an edition holds was let in by the limits of its day, and none that came later takes it away. */
        static final Limits KEPT = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);

        /** What is written back has up to two parentheses a level. */
        int mostOpen() {
            return (int) Math.min(Integer.MAX_VALUE, 2L * deepest + 2);
        }
    }

    private final String text;
    private final Limits limits;
    private final StringBuilder spelt = new StringBuilder();
    /** Where in the text each character of the spelling has come from. */
    private final List<Integer> places = new ArrayList<>();

    ExpressionSpelling(String text, Limits limits) {
        this.text = text;
        this.limits = limits;
        mustBeShort(text);
        Matcher matcher = TOKEN.matcher(text);
        Deque<String> open = new ArrayDeque<>();
        int length = text.stripTrailing().length();
        for (int end = 0; end < length; end = matcher.end()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw error(end + leading(text.substring(end)), ANYTHING);
            }
            String written = spelt(matcher.group(1), open);
            spelt.append(written).append(' ');
            places.addAll(Collections.nCopies(written.length() + 1, matcher.start(1)));
        }
        if (!open.isEmpty()) {
            throw error(length, "这里应为 " + open.peek());
        }
    }

    private String spelt(String token, Deque<String> open) {
        return switch (token) {
            case "(" -> opening(token, ")", open);
            case "[" -> opening("{", "]", open);
            case ")" -> closing(token, open);
            case "]" -> closing("}", open);
            case "in" -> "==";
            default -> isNumber(token) ? "'" + token + "'" : isName(token) ? "_" + token : token;
        };
    }

    private String opening(String written, String closing, Deque<String> open) {
        open.push(closing);
        if (open.size() > limits.mostOpen()) {
            throw tooMuch("括号超过 " + limits.mostOpen() + " 层");
        }
        return written;
    }

    private static String closing(String written, Deque<String> open) {
        open.poll();
        return written;
    }

    private static boolean isNumber(String token) {
        return token.charAt(0) == '-' || Character.isDigit(token.charAt(0));
    }

    private static boolean isName(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0)) && !WORDS.contains(token);
    }

    private static int leading(String rest) {
        return rest.length() - rest.stripLeading().length();
    }

    @Override
    public String toString() {
        return spelt.toString();
    }

    /** Whether the text has this where the library found something. */
    boolean has(String sign, int at) {
        return text.startsWith(sign, place(at));
    }

    private int place(int at) {
        return at < places.size() ? places.get(at) : text.stripTrailing().length();
    }

    void mustBeShort(String written) {
        if (written.length() > limits.longest()) {
            throw tooMuch("有 " + written.length() + " 个字符，应不超过 " + limits.longest() + " 个");
        }
    }

    void mustBeFlat(int depth) {
        if (depth > limits.deepest()) {
            throw tooMuch("and、or、not 套得太深，应不超过 " + limits.deepest() + " 层");
        }
    }

    private IllegalArgumentException tooMuch(String what) {
        return new IllegalArgumentException(
                "条件“" + text.substring(0, Math.min(text.length(), 30)) + "…”太复杂：" + what + "，请拆成几条");
    }

    /** @param at where the library found it */
    IllegalArgumentException wrong(int at, String expected) {
        return error(place(at), expected);
    }

    private IllegalArgumentException error(int place, String expected) {
        return new IllegalArgumentException("条件“" + text + "”在第 " + (place + 1) + " 个字符处写法不对，" + expected);
    }
}
