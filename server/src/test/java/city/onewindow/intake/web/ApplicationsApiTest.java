package city.onewindow.intake.web;

import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Reception;
import city.onewindow.intake.Way;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@DisplayName("申请的接口")
class ApplicationsApiTest extends HouseTest {

    private static final String PLACE = "/api/applications/";

    @Autowired
    Reception reception;

    Counter counter;

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private ResultActions send(AbstractMockHttpServletRequestBuilder<?> call, String body) throws Exception {
        return ask(call.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions ask(AbstractMockHttpServletRequestBuilder<?> call) throws Exception {
        return mvc.perform(call.with(httpBasic("clerk", DemoAccounts.PASSWORD)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    @DisplayName("错处从提交内容的根指起：填表、核验材料都一样")
    void pointersStartAtTheBody() throws Exception {
        Dossier dossier = counter.begun();
        String place = PLACE + number(dossier);
        send(patch(place + "/form"), "{\"no_such\": \"x\", \"a/b~c\": \"y\", \"org_name\": \"洛阳春风里商贸有限公司\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", containsInAnyOrder("/no_such", "/a~1b~0c")));
        assertThat(intake.dossier(number(dossier), Counter.CLERK)
                        .application()
                        .form()
                        .has("org_name"))
                .isFalse();
        send(patch(place + "/form"), "{\"org_name\": true}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/org_name")));
        String key = dossier.merge().materials().get(0).key();
        send(put(place + "/materials/" + key), "{\"way\": \"SEEN\", \"pointsMet\": [99]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/pointsMet")));
        send(put(place + "/materials/" + key), "{}").andExpect(jsonPath("$.errors[*].pointer", contains("/way")));
        send(put(place + "/materials/NO_SUCH"), "{\"way\": \"SEEN\"}")
                .andExpect(jsonPath("$.errors[*].pointer", contains("")))
                .andExpect(jsonPath("$.errors[0].message", containsString("NO_SUCH")));
    }

    @Test
    @DisplayName("缺标识、缺文件、选错的值，说清楚缺哪个、应当是什么")
    void saysWhatIsMissing() throws Exception {
        String place = PLACE + number(counter.begun());
        for (String act : List.of("notice", "refusal", "acceptance", "withdrawal")) {
            send(post(place + "/" + act), "{}")
                    .andExpect(status().isBadRequest())
                    .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                    .andExpect(jsonPath("$.errors[0].pointer").value("/Idempotency-Key"))
                    .andExpect(jsonPath("$.detail", containsString("8 至 64 个")));
        }
        send(post(place + "/notice").header("Idempotency-Key", "short"), "{}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", contains("/Idempotency-Key")));
        ask(multipart(place + "/files")
                        .file(new MockMultipartFile("photo", new byte[1]))
                        .header("Idempotency-Key", key()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/file"))
                .andExpect(jsonPath("$.errors[0].message", containsString("multipart/form-data")));
        send(put(place + "/materials/ARTICLES"), "{\"way\": \"LOOKED_AT\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/way"))
                .andExpect(jsonPath(
                        "$.errors[0].message",
                        containsString("FILE, SEEN, FETCHED, SIGNED, TO_SHOW, DEFERRED, NOT_APPLICABLE")));
        ask(get("/api/applications").param("status", "OPEN"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/status"))
                .andExpect(jsonPath("$.errors[0].message", containsString("DRAFT, SUPPLEMENT")));
        mvc.perform(get("/api/audit").param("from", "昨天").with(httpBasic("auditor", DemoAccounts.PASSWORD)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/from"));
    }

    @Test
    @DisplayName("告知、撤回重发一次，结果不变；同一标识不能用于别的")
    void onceUnderAKey() throws Exception {
        String place = PLACE + number(counter.begun());
        String notice = key();
        for (int i = 0; i < 2; i++) {
            send(post(place + "/notice").header("Idempotency-Key", notice), "{}")
                    .andExpect(status().isOk());
        }
        ask(get(place)).andExpect(jsonPath("$.documents[*].kind", contains("ONE_TIME_NOTICE")));
        send(post(place + "/withdrawal").header("Idempotency-Key", notice), "{}")
                .andExpect(status().isConflict());
        String withdrawal = key();
        for (int i = 0; i < 2; i++) {
            send(post(place + "/withdrawal").header("Idempotency-Key", withdrawal), "{}")
                    .andExpect(status().isNoContent());
        }
        send(post(place + "/withdrawal").header("Idempotency-Key", key()), "{}").andExpect(status().isConflict());
    }

    @Test
    @DisplayName("申请带着已出的文书；容缺待补的能单独列出；还没受理的、待补的，申请人都查得到")
    void tellsWhatThePagesTell() throws Exception {
        Dossier draft = counter.begun();
        track(draft)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.applicant").value("张*例"))
                .andExpect(jsonPath("$.parts").isEmpty());

        Dossier accepted = accepted();
        ask(get(PLACE + number(accepted)))
                .andExpect(jsonPath("$.documents[*].kind", hasItem("ACCEPTANCE")))
                .andExpect(jsonPath("$.documents[0].issuedAt", endsWith("+08:00")));
        ask(get("/api/applications").param("awaited", "true").param("size", "100"))
                .andExpect(
                        jsonPath("$.items[*].number", allOf(hasItem(number(accepted)), not(hasItem(number(draft))))));
        track(accepted)
                .andExpect(jsonPath("$.status").value("ACCEPTED"))
                .andExpect(jsonPath("$.deferrals[0].material").isNotEmpty())
                .andExpect(jsonPath("$.acceptedAt").value("2026-11-04T10:00:00+08:00"));
    }

    private ResultActions track(Dossier dossier) throws Exception {
        return mvc.perform(post("/api/track")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"number\": \"" + number(dossier) + "\", \"queryCode\": \""
                        + dossier.application().queryCode() + "\"}"));
    }

    /** With one material to follow. */
    private Dossier accepted() {
        Dossier dossier = counter.filled();
        MergedMaterial later = dossier.merge().materials().stream()
                .filter(MergedMaterial::mayFollow)
                .findFirst()
                .orElseThrow();
        for (MergedMaterial material : dossier.merge().materials()) {
            CheckedMaterial checked = material.equals(later)
                    ? new CheckedMaterial(material.key(), Way.DEFERRED, List.of(), "", List.of())
                    : Counter.seen(material);
            intake.check(number(dossier), checked, Counter.CLERK);
        }
        reception.accept(number(dossier), "张示例", Counter.CLERK);
        return dossier;
    }
}
