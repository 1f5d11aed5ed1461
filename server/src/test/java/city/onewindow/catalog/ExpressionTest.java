package city.onewindow.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.catalog.Expression.Compare.Sign;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    @DisplayName("数字按大小、日期按先后比较；没有填、填得不对的，不大也不小")
    void comparisons() {
        Expression large = Expression.parse("area >= 200");
        assertThat(large.holds(Map.of("area", "200.00"))).isTrue();
        assertThat(large.holds(Map.of("area", "1000"))).isTrue();
        assertThat(large.holds(Map.of("area", "99.5"))).isFalse();
        assertThat(large.holds(Map.of())).isFalse();
        assertThat(large.holds(Map.of("area", "很大"))).isFalse();
        assertThat(Expression.parse("not area >= 200").holds(Map.of())).isTrue();
        assertThat(Expression.parse("capital > 5000000000").holds(Map.of("capital", "5000000000.01")))
                .isTrue();
        assertThat(Expression.parse("rooms == 3").holds(Map.of("rooms", "3.0"))).isTrue();
        assertThat(Expression.parse("rooms != 3").holds(Map.of("rooms", "4"))).isTrue();
        assertThat(Expression.parse("born < '2008-01-01'").holds(Map.of("born", "2007-12-31")))
                .isTrue();
        assertThat(Expression.parse("born < '2008-01-01'").holds(Map.of("born", "2008-01-01")))
                .isFalse();
        assertThat(Expression.parse("a > -0.50").text()).isEqualTo("a > -0.5");
    }

    @ParameterizedTest
    @DisplayName("凡能写成条件的名称都照原样读；值里的词、反斜杠和重复的值也是")
    @ValueSource(strings = {"new", "true", "null", "mod", "matches", "between", "AND", "t", "instanceof", "_x"})
    void names(String name) {
        assertThat(Expression.parse("not " + name + " in ['C:\\d','甲 and 乙','甲 and 乙']"))
                .isEqualTo(new Expression.Not(new Expression.OneOf(name, Set.of("C:\\d", "甲 and 乙"))));
    }

    @ParameterizedTest
    @DisplayName("条件只能由名称、值和比较组成：调用、属性、正则、变量、运算都不认")
    @ValueSource(
            strings = {
                "T(java.lang.Runtime).getRuntime().exec('x') == 'a'",
                "new java.io.File('x') == 'a'",
                "q.class == 'a'",
                "q('a') == 'b'",
                "#root == 'a'",
                "@bean == 'a'",
                "q matches '(a+)+b'",
                "q == 'a' ? r == 'b' : s == 'c'",
                "q = 'a'",
                "q == {'a'}",
                "q == ['a']",
                "q in 'a'",
                "q in [1]",
                "area + 1 > 2",
                "200 <= area",
                "1 < area < 3",
                "area > 1.2.3",
                "area > 1e9",
                "name > 'b'",
                "q",
                "()"
            })
    void nothingElse(String text) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("个字符处写法不对")
                .hasMessageContaining("应为");
    }

    @Test
    @DisplayName("太长、太深的条件很快被拒绝，说明限度")
    void limits() {
        String deep = "a == 'b'";
        for (int level = 0; level < 15; level++) {
            deep = "a == 'b' and not (c == 'd' or " + deep + ")";
        }
        String list = "q in ['v'" + ",'v'".repeat(200_000) + "]";
        for (String hostile : List.of("(".repeat(1900) + "q", "not ".repeat(480) + "q == 'a'", deep, list)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> Expression.parse(hostile))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("太复杂")
                    .hasMessageMatching("(?s).{1,160}");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(Expression.parse("(".repeat(40) + "a == 'b'" + ")".repeat(40))
                        .text())
                .isEqualTo("a == 'b'");
    }

    @Test
    @DisplayName("限度只管新写的：已经发布的版本里超过限度的条件照样读得出来")
    void keptOnesHaveNoLimit() {
        String deep = "a == 'b'";
        for (int level = 0; level < 26; level++) {
            deep = "a == 'b' and not (c == 'd' or " + deep + ")";
        }
        String list = "q in ['v0'"
                + IntStream.range(1, 3000)
                        .mapToObj(value -> ",'v" + value + "'")
                        .collect(Collectors.joining()) + "]";
        for (String old : List.of(deep, list)) {
            assertThatThrownBy(() -> Expression.parse(old)).hasMessageContaining("太复杂");
            Expression kept = ContentJson.read(ContentJson.write(old), Expression.class);
            assertThat(ContentJson.read(ContentJson.write(kept), Expression.class))
                    .isEqualTo(kept);
        }
        assertThat(Expression.kept(list).holds(Map.of("q", "v2999"))).isTrue();
        assertThat(Expression.kept(deep).holds(Map.of("a", "b"))).isTrue();
    }

    @Property
    void readsBackWhatItWrites(
            @ForAll("expressions") Expression expression, @ForAll("answers") Map<String, String> answers) {
        Expression again = Expression.parse(expression.text());
        assertThat(again.holds(answers)).isEqualTo(expression.holds(answers));
        assertThat(Expression.parse(again.text())).isEqualTo(again);
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
        return Arbitraries.maps(
                        Arbitraries.of("q1", "q2", "q3", "q4"), Arbitraries.of("a", "b", "7", "7.5", "2026-02-03"))
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return expressions(3);
    }

    static Arbitrary<Expression> expressions(int depth) {
        Arbitrary<String> names = Arbitraries.of("q1", "q2", "q3", "q4");
        Arbitrary<Expression> leaf = Arbitraries.oneOf(
                names.flatMap(name -> Arbitraries.of("a", "b", "2026-02-03")
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(values -> new Expression.OneOf(name, values))),
                Combinators.combine(names, Arbitraries.of(Sign.class), Arbitraries.of("7", "-7.25", "8"))
                        .as(Expression.Compare::new),
                // That two days are the same is said as of any other value.
                Combinators.combine(
                                names,
                                Arbitraries.of(Sign.class).filter(sign -> sign != Sign.EQUAL),
                                Arbitraries.of("2026-02-03", "2026-11-01"))
                        .as(Expression.Compare::new));
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
