package city.onewindow.approval.web;

import static city.onewindow.identity.CsrfCookie.csrf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("听证的接口")
class HearingsApiTest extends HouseTest {

    private static final Actor REVIEWER = SignedInAs.actor("scjg-review", "scjg", null, Role.REVIEWER);
    private static final Actor ELSEWHERE = SignedInAs.actor("zjj-review", "zjj", null, Role.REVIEWER);

    private String matter = "";

    @Test
    @DisplayName("告知、申请、通知、笔录，全程走接口；缺的一次说全；重发的照第一次回答；别的部门没有这个事项")
    void wholeWay() throws Exception {
        matter = startups.accept() + "/" + startups.item("企业设立登记(有限责任公司)");
        act("tell-hearing", "{\"others\": [null]}", key(), REVIEWER)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer").value(contains("/others", "/reason")));
        String right = """
                {"reason": "影响采光。", "others": [{"name": "赵邻居", "address": "示例路2号"}]}
                """;
        act("tell-hearing", right, key(), ELSEWHERE).andExpect(status().isNotFound());
        String key = key();
        act("tell-hearing", right, key, REVIEWER)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.hearing.askUntil").value("2026-11-11"))
                .andExpect(jsonPath("$.hearings[0].others[0].name").value("赵*居"));
        act("tell-hearing", right, key, REVIEWER)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hearings.length()").value(1));
        act("ask-hearing", "{\"on\": \"2026-11-04\", \"by\": 1}", key(), REVIEWER)
                .andExpect(jsonPath("$.matter.hearing.toBeHeld").value(true));
        act("review", "{\"recommendation\": \"GRANT\", \"opinion\": \"好\"}", key(), REVIEWER)
                .andExpect(status().isConflict());
        act("call-hearing", """
                {"at": "2026-11-18T09:30:00+08:00", "place": "听证室", "presider": "scjg-decide", "announced": true}
                """, key(), REVIEWER)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.step").value("SUSPENDED"))
                .andExpect(jsonPath("$.hearings[0].papers.length()").value(5));
        clock.set(LocalDateTime.parse("2026-11-18T12:00").atZone(ZoneId.of("Asia/Shanghai")));
        act("record-hearing", "{\"came\": \"双方\", \"spoken\": \"陈述\", \"signed\": \"均签字\"}", key(), REVIEWER)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.matter.step").value("REVIEW"))
                .andExpect(jsonPath("$.matter.hearing.record").isNotEmpty());
    }

    @Test
    @DisplayName("放弃的写明理由")
    void waived() throws Exception {
        matter = startups.accept() + "/" + startups.item("企业设立登记(有限责任公司)");
        act("tell-hearing", "{\"reason\": \"影响采光。\"}", key(), REVIEWER).andExpect(status().isOk());
        act("waive-hearing", "{}", key(), REVIEWER).andExpect(status().isUnprocessableContent());
        act("waive-hearing", "{\"reason\": \"书面放弃。\"}", key(), REVIEWER)
                .andExpect(jsonPath("$.hearings[0].waived").value(true));
    }

    @Test
    @DisplayName("申请人凭查询码、窗口替人，走接口申请和放弃；查询码不对的、别的窗口的，没有这个办件；公告谁都能读")
    void byTheApplicant() throws Exception {
        String number = startups.accept();
        String item = startups.item("企业设立登记(有限责任公司)");
        matter = number + "/" + item;
        String code = jdbc.sql("select query_code from approval.case_file where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        act("tell-hearing", "{\"reason\": \"影响采光。\"}", key(), REVIEWER).andExpect(status().isOk());
        String online = "/api/online/" + number + "/matters/" + item;
        mvc.perform(post(online + "/ask-hearing").header("Query-Code", "WRONG1").header(IdempotencyKey.HEADER, key()))
                .andExpect(status().isNotFound());
        mvc.perform(post(online + "/ask-hearing").header("Query-Code", code).header(IdempotencyKey.HEADER, key()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hearings[0].askedOn").value("2026-11-04"));
        mvc.perform(post(online + "/waive-hearing").header("Query-Code", code).header(IdempotencyKey.HEADER, key()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hearings[0].mayAsk").value(true));
        atTheWindow(number, item, "ylws").andExpect(status().isNotFound());
        atTheWindow(number, item, "qykb").andExpect(status().isOk());
        mvc.perform(get("/api/hearings"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hearings").isArray());
    }

    @Test
    @DisplayName("期满以后在网上申请，接口、网页都说到哪天为止、还能怎么办")
    void tooLateOnline() throws Exception {
        String number = startups.accept();
        String item = startups.item("企业设立登记(有限责任公司)");
        matter = number + "/" + item;
        String code = jdbc.sql("select query_code from approval.case_file where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        act("tell-hearing", "{\"reason\": \"影响采光。\"}", key(), REVIEWER).andExpect(status().isOk());
        clock.set(LocalDateTime.parse("2026-11-12T09:00").atZone(ZoneId.of("Asia/Shanghai")));
        mvc.perform(post("/api/online/" + number + "/matters/" + item + "/ask-hearing")
                        .header("Query-Code", code)
                        .header(IdempotencyKey.HEADER, key()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("到2026年11月11日为止")))
                .andExpect(jsonPath("$.errors").isEmpty());
        for (String language : List.of("zh", "en")) {
            mvc.perform(post("/track/act")
                            .locale(Locale.forLanguageTag(language))
                            .with(csrf())
                            .param("number", number)
                            .param("code", code)
                            .param("item", item)
                            .param("act", "ASK_HEARING")
                            .param("key", key()))
                    .andExpect(content().string(containsString("到2026年11月11日为止")))
                    .andExpect(content().string(containsString("受理窗口")));
        }
    }

    @Test
    @DisplayName("办件里没有的事项说没有，不算猜查询码")
    void unknownItem() throws Exception {
        String number = startups.accept();
        String code = jdbc.sql("select query_code from approval.case_file where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        for (int slip = 0; slip < 101; slip++) {
            mvc.perform(post("/api/online/" + number + "/matters/410300-none-1/ask-hearing")
                            .with(sent -> {
                                sent.setRemoteAddr("203.0.113.9");
                                return sent;
                            })
                            .header("Query-Code", code)
                            .header(IdempotencyKey.HEADER, key()))
                    .andExpect(status().isNotFound());
        }
    }

    private ResultActions atTheWindow(String number, String item, String window) throws Exception {
        Actor clerk = SignedInAs.actor("clerk-" + window, "scjg", window, Role.CLERK);
        return mvc.perform(post("/api/cases/" + number + "/matters/" + item + "/ask-hearing")
                .with(SignedInAs.of(clerk))
                .header(IdempotencyKey.HEADER, key())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"on\": \"2026-11-04\", \"by\": 0}"));
    }

    private ResultActions act(String act, String body, String key, Actor actor) throws Exception {
        return mvc.perform(post("/api/matters/" + matter + "/" + act)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .header(IdempotencyKey.HEADER, key)
                .with(SignedInAs.of(actor)));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
