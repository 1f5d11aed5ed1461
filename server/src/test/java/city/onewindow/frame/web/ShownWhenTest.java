package city.onewindow.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.catalog.Expression;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("浏览器与服务器读条件的结果一致")
class ShownWhenTest extends BrowserTest {

    private static final List<String> NAMES = List.of("premises", "inbox", "or_else", "notary", "andes", "q1");
    private static final List<String> VALUES =
            List.of("own", "rent", "a|b", "", "住宿 and 餐饮", "7", "7.50", "-12", "-12.250000001", "-0", "2026-02-03");
    private static final List<String> BOUNDS = List.of("7", "7.5", "-12.25", "0", "'2026-02-03'", "'2025-12-31'");

    /** To a number of the browser's these are one. */
    private static final List<String> LONG =
            List.of("900719925474099312", "900719925474099313", "900719925474099312.000000001", "-900719925474099313");

    private static final List<String> SIGNS = List.of("<", "<=", ">", ">=");

    @Test
    @DisplayName("随机生成的一千个条件")
    void agree() {
        Random random = new Random(20261124);
        List<Map<String, Object>> cases = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String text = expression(random, 3);
            Map<String, String> values = new HashMap<>();
            NAMES.stream().filter(name -> random.nextBoolean()).forEach(name -> values.put(name, any(VALUES, random)));
            cases.add(Map.of("text", text, "values", values));
            Expression expression = Expression.parse(text);
            expected.add(expression.holds(values));
            cases.add(Map.of("text", expression.text(), "values", values));
            expected.add(expression.holds(values));
        }
        assertThat(expected).contains(true, false);
        Page page = visitor(DESK);
        page.navigate("/design");
        assertThat(page.evaluate("cases => cases.map(each => window.shownWhen(each.text, each.values))", cases))
                .isEqualTo(expected);
        assertThat(page.evaluate("window.shownWhen('', {})")).isEqualTo(true);
    }

    @Test
    @DisplayName("数字多到十八位、小数多到九位，也按十进制比较")
    void longNumbers() {
        List<Map<String, Object>> cases = new ArrayList<>();
        List<Boolean> expected = new ArrayList<>();
        for (String value : LONG) {
            for (String bound : LONG) {
                for (String sign : List.of("<", "<=", "==", ">=", ">")) {
                    String text = "q1 " + sign + " " + bound;
                    cases.add(Map.of("text", text, "values", Map.of("q1", value)));
                    expected.add(Expression.parse(text).holds(Map.of("q1", value)));
                }
            }
        }
        Page page = visitor(DESK);
        page.navigate("/design");
        assertThat(page.evaluate("cases => cases.map(each => window.shownWhen(each.text, each.values))", cases))
                .isEqualTo(expected);
    }

    private static String expression(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            String name = any(NAMES, random);
            if (random.nextInt(3) == 0) {
                return random.nextInt(5) == 0
                        ? name + " == 7.5"
                        : name + " " + any(SIGNS, random) + " " + any(BOUNDS, random);
            }
            return random.nextBoolean()
                    ? name + " == '" + any(VALUES, random) + "'"
                    : name + " in ['" + any(VALUES, random) + "', '" + any(VALUES, random) + "']";
        }
        return switch (random.nextInt(4)) {
            case 0 -> "not (" + expression(random, depth - 1) + ")";
            case 1 -> "(" + expression(random, depth - 1) + ")";
            case 2 -> expression(random, depth - 1) + " and " + expression(random, depth - 1);
            default -> expression(random, depth - 1) + " or " + expression(random, depth - 1);
        };
    }

    private static String any(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
