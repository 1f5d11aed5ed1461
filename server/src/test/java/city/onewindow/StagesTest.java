package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Stage;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A building project through its stages, as departments' programs take it there over the API. */
class StagesTest extends HouseTest {

    private final String project =
            "2411-410300-04-01-%06d".formatted(ThreadLocalRandom.current().nextInt(900_000) + 100_000);

    @Test
    @DisplayName("一个项目从立项走到施工：没有准予的先不受理，牵头部门准许了才受理，准予了不用再说")
    void throughTheStages() {
        ErrandWalk first = begun(1);
        JsonNode filled = first.filled(Map.of(Stage.PROJECT_CODE, project));
        accept(first, 200);

        ErrandWalk second = begun(2);
        JsonNode secondFilled = second.filled(Map.of(Stage.PROJECT_CODE, project));
        assertThat(accept(second, 422).body())
                .contains("/form/project_code", "国有建设用地使用权划拨(出让)及建设用地规划许可证核发", first.number());
        assertThat(second.api().get(second.clerk(), second.path()).get("status").asString())
                .isEqualTo("DRAFT");

        assertThat(second.api()
                        .call("lead-zjj", "POST", allowances(), Map.of("stage", stageCode(2)))
                        .body())
                .contains("/items", "/kind", "/reason", "/ground");
        assertThat(allow(second, "manager").statusCode()).isEqualTo(403);
        assertThat(allow(second, "lead-scjg").statusCode()).isEqualTo(404);
        assertThat(allow(second, "lead-zjj").statusCode()).isEqualTo(200);
        accept(second, 200);

        ErrandWalk third = begun(3);
        third.filled(Map.of(Stage.PROJECT_CODE, project));
        assertThat(third.missing("manager", project)).containsAll(second.missing("manager", project));
        assertThat(accept(third, 422).body()).contains(second.number());
        second.decideAll(secondFilled);
        // What began early is owed still.
        assertThat(accept(third, 422).body()).contains(first.number()).doesNotContain(second.number());
        first.decideAll(filled);
        accept(third, 200);
        assertThat(third.missing("manager", project)).isEmpty();
    }

    private ErrandWalk begun(int seq) {
        Catalog catalog = catalogs.current();
        Stage stage = catalog.stages().all().get(seq - 1);
        return new ErrandWalk(port, catalog, catalog.stages().oneThing(stage), Map.of());
    }

    private static HttpResponse<String> accept(ErrandWalk walk, int status) {
        HttpResponse<String> answer = walk.api().call(walk.clerk(), "POST", walk.path() + "/acceptance", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** 先行启动 of everything that is missing for the second stage. */
    private HttpResponse<String> allow(ErrandWalk walk, String account) {
        List<String> missing = walk.missing("manager", project);
        Map<String, Object> asked = new HashMap<>(Map.of("stage", stageCode(2)));
        asked.putAll(Map.of(
                "items", missing, "kind", "PARTIAL_START", "reason", "市重点项目，用地手续同步办理。", "ground", "洛政会纪〔2024〕3号"));
        return walk.api().call(account, "POST", allowances(), asked);
    }

    private String allowances() {
        return "/api/projects/" + project + "/allowances";
    }

    private String stageCode(int seq) {
        Catalog catalog = catalogs.current();
        return catalog.stages().oneThing(catalog.stages().all().get(seq - 1)).code();
    }
}
