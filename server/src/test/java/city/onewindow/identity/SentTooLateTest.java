package city.onewindow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("登录失效以后提交的")
class SentTooLateTest extends HouseTest {

    private Visitor visitor = new Visitor(0);

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
    }

    @Test
    @DisplayName("登录页说没有办成，登录后回到填写的那一页")
    void comesBackToItsPage() {
        HttpResponse<String> late = visitor.post("/sign-in", "/leaves", Map.of("from", "2026-11-05"));
        assertThat(Visitor.location(late)).isEqualTo("/sign-in?not-done");
        assertThat(visitor.get("/sign-in?not-done").body()).contains("刚才提交的没有办成");
        assertThat(Visitor.location(visitor.signIn("scjg-decide", DemoAccounts.PASSWORD)))
                .startsWith("/leaves");
    }

    @Test
    @DisplayName("那个地址没有页面的，登录后从自己的第一页开始")
    void whereNoPageIs() {
        visitor.post("/sign-in", "/matters/410300-20261101-000001/none/holder", Map.of("from", ""));
        assertThat(Visitor.location(visitor.signIn("scjg-decide", DemoAccounts.PASSWORD)))
                .isEqualTo("/start");
    }
}
