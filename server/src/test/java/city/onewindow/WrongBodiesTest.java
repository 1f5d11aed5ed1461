package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What programs leave out, or send as null, is told at its place; it is never an error of the server. */
@DisplayName("请求内容缺项、空值")
class WrongBodiesTest extends HouseTest {

    private static final String CLERK = "clerk-qykb";
    private static final Map<String, String> APPLICANT = Map.of(
            "kind", "PERSON",
            "name", "张示例",
            "idType", "ID_CARD",
            "idNumber", "410311199001010001",
            "phone", "13800000000");

    private List<String> refusedAt(String account, String method, String path, Map<String, ?> body) {
        HttpResponse<String> answer = new ApiClient(port).call(account, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        List<String> pointers = new ArrayList<>();
        new JsonMapper()
                .readTree(answer.body())
                .get("errors")
                .forEach(error -> pointers.add(error.get("pointer").asString()));
        return pointers;
    }

    private static Map<String, String> without(String part) {
        Map<String, String> rest = new TreeMap<>(APPLICANT);
        rest.remove(part);
        return rest;
    }

    private static Map<String, Object> begun(Map<String, String> applicant) {
        return Map.of("items", List.of(), "applicant", applicant);
    }

    @Test
    @DisplayName("没有写明申请人是谁、凭什么证件的，不能开申请，姓名也不会当作单位名称公开")
    void anApplicantSaysWhoItIs() {
        String path = "/api/applications";
        assertThat(refusedAt(CLERK, "POST", path, begun(without("kind")))).contains("/applicant/kind");
        assertThat(refusedAt(CLERK, "POST", path, begun(without("idType")))).contains("/applicant/idType");
        assertThat(refusedAt(CLERK, "POST", path, begun(without("name")))).contains("/applicant/name");
        assertThat(refusedAt(CLERK, "POST", path, begun(without("idNumber")))).contains("/applicant/idNumber");
        assertThat(refusedAt(CLERK, "POST", path, Map.of("items", List.of())))
                .contains("/applicant/kind", "/applicant/idType", "/applicant/name", "/applicant/phone");
    }

    @Test
    @DisplayName("事项列表里的空值指出在第几个")
    void anItemIsNamed() {
        Map<String, ?> body = Map.of("items", Arrays.asList((String) null), "applicant", APPLICANT);
        assertThat(refusedAt(CLERK, "POST", "/api/applications", body)).containsExactly("/items/0");
        assertThat(refusedAt("", "POST", "/api/merge", Map.of("items", Arrays.asList((String) null))))
                .containsExactly("/items/0");
    }

    @Test
    @DisplayName("核验材料不写方式、不予受理不写理由的，指出缺什么")
    void checksAndRefusalsSayWhatTheyAre() {
        ApiClient api = new ApiClient(port);
        String thing = api.get("", "/api/one-things")
                .valueStream()
                .filter(one -> one.get("name").asString().equals("企业开办一件事"))
                .findFirst()
                .orElseThrow()
                .get("code")
                .asString();
        var begun = api.post(CLERK, "/api/applications", Map.of("oneThing", thing, "applicant", APPLICANT));
        String path = "/api/applications/" + begun.get("number").asString();
        String key = begun.get("asks").get("materials").get(0).get("key").asString();
        String place = path + "/materials/" + ApiClient.encoded(key);
        assertThat(refusedAt(CLERK, "PUT", place, Map.of())).containsExactly("/way");
        assertThat(api.put(CLERK, place, Map.of("way", "SEEN", "pointsMet", Arrays.asList((Integer) null)))
                        .get("number"))
                .isEqualTo(begun.get("number"));
        assertThat(refusedAt(CLERK, "POST", path + "/refusal", Map.of())).containsExactly("/reason", "/ground");
        Map<String, ?> elsewhere = Map.of("reason", "不归本机关。", "ground", "行政许可法第三十二条第一款第二项");
        assertThat(refusedAt(CLERK, "POST", path + "/refusal", elsewhere)).containsExactly("/organ");
    }

    @Test
    @DisplayName("账号、密码缺了内容的，逐项指出")
    void accountsAndPasswordsAreStated() {
        assertThat(refusedAt("admin", "POST", "/api/accounts", Map.of("name", "nobody-yet")))
                .contains("/details/displayName", "/details/roles");
        assertThat(refusedAt("clerk", "PUT", "/api/me/password", Map.of())).contains("/newPassword");
    }
}
