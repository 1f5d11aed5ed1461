package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenAPI document that is served is the one the controllers mean. Run with {@code -Dopenapi.write=true} to write it
 * anew; the change then is part of the review.
 */
class OpenApiTest extends HouseTest {

    private static final Path SERVED = Path.of("src/main/resources/static/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Test
    @DisplayName("发布的 OpenAPI 文档与代码一致")
    void theServedDocumentIsTheControllers() throws Exception {
        Map<String, Object> meant = generated();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(SERVED, JSON.writeValueAsString(meant) + "\n");
        }
        assertThat(JSON.readTree(Files.readString(SERVED)))
                .as("Write it anew with -Dopenapi.write=true and look at the difference")
                .isEqualTo(JSON.readTree(JSON.writeValueAsString(meant)));
    }

    @Test
    @DisplayName("每个新建的调用都要防重复提交的标识")
    void everyCreatingCallTakesAKey() throws Exception {
        List<String> without = new ArrayList<>();
        JsonNode paths = JSON.readTree(JSON.writeValueAsString(generated())).path("paths");
        paths.properties().forEach(path -> {
            JsonNode post = path.getValue().path("post");
            boolean creates = post.path("responses").has("201");
            if (creates && !post.path("parameters").toString().contains("Idempotency-Key")) {
                without.add(path.getKey());
            }
        });
        assertThat(without).isEmpty();
    }

    private Map<String, Object> generated() throws Exception {
        String text =
                mvc.perform(get("/help/openapi")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        Map<String, Object> document = new LinkedHashMap<>(parse(text));
        document.remove("servers"); // A port of the test run.
        document.put(
                "info",
                Map.of(
                        "title",
                        "OneWindow 一窗",
                        "version",
                        "1",
                        "description",
                        "Everything a person can do in a page, a program can do here. Accounts sign in with HTTP Basic; errors"
                                + " are problem+json (RFC 9457) with JSON pointers; creating calls take an Idempotency-Key."));
        return document;
    }

    private static Map<String, Object> parse(String text) throws IOException {
        return JSON.readValue(text, new TypeReference<>() {});
    }
}
