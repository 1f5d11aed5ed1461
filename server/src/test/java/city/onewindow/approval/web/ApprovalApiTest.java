package city.onewindow.approval.web;

import static city.onewindow.approval.StartupCases.CLERK;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Upload;
import city.onewindow.material.Files;
import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("审批接口")
class ApprovalApiTest extends HouseTest {

    private static final Actor SYSTEM =
            SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);
    private static final Actor ISSUER = SignedInAs.actor("issuer", "zwfw", "ck", Role.ISSUING_CLERK);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Files files;

    private String number = "";
    private String item = "";
    private String matter = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
        item = startups.item("企业设立登记(有限责任公司)");
        matter = "/api/matters/" + number + "/" + item;
    }

    @Test
    @DisplayName("部门系统从待办取件，看到本事项需要的表格和材料")
    void reads() throws Exception {
        mvc.perform(get("/api/matters").param("size", "100").with(SignedInAs.of(SYSTEM)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].matter.number", hasItem(number)));
        mvc.perform(get(matter).with(SignedInAs.of(SYSTEM)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.next[0].act").value("REVIEW"))
                .andExpect(jsonPath("$.matter.step").value("REVIEW"));
        mvc.perform(get(matter + "/dossier").with(SignedInAs.of(SYSTEM)))
                .andExpect(jsonPath("$.form.org_name").isNotEmpty())
                .andExpect(jsonPath("$.materials[*].way", hasItem("SEEN")));
    }

    @Test
    @DisplayName("本部门的系统能读卷宗里的文件，别的部门的系统不能；文件名不带申请人起的名字")
    void files() throws Exception {
        byte[] pdf = "%PDF-1.7 张示例的章程".getBytes(StandardCharsets.UTF_8);
        String withFiles = startups.acceptWithFiles(subject -> files.keep(
                        new Upload("张示例.pdf", pdf),
                        subject,
                        "clerk",
                        new IdempotencyKey(UUID.randomUUID().toString()))
                .id());
        String place = "/api/matters/" + withFiles + "/" + item;
        String dossier = mvc.perform(get(place + "/dossier").with(SignedInAs.of(SYSTEM)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> ids = JsonPath.read(dossier, "$.materials[*].files[0]");
        mvc.perform(get(place + "/files/" + ids.get(0)).with(SignedInAs.of(SYSTEM)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(pdf))
                .andExpect(header().string("Content-Disposition", "inline; filename=\"" + withFiles + ".pdf\""));
        Actor elsewhere = SignedInAs.actor("swj-system", "swj", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);
        for (String path : List.of("/files/" + ids.get(0), "/dossier")) {
            mvc.perform(get(place + path).with(SignedInAs.of(elsewhere))).andExpect(status().isNotFound());
        }
        mvc.perform(get(place + "/files/" + UUID.randomUUID()).with(SignedInAs.of(SYSTEM)))
                .andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("从审查到交付全程走接口，重发得到同一结果")
    void fromReviewToHandover() throws Exception {
        String key = UUID.randomUUID().toString();
        act("review", "{\"recommendation\": \"GRANT\", \"opinion\": \"齐全\"}", key)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.step").value("DECIDE"));
        act("review", "{\"recommendation\": \"GRANT\", \"opinion\": \"齐全\"}", key)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.step").value("DECIDE"));
        act("grant", "{}", UUID.randomUUID().toString())
                .andExpect(jsonPath("$.history[*].document", hasItem(containsString("〔2026〕"))));
        act(
                        "certify",
                        "{\"certificateNumber\": \"91410300TEST\"}",
                        UUID.randomUUID().toString())
                .andExpect(jsonPath("$.matter.step").value("DELIVER"));
        String taker = """
                {"items": ["%s"], "taker": {"name": "李小敏", "relation": "AGENT", "idNumber": "11010519491231002X",
                 "authorisation": "授权委托书"}}
                """.formatted(item);
        mvc.perform(post("/api/cases/" + number + "/handovers")
                        .with(SignedInAs.of(ISSUER))
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(taker))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.taker").value("李*敏"));
        mvc.perform(get("/api/cases/" + number + "/handovers").with(SignedInAs.of(MANAGER)))
                .andExpect(jsonPath("$", hasSize(1)));
        mvc.perform(get("/api/cases/" + number).with(SignedInAs.of(MANAGER)))
                .andExpect(
                        jsonPath("$.matters[?(@.item == '" + item + "')].step").value("ENDED"))
                .andExpect(jsonPath("$.documents[*].kind", hasItem("DELIVERY_RECEIPT")));
    }

    @Test
    @DisplayName("错误用 problem+json 指到字段；抢先被办的是 409，别的部门的是 404")
    void problems() throws Exception {
        act("review", "{\"opinion\": \"\"}", UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/recommendation")))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/opinion")));
        act("certify", "{}", UUID.randomUUID().toString()).andExpect(status().isConflict());
        Actor elsewhere = SignedInAs.actor("zjj-system", "zjj", null, Role.REVIEWER);
        mvc.perform(get(matter).with(SignedInAs.of(elsewhere))).andExpect(status().isNotFound());
        mvc.perform(post("/api/cases/" + number + "/handovers")
                        .with(SignedInAs.of(ISSUER))
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/taker/idNumber")));
        mvc.perform(get("/api/cases").with(SignedInAs.of(CLERK))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("每一步都要带防重复提交的标识，没带的说清楚，什么都不变")
    void everyActTakesAKey() throws Exception {
        for (String act : List.of("review", "return", "grant", "deny", "certify")) {
            mvc.perform(post(matter + "/" + act)
                            .with(SignedInAs.of(SYSTEM))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"recommendation\": \"GRANT\", \"opinion\": \"齐全\"}"))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].pointer").value("/Idempotency-Key"));
        }
        mvc.perform(get(matter).with(SignedInAs.of(SYSTEM)))
                .andExpect(jsonPath("$.matter.step").value("REVIEW"))
                .andExpect(jsonPath("$.file.acceptedAt").value("2026-11-04T10:00:00+08:00"));
    }

    @Test
    @DisplayName("公众查询进度不用登录，给出日期的理由，不给姓名")
    void tracks() throws Exception {
        String code = intake.dossier(number, CLERK).application().queryCode();
        mvc.perform(track(code))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.parts[0].until.explanation").isNotEmpty())
                .andExpect(jsonPath("$.number").value(number))
                .andExpect(jsonPath("$.applicant").value("张*例"))
                .andExpect(content().string(not(containsString("张示例"))))
                .andExpect(content().string(not(containsString("\"" + CLERK.account() + "\""))));
        mvc.perform(track("WRONG")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("中心按接口列出办件，窗口撤回办件")
    void listsAndWithdraws() throws Exception {
        mvc.perform(get("/api/cases").param("size", "2").with(SignedInAs.of(MANAGER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].matters").isNotEmpty());
        mvc.perform(get("/api/cases/" + number).with(SignedInAs.of(MANAGER)))
                .andExpect(jsonPath("$.file.leadDepartment").isNotEmpty())
                .andExpect(jsonPath("$.owed[0].party").value("DEPARTMENT"))
                .andExpect(jsonPath("$.owed[0].department").value("scjg"))
                .andExpect(jsonPath("$.owed[0].role").value("REVIEWER"))
                .andExpect(jsonPath("$.owed[0].border").value("SUBSTANCE"))
                .andExpect(jsonPath("$.owed[0].since").value("2026-11-04T10:00:00+08:00"));
        mvc.perform(post("/api/cases/" + number + "/withdrawal")
                        .with(SignedInAs.of(CLERK))
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"不办了\", \"items\": [\"nothing\"]}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/items"));
        mvc.perform(post("/api/cases/" + number + "/withdrawal")
                        .with(SignedInAs.of(CLERK))
                        .header("Idempotency-Key", UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\": \"不办了\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matters[0].outcome").value("WITHDRAWN"));
        mvc.perform(get("/api/ready-cases").with(SignedInAs.of(ISSUER))).andExpect(status().isOk());
    }

    private MockHttpServletRequestBuilder track(String code) {
        return post("/api/track")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"number\": \"" + number + "\", \"queryCode\": \"" + code + "\"}");
    }

    private ResultActions act(String act, String body, String key) throws Exception {
        return mvc.perform(post(matter + "/" + act)
                .with(SignedInAs.of(SYSTEM))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
