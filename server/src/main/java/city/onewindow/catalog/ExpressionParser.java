package city.onewindow.catalog;

import city.onewindow.catalog.Expression.Compare.Sign;
import city.onewindow.catalog.ExpressionSpelling.Limits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelMessage;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.SpelParseException;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.ast.InlineList;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpEQ;
import org.springframework.expression.spel.ast.OpGE;
import org.springframework.expression.spel.ast.OpGT;
import org.springframework.expression.spel.ast.OpLE;
import org.springframework.expression.spel.ast.OpLT;
import org.springframework.expression.spel.ast.OpNE;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.StringLiteral;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/**
 * Reads an {@link Expression}. Spring's expression parser knows the grammar; of the tree that it makes only what a condition may
 * be made of is taken over, and nothing is ever evaluated by it (docs/decisions/15).
 */
final class ExpressionParser {

    /** How long a condition may be is told in our own words, before the library would. */
    private static final SpelExpressionParser PARSER = new SpelExpressionParser(
            new SpelParserConfiguration(SpelCompilerMode.OFF, null, false, false, 0, Integer.MAX_VALUE));

    private static final Map<Class<?>, Sign> SIGNS = Map.of(
            OpLT.class, Sign.LESS,
            OpLE.class, Sign.AT_MOST,
            OpEQ.class, Sign.EQUAL,
            OpNE.class, Sign.EQUAL,
            OpGE.class, Sign.AT_LEAST,
            OpGT.class, Sign.MORE);

    private final ExpressionSpelling spelling;

    private ExpressionParser(String text, Limits limits) {
        spelling = new ExpressionSpelling(text, limits);
    }

    static Expression parse(String text, Limits limits) {
        ExpressionParser parser = new ExpressionParser(text, limits);
        Expression expression = parser.parse();
        // What is kept is the text written back, and that must be read again.
        parser.spelling.mustBeShort(expression.text());
        return expression;
    }

    private Expression parse() {
        try {
            return condition(PARSER.parseRaw(spelling.toString()).getAST(), 1);
        } catch (SpelParseException wrong) {
            throw spelling.wrong(wrong.getPosition(), expected(wrong));
        }
    }

    private static String expected(SpelParseException wrong) {
        SpelMessage message = wrong.getMessageCode();
        if (message == SpelMessage.MORE_INPUT) {
            return "这里应为 and、or 或到此结束";
        }
        if (message == SpelMessage.RIGHT_OPERAND_PROBLEM) {
            return "它的右边应为 名称、单引号括起的值、数字或括号";
        }
        return message == SpelMessage.OOD ? "这里应为 名称、值或括号" : ExpressionSpelling.ANYTHING;
    }

    private Expression condition(SpelNode node, int depth) {
        spelling.mustBeFlat(depth);
        if (node instanceof OpAnd) {
            return new Expression.And(parts(node, OpAnd.class, depth));
        }
        if (node instanceof OpOr) {
            return new Expression.Or(parts(node, OpOr.class, depth));
        }
        if (node instanceof OperatorNot) {
            return new Expression.Not(condition(node.getChild(0), depth + 1));
        }
        if (SIGNS.containsKey(node.getClass())) {
            return comparison(node, node.getChild(0), depth);
        }
        throw wrong(node, "这里应为 名称、比较和值，如 q_agent == 'yes'");
    }

    /** {@code a and b and c} comes as {@code (a and b) and c}. */
    private List<Expression> parts(SpelNode node, Class<?> kind, int depth) {
        Deque<Expression> parts = new ArrayDeque<>();
        SpelNode left = node;
        while (kind.isInstance(left)) {
            parts.push(condition(left.getChild(1), depth + 1));
            left = left.getChild(0);
        }
        parts.push(condition(left, depth + 1));
        return List.copyOf(parts);
    }

    /** To the library {@code not q == 'a'} is {@code (not q) == 'a'}; here it is {@code not (q == 'a')}. */
    private Expression comparison(SpelNode node, SpelNode left, int depth) {
        spelling.mustBeFlat(depth);
        if (left instanceof OperatorNot) {
            return new Expression.Not(comparison(node, left.getChild(0), depth + 1));
        }
        if (!(left instanceof PropertyOrFieldReference name) || !name.getName().startsWith("_")) {
            throw wrong(left, "这里应为 名称");
        }
        Expression holds = compared(node, name.getName().substring(1), node.getChild(1));
        return node instanceof OpNE ? new Expression.Not(holds) : holds;
    }

    private Expression compared(SpelNode node, String name, SpelNode right) {
        if (spelling.has("in", node.getStartPosition())) {
            return new Expression.OneOf(name, values(right));
        }
        Sign sign = Objects.requireNonNull(SIGNS.get(node.getClass()));
        if (sign == Sign.EQUAL && isQuoted(right)) {
            return new Expression.OneOf(name, Set.of(value(right)));
        }
        boolean isBound =
                right instanceof StringLiteral && (!isQuoted(right) || Expression.Compare.isDate(value(right)));
        if (!isBound) {
            throw wrong(right, sign == Sign.EQUAL ? "这里应为 单引号括起的值或数字" : "这里应为 数字，或单引号括起的日期，如 '2026-01-01'");
        }
        return new Expression.Compare(name, sign, value(right));
    }

    private Set<String> values(SpelNode list) {
        if (!(list instanceof InlineList) || list.getChildCount() == 0) {
            throw wrong(list, "这里应为 方括号括起的一组值，如 ['a','b']");
        }
        Set<String> values = new TreeSet<>();
        for (int at = 0; at < list.getChildCount(); at++) {
            if (!isQuoted(list.getChild(at))) {
                throw wrong(list.getChild(at), "这里应为 单引号括起的值");
            }
            values.add(value(list.getChild(at)));
        }
        return values;
    }

    /** A number is a text to the library, too. */
    private boolean isQuoted(SpelNode node) {
        return node instanceof StringLiteral && spelling.has("'", node.getStartPosition());
    }

    private static String value(SpelNode node) {
        return String.valueOf(((StringLiteral) node).getLiteralValue().getValue());
    }

    private IllegalArgumentException wrong(SpelNode node, String expected) {
        return spelling.wrong(node.getStartPosition(), expected);
    }
}
