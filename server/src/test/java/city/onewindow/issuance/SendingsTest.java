package city.onewindow.issuance;

import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.approval.Cases;
import city.onewindow.approval.HistoryEntry;
import city.onewindow.approval.PickUps;
import city.onewindow.approval.Step;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@DisplayName("寄出、公告")
class SendingsTest extends ApprovalHouseTest {

    private static final Taker FAMILY = new Taker("王大明", Relation.FAMILY, IdType.ID_CARD, "", "");

    @Autowired
    private Issuance issuance;

    @Autowired
    private Sendings sendings;

    @Autowired
    private PickUps pickUps;

    @Autowired
    private Cases seen;

    private String number = "";
    private LocalDate ready = LocalDate.EPOCH;

    @BeforeEach
    void certified() {
        number = cases.accept("a");
        certify(number, "a");
        ready = LocalDate.now(clock);
    }

    @Test
    @DisplayName("寄出的不再待领取，另一名出件人员不能再交付，也没有取件通知；查进度说怎么寄的、哪天寄的")
    void onItsWay() {
        daysLater(2);
        send(mailed(ready.plusDays(1)));
        assertThat(steps(number)).containsExactly(entry("a", Step.SENT));
        assertThat(issuance.ready(number, ISSUER).ready()).isEmpty();
        assertThat(issuance.ready(number, ISSUER).sent())
                .extracting(one -> one.sending().waybill())
                .containsExactly("EX123456789CN");
        assertThat(pickUps.of(number)).isEmpty();
        assertThatThrownBy(() -> issuance.pickUpNotice(number, ISSUER)).isInstanceOf(Problem.Conflict.class);
        Taker self = new Taker("王小明", Relation.SELF, IdType.ID_CARD, "11010519491231002X", "");
        assertThat(refused(Delivery.collected(self))).containsExactly("/delivery/way");
        assertThat(seen.file(number, ISSUER).timeline().parts().get(0).sent()).contains("中国邮政", "EX123456789CN");
    }

    @Test
    @DisplayName("收到回执登记送达：出具回证，办件办结；日期早于寄出的、换了方式的不行")
    void reached() {
        daysLater(3);
        send(mailed(ready.plusDays(2)));
        daysLater(4);
        assertThat(refused(delivery(ready.plusDays(1)))).containsExactly("/delivery/on");
        assertThat(refused(new Delivery(FAMILY, Way.BROUGHT, ready.plusDays(3), "某处", "", "", "", "", "赵六")))
                .containsExactly("/delivery/way");
        Handover made = handOver(delivery(ready.plusDays(5)));
        assertThat(made.servedOn()).isEqualTo(ready.plusDays(5));
        assertThat(made.receipt()).isNotEmpty();
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("期限内寄出、公告的不发红牌，晚登记的送达也不发；期满以后才寄出的照发")
    void cards() {
        daysLater(9);
        send(mailed(LocalDate.now(clock)));
        daysLater(40);
        sweepOnce();
        assertThat(reds(number)).isZero();
        handOver(delivery(LocalDate.now(clock)));
        sweepOnce();
        assertThat(reds(number)).isZero();

        certified();
        send(new Sending(Way.ANNOUNCED, LocalDate.now(clock), "", "", "市政府网站", ""));
        daysLater(31);
        sweepOnce();
        handOver(new Delivery(Taker.NOBODY, Way.ANNOUNCED, ready, "市政府网站", "", "", "下落不明", "", ""));
        assertThat(reds(number)).isZero();

        certified();
        daysLater(30);
        send(mailed(LocalDate.now(clock)));
        sweepOnce();
        assertThat(reds(number)).isEqualTo(1);

        certified();
        daysLater(30);
        handOver(delivery(ready.plusDays(2)));
        sweepOnce();
        assertThat(reds(number)).as("written down late, delivered in time").isZero();
    }

    @Test
    @DisplayName("退回来的又待领取，时钟接着算；再寄出的以新的为准")
    void cameBack() {
        daysLater(1);
        send(mailed(LocalDate.now(clock)));
        sendings.comeBack(number, List.of("a"), "地址不详，邮局退回", ISSUER, key());
        assertThat(issuance.ready(number, ISSUER).ready()).hasSize(1);
        assertThat(pickUps.of(number)).isPresent();
        daysLater(20);
        sweepOnce();
        assertThat(reds(number)).isEqualTo(1);
        assertThat(faults(mailed(ready))).as("before it came back").containsExactly("/on");
        assertThat(refused(new Delivery(FAMILY, Way.BROUGHT, ready, "某处", "", "", "", "", "赵六")))
                .as("before it was sent")
                .containsExactly("/delivery/on");
        send(new Sending(Way.MAILED, LocalDate.now(clock), "中国邮政", "EX2", "示例路 1 号", ""));
        assertThat(issuance.ready(number, ISSUER).sent())
                .extracting(one -> one.sending().waybill())
                .containsExactly("EX2");
    }

    @Test
    @DisplayName("没写全的逐项指出；同一提交重发只登记一次；不在窗口的、不在途的不能登记")
    void whatItAsksFor() {
        assertThat(faults(new Sending(Way.MAILED, null, "", "", "", "")))
                .containsExactlyInAnyOrder("/through", "/waybill", "/place", "/on");
        assertThat(faults(mailed(ready.minusDays(1)))).containsExactly("/on");
        assertThat(faults(new Sending(Way.LEFT, ready, "", "", "", ""))).containsExactly("/way");
        assertThatThrownBy(() -> sendings.comeBack(number, List.of("a"), "退回", ISSUER, key()))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("登记退件");
        IdempotencyKey same = key();
        List<HistoryEntry> sent = sendings.send(number, List.of("a"), List.of(), mailed(ready), ISSUER, same);
        assertThat(sendings.send(number, List.of("a"), List.of(), mailed(ready), ISSUER, same))
                .isEqualTo(sent);
        assertThatThrownBy(() -> send(mailed(ready)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("登记寄出、公告");
    }

    @Test
    @DisplayName("页面和接口都能登记；列表里找得到在途的，填错了的还在")
    void inPageAndApi() throws Exception {
        mvc.perform(post("/issuing/" + number + "/sending")
                        .with(SignedInAs.of(ISSUER))
                        .with(csrf())
                        .param("items", "a")
                        .param("key", UUID.randomUUID().toString())
                        .param("way", "MAILED")
                        .param("through", "中国邮政"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("value=\"中国邮政\""), containsString("请填写邮件号码"))));
        mvc.perform(post("/issuing/" + number + "/sending")
                        .with(SignedInAs.of(ISSUER))
                        .with(csrf())
                        .param("items", "a")
                        .param("key", UUID.randomUUID().toString())
                        .param("way", "MAILED")
                        .param("on", ready.toString())
                        .param("through", "中国邮政")
                        .param("waybill", "EX123456789CN")
                        .param("place", "示例路 1 号"))
                .andExpect(redirectedUrl("/issuing/" + number));
        mvc.perform(get("/issuing/" + number).with(SignedInAs.of(ISSUER)))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"EX123456789CN\""),
                                containsString("value=\"示例路 1 号\""),
                                containsString("登记送达，出具送达回证"),
                                not(containsString("打印领证取件通知")),
                                not(containsString("可以先交付")))));
        mvc.perform(get("/issuing?sent=true").with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(containsString(number)));
        mvc.perform(get("/api/sent-cases?size=100").with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(containsString(number)));
        mvc.perform(post("/api/cases/" + number + "/returned-sendings")
                        .with(SignedInAs.of(ISSUER))
                        .with(csrf())
                        .header(IdempotencyKey.HEADER, UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"items\": [\"a\"], \"why\": \"邮局退回\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].act").value("COME_BACK"));
    }

    @Test
    @DisplayName("一起寄出的，出件页一起说，不一项一项重复")
    void sentTogether() throws Exception {
        number = cases.accept("a", "b");
        certify(number, "a");
        certify(number, "b");
        sendings.send(number, List.of("a", "b"), List.of(), mailed(ready), ISSUER, key());
        mvc.perform(get("/issuing/" + number).with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(matchesPattern("(?s).*不在窗口：[^，；]+、[^，；]+，[^；]+。收到回执.*")));
    }

    private static Sending mailed(LocalDate on) {
        return new Sending(Way.MAILED, on, "中国邮政", "EX123456789CN", "示例路 1 号", "");
    }

    private static Delivery delivery(LocalDate on) {
        return new Delivery(FAMILY, Way.MAILED, on, "示例路 1 号", "中国邮政", "EX123456789CN", "", "", "");
    }

    private List<HistoryEntry> send(Sending sending) {
        return sendings.send(number, List.of("a"), List.of(), sending, ISSUER, key());
    }

    private Handover handOver(Delivery delivery) {
        return issuance.handOver(number, List.of("a"), List.of(), delivery, ISSUER, key());
    }

    private List<String> refused(Delivery delivery) {
        return pointers(() -> handOver(delivery));
    }

    private List<String> faults(Sending sending) {
        return pointers(() -> send(sending));
    }

    private static List<String> pointers(Runnable act) {
        try {
            act.run();
            return List.of();
        } catch (Problem.InvalidInput wrong) {
            return wrong.faults().stream().map(Fault::pointer).toList();
        }
    }

    private int reds(String of) {
        return jdbc.sql("select count(*) from approval.card where number = :number and kind = 'DELIVERY_RED'")
                .param("number", of)
                .query(Integer.class)
                .single();
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    private void daysLater(int days) {
        clock.set(LocalDateTime.now(clock).plusDays(days).atZone(clock.getZone()));
    }
}
