package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表里写的时限")
class LimitsTest {

    @Test
    @DisplayName("读得懂的读，读不懂的不猜：当场受理不是当场办结")
    void readOrRefused() {
        assertThat(Limits.parse("20")).contains(new TimeLimit(new BigDecimal("20"), DayUnit.WORKING));
        assertThat(Limits.parse("0.5个工作日")).contains(new TimeLimit(new BigDecimal("0.5"), DayUnit.WORKING));
        assertThat(Limits.parse("60日")).contains(new TimeLimit(new BigDecimal("60"), DayUnit.NATURAL));
        assertThat(Limits.parse("当场办结")).contains(new TimeLimit(BigDecimal.ZERO, DayUnit.WORKING));
        assertThat(Limits.parse("当场受理，20个工作日办结")).isEmpty();
        assertThat(Limits.parse("三天")).isEmpty();
    }
}
