package city.onewindow.issuance.web;

import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.approval.SampleCases.reviewer;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.SignedInAs;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DisplayName("出件页面")
class IssuingPagesTest extends ApprovalHouseTest {

    @Test
    @DisplayName("列出待领取的办件，按编号找到，默认全选，交付后给出回证")
    void handsOver() throws Exception {
        String number = cases.accept("a", "b");
        certify(number, "a");
        mvc.perform(as(ISSUER, get("/issuing").param("number", " " + number)))
                .andExpect(redirectedUrl("/issuing/" + number));
        mvc.perform(as(ISSUER, get("/issuing"))).andExpect(status().isOk());
        mvc.perform(as(ISSUER, get("/issuing/" + number)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("还在办理：事项b")))
                .andExpect(content().string(containsString("文书a，编号 " + number + "-01")));
        mvc.perform(as(ISSUER, handover(number).param("items", "a").param("name", "王小明")))
                .andExpect(redirectedUrl("/issuing/" + number));
        mvc.perform(as(ISSUER, get("/issuing/" + number)))
                .andExpect(content().string(containsString("王*明（本人）")))
                .andExpect(content().string(containsString("送达回证")))
                .andExpect(content().string(containsString("现在没有可以交付的结果")))
                .andExpect(content().string(containsString("已有的结果都交付了")))
                .andExpect(content().string(not(containsString("王小明"))));
        assertThat(statusOf(number)).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("送达将到期、已过期的，写明应于哪天前送达、怎么送，黄牌红牌页上也有")
    void pressing() throws Exception {
        String number = cases.accept("dlpage");
        certify(number, "dlpage");
        mvc.perform(as(ISSUER, get("/issuing/" + number))).andExpect(content().string(not(containsString("通知申请人领取"))));
        at("2026-11-17T09:00");
        mvc.perform(as(ISSUER, get("/issuing/" + number)))
                .andExpect(content().string(containsString("「事项dlpage」应于 2026年11月18日前送达。通知申请人领取；仍不来的，邮寄或者以其他方式送达。")));
        at("2026-11-19T09:00");
        mvc.perform(as(ISSUER, get("/issuing/" + number))).andExpect(content().string(containsString("前送达，已过期。")));
        sweepOnce();
        mvc.perform(as(ISSUER, get("/cards")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("事项dlpage")))
                .andExpect(content().string(containsString("红牌：超过送达期限")))
                .andExpect(content().string(containsString("邮寄或者以其他方式送达")));
    }

    @Test
    @DisplayName("漏填时错误在原处，已填的还在，什么也没交付")
    void errorsInPlace() throws Exception {
        String number = cases.accept("a");
        certify(number, "a");
        mvc.perform(as(ISSUER, handover(number)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请至少勾选一项")))
                .andExpect(content().string(containsString("#f-name")))
                .andExpect(content().string(containsString("value=\"11010519491231002X\"")));
        mvc.perform(as(ISSUER, handover(number).param("items", "a").param("name", "王小明")))
                .andExpect(status().is3xxRedirection());
        mvc.perform(as(ISSUER, handover(number).param("items", "a").param("name", "王小明")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("已于10:00办理了“送达”")));
    }

    @Test
    @DisplayName("不是出件人员进不来")
    void refused() throws Exception {
        mvc.perform(as(reviewer("a"), get("/issuing"))).andExpect(status().isForbidden());
        mvc.perform(get("/issuing")).andExpect(status().is3xxRedirection());
    }

    private void at(String now) {
        clock.set(LocalDateTime.parse(now).atZone(clock.getZone()));
    }

    private static MockHttpServletRequestBuilder handover(String number) {
        return post("/issuing/" + number)
                .param("relation", "SELF")
                .param("idNumber", "11010519491231002X")
                .param("key", UUID.randomUUID().toString());
    }

    private static MockHttpServletRequestBuilder as(Actor actor, MockHttpServletRequestBuilder request) {
        return request.with(SignedInAs.of(actor)).with(csrf());
    }
}
