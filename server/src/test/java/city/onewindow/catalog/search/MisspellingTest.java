package city.onewindow.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("打错一个字")
class MisspellingTest {

    @ParameterizedTest
    @ValueSource(strings = {"企业设立登记", "食品经营许可", "天气预报", "居住证签注", "shipinjingying"})
    @DisplayName("错、漏、多一个字或相邻两字颠倒，都还认得出；别的不认")
    void isFound(String meant) {
        Misspelling slip = Misspelling.of(meant).orElseThrow();
        assertThat(slips(meant)).allMatch(slip::isOf).allMatch(name -> slip.isIn("办理" + name + "一件事"));
        assertThat(slip.isIn("办理" + meant + "一件事")).isTrue();
        assertThat(slip.isIn("办理税务注销一件事")).isFalse();
        assertThat(slip.isIn(meant.substring(2))).as("two are missing").isFalse();
    }

    private static List<String> slips(String word) {
        List<String> slips = new ArrayList<>();
        for (int at = 0; at < word.length(); at++) {
            String before = word.substring(0, at);
            String after = word.substring(at + 1);
            slips.add(before + "某" + after);
            slips.add(before + after);
            slips.add(before + "某" + word.charAt(at) + after);
            if (!after.isEmpty()) {
                slips.add(before + after.charAt(0) + word.charAt(at) + after.substring(1));
            }
        }
        return slips;
    }
}
