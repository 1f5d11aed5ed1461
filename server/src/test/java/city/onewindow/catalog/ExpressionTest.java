package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    @Test
    @DisplayName("没有回答的问题不等于任何答案")
    void anUnansweredNameIsNeverEqual() {
        assertThat(Expression.parse("q == 'a'").holds(Map.of())).isFalse();
        assertThat(Expression.parse("not q == 'a'").holds(Map.of())).isTrue();
    }

    @Test
    @DisplayName("and 先于 or，括号优先")
    void precedence() {
        Map<String, String> answers = Map.of("a", "1", "b", "2", "c", "3");
        assertThat(Expression.parse("a == '1' or b == 'x' and c == 'x'").holds(answers))
                .isTrue();
        assertThat(Expression.parse("(a == '1' or b == 'x') and c == 'x'").holds(answers))
                .isFalse();
        assertThat(Expression.parse("b in ['1','2']").holds(answers)).isTrue();
    }

    @Test
    @DisplayName("写错的条件说明错在第几个字符、应当是什么")
    void errorsNameThePlace() {
        assertThatThrownBy(() -> Expression.parse("q = 'a'"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("第 3 个字符");
        assertThatThrownBy(() -> Expression.parse("q == a")).hasMessageContaining("单引号");
        assertThatThrownBy(() -> Expression.parse("q in ['a'")).hasMessageContaining("这里应为 ]");
        assertThatThrownBy(() -> Expression.parse("q == 'a' r == 'b'")).hasMessageContaining("and、or 或到此结束");
    }

    @Property
    void readsBackWhatItWrites(
            @ForAll("expressions") Expression expression, @ForAll("answers") Map<String, String> answers) {
        Expression again = Expression.parse(expression.text());
        assertThat(again.holds(answers)).isEqualTo(expression.holds(answers));
    }

    @Property
    void knowingSomeAnswersFirstChangesNothing(
            @ForAll("expressions") Expression expression,
            @ForAll("answers") Map<String, String> early,
            @ForAll("answers") Map<String, String> late) {
        Set<String> known = Set.of("q1", "q2");
        Map<String, String> all = new HashMap<>(late);
        all.keySet().removeAll(known);
        early.forEach((name, value) -> {
            if (known.contains(name)) {
                all.put(name, value);
            }
        });
        Expression rest = expression.given(all, known);
        assertThat(rest.names()).doesNotContainAnyElementsOf(known);
        assertThat(rest.holds(all)).isEqualTo(expression.holds(all));
    }

    @Provide
    Arbitrary<Map<String, String>> answers() {
        return Arbitraries.maps(Arbitraries.of("q1", "q2", "q3", "q4"), Arbitraries.of("a", "b", "c"))
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return expressions(3);
    }

    static Arbitrary<Expression> expressions(int depth) {
        Arbitrary<Expression> leaf = Arbitraries.of("q1", "q2", "q3", "q4")
                .flatMap(name -> Arbitraries.of("a", "b", "c")
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(values -> new Expression.OneOf(name, values)));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<List<Expression>> parts = Arbitraries.lazy(() -> expressions(depth - 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Arbitraries.oneOf(
                leaf,
                parts.map(Expression.And::new),
                parts.map(Expression.Or::new),
                Arbitraries.lazy(() -> expressions(depth - 1)).map(Expression.Not::new));
    }
}
