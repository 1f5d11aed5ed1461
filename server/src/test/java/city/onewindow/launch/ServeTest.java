package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("onewindow serve")
class ServeTest extends CommandHouseTest {

    @Test
    @DisplayName("自己的数据库没有配公众网址：不启动，说出变量名和写法，没有堆栈")
    void databaseWithoutAddress() {
        assertThat(run("serve", "--port", "0")).isEqualTo(1);
        assertThat(err.toString())
                .contains("ONEWINDOW_BASE_URL", "https://", "--demo")
                .doesNotContain("\tat ");
    }
}
