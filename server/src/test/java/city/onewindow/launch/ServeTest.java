package city.onewindow.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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

    @Test
    @DisplayName("自己的数据库没有配文书签章文件：不启动，说出变量名和里面该有什么")
    void databaseWithoutSeal() {
        assertThat(run(Map.of("ONEWINDOW_BASE_URL", "https://zwfw.example.gov.cn"), "serve", "--port", "0"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("ONEWINDOW_SEAL_FILE", "SM2", "PEM", "--demo")
                .doesNotContain("\tat ");
    }
}
