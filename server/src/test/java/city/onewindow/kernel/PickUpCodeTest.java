package city.onewindow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PickUpCodeTest {

    private static final String REGION = "410300";
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    @Property
    @Label("怎么输都找得回同一件办件")
    void thereAndBack(@ForAll @IntRange(max = 20000) int day, @ForAll @IntRange(max = 999_999) int serial) {
        String number = CaseNumber.of(REGION, FIRST.plusDays(day), serial);
        String code = PickUpCode.of(number);
        assertThat(PickUpCode.caseNumber(code, REGION)).contains(number);
        assertThat(PickUpCode.caseNumber(" " + code.replace("-", "").toLowerCase() + " ", REGION))
                .contains(number);
    }

    @Property
    @Label("一位数字输错、相邻两位输颠倒，都不会找到别人的办件")
    void mistyped(
            @ForAll @IntRange(max = 20000) int day,
            @ForAll @IntRange(max = 999_999) int serial,
            @ForAll @IntRange(max = 11) int place,
            @ForAll @IntRange(max = 9) int digit) {
        String code = PickUpCode.of(CaseNumber.of(REGION, FIRST.plusDays(day), serial));
        String whole = code.substring(0, 6) + "%06d".formatted(serial);
        char check = code.charAt(code.length() - 1);
        StringBuilder other = new StringBuilder(whole);
        other.setCharAt(place, Character.forDigit(digit, 10));
        StringBuilder turned = new StringBuilder(whole);
        turned.setCharAt(place, whole.charAt((place + 1) % 12));
        turned.setCharAt((place + 1) % 12, whole.charAt(place));
        Assume.that(!other.toString().equals(whole));
        refused(other.toString() + check);
        if (!turned.toString().equals(whole) && place < 11) {
            refused(turned.toString() + check);
        }
    }

    private static void refused(String typed) {
        assertThatThrownBy(() -> PickUpCode.caseNumber(typed, REGION))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("输错");
    }

    @Test
    @DisplayName("办件编号不是取件码")
    void otherThings() {
        assertThat(PickUpCode.of("410300-20261124-000012")).isEqualTo("261124-12-X");
        assertThat(PickUpCode.caseNumber("410300-20261124-000012", REGION)).isEmpty();
        assertThat(PickUpCode.caseNumber("张示例", REGION)).isEmpty();
    }
}
