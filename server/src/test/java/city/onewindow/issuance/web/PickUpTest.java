package city.onewindow.issuance.web;

import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.StartupCases;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.issuance.ShopCases;
import city.onewindow.kernel.PickUpCode;
import city.onewindow.notice.Print;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("领证取件通知")
class PickUpTest extends HouseTest {

    private static final Actor SCJG =
            SignedInAs.actor("scjg-all", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);

    @Autowired
    private Approval approval;

    @Test
    @DisplayName("还没有结果的不说；出了第一项就说：领什么、取件码、窗口、时间、带什么、到哪天、不来怎么办")
    void told() throws Exception {
        String number = startups.accept();
        mvc.perform(api(number)).andExpect(jsonPath("$.pickUp").doesNotExist());
        mvc.perform(tracked("/track/pick-up-notice", number)).andExpect(status().isConflict());
        certify(number);
        mvc.perform(api(number))
                .andExpect(jsonPath("$.pickUp.code").value(PickUpCode.of(number)))
                .andExpect(jsonPath("$.pickUp.window").value("统一出件窗口"))
                .andExpect(jsonPath("$.pickUp.results[0].result").value("营业执照(正、副本)及电子营业执照"))
                .andExpect(jsonPath("$.pickUp.toBring").isEmpty())
                .andExpect(jsonPath("$.pickUp.until").isNotEmpty());
        mvc.perform(tracked("/track", number))
                .andExpect(content().string(containsString(PickUpCode.of(number))))
                .andExpect(content().string(containsString("有结果可以领取")))
                .andExpect(content().string(containsString("出件窗口应在这天前送达")));
        for (MockHttpServletRequestBuilder request :
                new MockHttpServletRequestBuilder[] {tracked("/track/pick-up-notice", number), issued(number)}) {
            assertThat(text(request))
                    .contains("领证取件通知", number, PickUpCode.of(number), "统一出件窗口", "营业执照")
                    .contains("工作日9:00", "授权委托书", "公章刻制备案", "再通知，或者邮寄", "仍可以领取", "十日内颁发、送达（行政许可法第四十四条）")
                    .doesNotContain("张示例", "领取期限", "期满");
        }
        assertThat(documents.bySubject(number))
                .noneMatch(paper -> paper.kind().title().equals("领证取件通知"));
    }

    @Test
    @DisplayName("容缺的，写明领取前要补交什么；补齐了就不再写")
    void deferred() throws Exception {
        String number = new ShopCases(startups, approval).certified();
        mvc.perform(api(number, ShopCases.CLERK))
                .andExpect(jsonPath("$.pickUp.toBring").isNotEmpty());
        startups.supply(number, ShopCases.CLERK);
        mvc.perform(api(number, ShopCases.CLERK))
                .andExpect(jsonPath("$.pickUp.toBring").isEmpty());
    }

    @Test
    @DisplayName("出件窗口输取件码就找到办件；输错一位的当场说，不会打开别人的")
    void found() throws Exception {
        String number = startups.accept();
        certify(number);
        String code = PickUpCode.of(number);
        mvc.perform(desk(get("/issuing").param("number", code.toLowerCase())))
                .andExpect(redirectedUrl("/issuing/" + number));
        mvc.perform(desk(get("/issuing/" + number))).andExpect(content().string(containsString(code)));
        mvc.perform(desk(get("/api/pick-up-codes/" + code)))
                .andExpect(jsonPath("$.file.number").value(number));
        char wrong = code.charAt(0) == '3' ? '2' : '3';
        mvc.perform(desk(get("/issuing").param("number", wrong + code.substring(1))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("有一位输错了")));
        mvc.perform(desk(get("/api/pick-up-codes/" + wrong + code.substring(1))))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/code"));
    }

    @Test
    @DisplayName("请人代领的，从进度页打印授权委托书，姓名留给笔；查询码不对的什么也打印不了")
    void letter() throws Exception {
        String number = startups.accept();
        assertThat(text(tracked("/track/letter-of-authority", number)))
                .contains("授权委托书", number, "公章刻制备案", "代为领取办理结果")
                .doesNotContain("张示例");
        for (String path : new String[] {"/track/letter-of-authority", "/track/pick-up-notice"}) {
            mvc.perform(post(path).with(csrf()).param("number", number).param("code", "AAAAAAAA"))
                    .andExpect(status().isNotFound());
        }
        mvc.perform(get("/issuing/" + number + "/pick-up-notice").with(SignedInAs.of(StartupCases.CLERK)))
                .andExpect(status().isForbidden());
    }

    private void certify(String number) {
        String item = startups.item("企业设立登记(有限责任公司)");
        approval.review(number, item, Recommendation.GRANT, "齐全", SCJG, null);
        approval.grant(number, item, "", SCJG, null);
        approval.certify(number, item, "91410300MA0000000X", SCJG, null);
    }

    private String code(String number, Actor clerk) {
        return intake.dossier(number, clerk).application().queryCode();
    }

    private MockHttpServletRequestBuilder tracked(String path, String number) {
        return post(path).with(csrf()).param("number", number).param("code", code(number, StartupCases.CLERK));
    }

    private MockHttpServletRequestBuilder api(String number) {
        return api(number, StartupCases.CLERK);
    }

    private MockHttpServletRequestBuilder api(String number, Actor clerk) {
        return post("/api/track")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"number\": \"" + number + "\", \"queryCode\": \"" + code(number, clerk) + "\"}");
    }

    private static MockHttpServletRequestBuilder issued(String number) {
        return desk(get("/api/ready-cases/" + number + "/pick-up-notice"));
    }

    private static MockHttpServletRequestBuilder desk(MockHttpServletRequestBuilder request) {
        return request.with(SignedInAs.of(ISSUER));
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        byte[] pdf = mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return PaperText.of(new Print(pdf, ""));
    }
}
