package city.onewindow.approval.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("请假代理接口")
class LeavesApiTest extends HouseTest {

    private static final Actor REVIEWER = SignedInAs.actor("scjg-review", "scjg", null, Role.REVIEWER);
    private static final Actor EXAMINER = SignedInAs.actor("scjg-examine", "scjg", null, Role.REVIEWER);
    private static final Actor DECIDER = SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER);
    private static final Actor COLLEAGUE = SignedInAs.actor("zjj-examine", "zjj", null, Role.REVIEWER);
    private static final Actor HEAD = SignedInAs.actor("zjj-head", "zjj", null, Role.HEAD);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final Actor CLERK = SignedInAs.actor("clerk", "scjg", "qykb", Role.CLERK);
    private static final String IN_PLACE = "scjg-examine（代市市场监管局审查岗）";
    private static final String AUTHORISATION = "{\"authorisation\": \"同意。\"}";
    private static final String REVIEW = "{\"recommendation\": \"GRANT\", \"opinion\": \"齐全。\"}";

    private String matter = "";

    @BeforeEach
    void aCaseThatTheReviewerHolds() throws Exception {
        matter = "/api/matters/" + startups.accept() + "/" + startups.item("企业设立登记(有限责任公司)");
        perform(put(matter + "/holder"), "", REVIEWER).andExpect(status().isOk());
    }

    /** The accounts are everybody's: nobody of them stays away. */
    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from approval.leave").update();
    }

    @Test
    @DisplayName("代理人办请假人领取的事项，记录写明代谁；请假结束以后不能再办")
    void standingIn() throws Exception {
        perform(post(matter + "/review"), REVIEW, EXAMINER).andExpect(status().isConflict());
        register(REVIEWER, EXAMINER, key()).andExpect(status().isCreated());
        clock.forward(Duration.ofDays(3));
        perform(post(matter + "/review"), REVIEW, EXAMINER).andExpect(status().isConflict());
        clock.forward(Duration.ofDays(-1));
        perform(get(matter), "", EXAMINER)
                .andExpect(jsonPath("$.inPlace").value(IN_PLACE))
                .andExpect(jsonPath("$.owed[0].standIn").value("市市场监管局审核岗"));
        perform(get("/api/matters").param("mine", "true").param("size", "100"), "", EXAMINER)
                .andExpect(jsonPath("$.items[*].inPlace", hasItem(IN_PLACE)));
        perform(post(matter + "/review"), REVIEW, EXAMINER)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.history[1].whoName").value(IN_PLACE));
    }

    @Test
    @DisplayName("重叠的请假不收，写明是哪一格、与谁的哪一次；重发得到同一结果")
    void overlapping() throws Exception {
        String key = UUID.randomUUID().toString();
        String first = location(register(REVIEWER, EXAMINER, key));
        assertThat(location(register(REVIEWER, EXAMINER, key))).isEqualTo(first);
        register(REVIEWER, EXAMINER, key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/from"))
                .andExpect(jsonPath("$.errors[0].message", containsString("市市场监管局审查岗 2026年11月4日至2026年11月6日已登记请假")));
        register(EXAMINER, REVIEWER, key())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].message", containsString("已是市市场监管局审查岗 2026年11月4日至2026年11月6日请假期间的代理人")))
                .andExpect(jsonPath("$.errors[1].pointer").value("/standIn"))
                .andExpect(jsonPath("$.errors[1].message", containsString("自己请假，不能作代理人")));
        perform(get("/api/leaves"), "", EXAMINER).andExpect(jsonPath("$[*].account", contains("scjg-review")));
        perform(get("/api/leaves"), "", CLERK).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("授权只由负责人；只能缩短，不能延长；销假以后不能再改")
    void changing() throws Exception {
        String decider = location(register(DECIDER, COLLEAGUE, key()));
        perform(get("/api/leaves/undecided"), "", MANAGER).andExpect(jsonPath("$", contains("zjj")));
        perform(get("/api/leaves/undecided"), "", HEAD).andExpect(status().isForbidden());
        perform(put(decider + "/authorisation"), AUTHORISATION, DECIDER).andExpect(status().isForbidden());
        perform(put(decider + "/authorisation"), "{}", HEAD).andExpect(status().isUnprocessableContent());
        perform(put(decider + "/authorisation"), AUTHORISATION, HEAD)
                .andExpect(jsonPath("$.standIn.authorisation.text").value("同意。"));
        perform(put(decider + "/stand-in"), "{\"standIn\": \"zjj-decide\"}", DECIDER)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].message", containsString("另一位审批人员")));
        perform(put(decider + "/until"), "{\"until\": \"2026-11-05\"}", DECIDER)
                .andExpect(jsonPath("$.until").value("2026-11-05"));
        perform(put(decider + "/until"), "{\"until\": \"2026-11-09\"}", DECIDER)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/until"));
        perform(delete(decider), "", DECIDER)
                .andExpect(jsonPath("$.takenBackAt").exists());
        perform(put(decider + "/until"), "{\"until\": \"2026-11-04\"}", DECIDER).andExpect(status().isConflict());
    }

    /** @return its address */
    private static String location(ResultActions registered) throws Exception {
        return String.valueOf(registered
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    /** By himself, from the test clock's day on. */
    private ResultActions register(Actor absent, Actor standIn, String key) throws Exception {
        String body = """
                {"account": "%s", "from": "2026-11-04", "until": "2026-11-06", "kind": "SICK", "standIn": "%s"}
                """.formatted(absent.account(), standIn.account());
        return perform(post("/api/leaves"), body, absent, key);
    }

    private ResultActions perform(MockHttpServletRequestBuilder call, String body, Actor actor) throws Exception {
        return perform(call, body, actor, key());
    }

    private ResultActions perform(MockHttpServletRequestBuilder call, String body, Actor actor, String key)
            throws Exception {
        return mvc.perform(call.with(SignedInAs.of(actor))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
