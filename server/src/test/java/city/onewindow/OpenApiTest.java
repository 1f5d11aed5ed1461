package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import city.onewindow.kernel.IdempotencyKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

    /** They are posted only for what they are given; the same again is answered the same. */
    private static final Set<String> CHANGE_NOTHING = Set.of(
            "/api/merge",
            "/api/applications/search",
            "/api/cases/search",
            "/api/track",
            "/api/documents/check",
            "/api/wordings/{code}/sample");

    @Autowired
    SchemaNames names;

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
    @DisplayName("每个改变什么的提交都必须带防重复提交的标识")
    void everyCreatingCallTakesAKey() throws Exception {
        List<String> creating = new ArrayList<>();
        List<String> keyed = new ArrayList<>();
        document().path("paths").properties().forEach(path -> {
            JsonNode post = path.getValue().path("post");
            if (!post.isMissingNode() && !CHANGE_NOTHING.contains(path.getKey())) {
                creating.add(path.getKey());
                if (post.path("parameters").valueStream().anyMatch(OpenApiTest::isRequiredKey)) {
                    keyed.add(path.getKey());
                }
            }
        });
        assertThat(creating).contains("/api/applications", "/api/matters/{number}/{item}/grant");
        assertThat(keyed).isEqualTo(creating);
    }

    private static boolean isRequiredKey(JsonNode parameter) {
        return parameter.path("name").asString().equals(IdempotencyKey.HEADER)
                && parameter.path("in").asString().equals("header")
                && parameter.path("required").asBoolean();
    }

    @Test
    @DisplayName("新建的答复 201，撤回申请答复 204，与代码一致")
    void successesHaveTheirStatus() throws Exception {
        assertThat(answering("201"))
                .containsExactlyInAnyOrder(
                        "post /api/accounts",
                        "post /api/annexes",
                        "post /api/applications",
                        "post /api/applications/{number}/files",
                        "post /api/cases/{number}/give-back",
                        "post /api/cases/{number}/handovers",
                        "post /api/cases/{number}/slips",
                        "post /api/leaves",
                        "post /api/messages",
                        "post /api/online",
                        "post /api/online/{number}/files",
                        "post /api/online/{number}/materials/{key}/files",
                        "post /api/revisions",
                        "post /api/revisions/{id}/forms",
                        "post /api/rounds",
                        "post /api/slips/{id}/hand-back");
        assertThat(answering("204"))
                .containsExactlyInAnyOrder(
                        "delete /api/endpoints/{department}",
                        "post /api/applications/{number}/lapse",
                        "post /api/applications/{number}/withdrawal",
                        "put /api/me/password");
    }

    @Test
    @DisplayName("参数只有调用者能填的：没有内部对象")
    void noParameterIsAnInternal() throws Exception {
        List<String> internals = new ArrayList<>();
        List<String> all = new ArrayList<>();
        calls().forEach((name, call) -> {
            call.path("parameters").forEach(parameter -> {
                all.add(name);
                if (!isSimple(parameter.path("schema"))) {
                    internals.add(name + ": " + parameter);
                }
            });
            JsonNode parts = call.at("/requestBody/content/multipart~1form-data/schema/properties");
            parts.properties().stream()
                    .filter(part -> !isSimple(part.getValue()))
                    .forEach(part -> internals.add(name + ": " + part));
        });
        assertThat(all).isNotEmpty();
        assertThat(internals).isEmpty();
        assertThat(document()
                        .path("paths")
                        .path("/api/applications/{number}/files")
                        .at("/post/requestBody/content/multipart~1form-data/schema/properties")
                        .propertyNames())
                .containsExactly("file");
    }

    private static boolean isSimple(JsonNode schema) {
        return !schema.has("$ref")
                && schema.path("type").isString()
                && List.of("string", "integer", "boolean")
                        .contains(schema.path("type").asString());
    }

    @Test
    @DisplayName("一个名字只指一种内容")
    void everySchemaIsOneType() throws Exception {
        JsonNode schemas = document().at("/components/schemas");
        Map<String, Set<String>> shared = new TreeMap<>(names.typesByName());
        assertThat(shared).containsKeys("TimelinePart", "OneThingGuidePart");
        shared.keySet().removeIf(name -> !schemas.has(name));
        assertThat(shared).isNotEmpty();
        shared.values().removeIf(types -> types.size() == 1);
        assertThat(shared).isEmpty();
        assertThat(schemas.valueStream())
                .allMatch(schema -> schema.path("type").asString().equals("object"));
        assertThat(schemas.at("/MattersReason/properties").propertyNames()).containsExactly("reason");
    }

    @Test
    @DisplayName("每个调用写明出错时的答复和谁能调用，名字不重复")
    void everyCallTellsItsProblems() throws Exception {
        Map<String, JsonNode> calls = calls();
        Map<String, String> ids = new TreeMap<>();
        calls.forEach((name, call) -> {
            boolean open =
                    call.path("security").isArray() && call.path("security").isEmpty();
            assertThat(call.path("responses").has("401")).as(name).isEqualTo(!open);
            assertThat(call.path("description").asString()).as(name).isNotBlank();
            assertThat(ids.put(call.path("operationId").asString(), name))
                    .as(name)
                    .isNull();
            call.path("responses")
                    .properties()
                    .forEach(answer -> assertThat(answer.getKey().startsWith("2")
                                    || answer.getValue().path("$ref").asString().startsWith("#/components/responses/"))
                            .as("%s %s", name, answer)
                            .isTrue());
        });
        assertThat(document().at("/components/securitySchemes/basic/scheme").asString())
                .isEqualTo("basic");
        assertThat(document().toString()).doesNotContain("*/*");
    }

    private List<String> answering(String status) throws Exception {
        return calls().entrySet().stream()
                .filter(call -> call.getValue().path("responses").has(status))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** By method and path. */
    private Map<String, JsonNode> calls() throws Exception {
        Map<String, JsonNode> calls = new TreeMap<>();
        document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> calls.put(call.getKey() + " " + path.getKey(), call.getValue())));
        return calls;
    }

    private JsonNode document() throws Exception {
        return JSON.readTree(JSON.writeValueAsString(generated()));
    }

    private Map<String, Object> generated() throws Exception {
        return parse(
                mvc.perform(get("/help/openapi")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> parse(String text) throws IOException {
        return JSON.readValue(text, new TypeReference<>() {});
    }
}
