package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("房子")
class HouseStandsTest extends HouseTest {

    @Test
    @DisplayName("能启动，数据库是 PostgreSQL 18，时区是上海")
    void stands() {
        assertThat(jdbc.sql("show server_version").query(String.class).single()).startsWith("18");
        assertThat(jdbc.sql("show timezone").query(String.class).single()).isEqualTo("Asia/Shanghai");
    }
}
