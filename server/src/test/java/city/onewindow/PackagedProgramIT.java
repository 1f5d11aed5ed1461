package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.launch.PackagedProgram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the build works out ahead of the starts is in the package only, so the packaged program is started and used once: pages,
 * API, sign-in, what may be called by whom.
 */
@DisplayName("打好包的程序")
class PackagedProgramIT {

    @TempDir
    private static Path data;

    private static PackagedProgram program;

    @BeforeAll
    static void start() throws Exception {
        program = PackagedProgram.start(data);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        program.close();
    }

    @Test
    @DisplayName("首页、指南和登录页都在")
    void pages() throws Exception {
        assertThat(get("/").body()).contains("企业开办一件事");
        assertThat(get("/search?q=开饭店").body()).contains("餐饮");
        assertThat(get("/sign-in").body()).contains("clerk");
    }

    @Test
    @DisplayName("接口按账号的角色办理或拒绝，错误说得清楚")
    void api() {
        ApiClient client = new ApiClient(program.port());
        assertThat(client.get("manager", "/api/cases").has("items")).isTrue();
        assertThat(client.call("clerk", "GET", "/api/cases", Map.of()).statusCode())
                .isEqualTo(403);
        HttpResponse<String> empty = client.call("clerk", "POST", "/api/applications", Map.of());
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("pointer");
    }

    @Test
    @DisplayName("未登录的去登录，没有令牌的表单不收")
    void guarded() throws Exception {
        assertThat(get("/desk").uri().getPath()).isEqualTo("/sign-in");
        HttpRequest forged = HttpRequest.newBuilder(address("/track"))
                .POST(HttpRequest.BodyPublishers.ofString("number=1&code=2"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        assertThat(http().send(forged, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http().send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private static HttpClient http() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + program.port() + path);
    }
}
