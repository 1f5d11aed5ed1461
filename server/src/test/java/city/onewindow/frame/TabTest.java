package city.onewindow.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("筛选旁边的数字")
class TabTest {

    @Test
    @DisplayName("只数到一千：到了一千写 1000+，没有数的不写")
    void figure() {
        assertThat(new Tab("在办", "/overview", 999L, true).figure()).isEqualTo("999");
        assertThat(new Tab("在办", "/overview", 1000L, true).figure()).isEqualTo("1000+");
        assertThat(new Tab("在办", "/overview", null, true).figure()).isNull();
    }
}
