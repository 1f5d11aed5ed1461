package city.onewindow.issuance;

import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.approval.Step;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.PaperText;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@DisplayName("送达方式")
class DeliveryWaysTest extends ApprovalHouseTest {

    private static final Taker FAMILY = new Taker("王大明", Relation.FAMILY, IdType.ID_CARD, "", "");

    @Autowired
    private Issuance issuance;

    @Autowired
    private Centre centre;

    private String number = "";
    private LocalDate ready = LocalDate.EPOCH;

    @BeforeEach
    void certified() {
        number = cases.accept("a");
        certify(number, "a");
        ready = LocalDate.now(clock);
        daysLater(5);
    }

    @Test
    @DisplayName("邮寄的，回证写明邮寄单位、邮件号码、寄往哪里、谁在哪天签收，不说当面；办件办结")
    void mailed() throws IOException {
        Delivery mailed = mailed(FAMILY, ready.plusDays(2));
        Handover made = handOver(mailed);
        assertThat(made.way()).isEqualTo(Way.MAILED);
        assertThat(made.servedOn()).isEqualTo(ready.plusDays(2));
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThat(receipt())
                .contains("邮寄送达", "中国邮政", "EX123456789CN", "示例路1号", "王大明（同住成年家属）")
                .contains("收件日期" + said(ready.plusDays(2)))
                .doesNotContain("当面");
        assertThat(issuance.handovers(number, ISSUER)).containsExactly(made);
        String stored = jdbc.sql("select h::text from issuance.handover h where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("示例路", "王大明");
    }

    @Test
    @DisplayName("拒收的留置送达，写明事由、见证人和两名送达人，没有人签收")
    void left() throws IOException {
        Delivery left =
                new Delivery(Taker.NOBODY, Way.LEFT, ready.plusDays(3), "示例路 1 号", "", "", "说不要了，拒绝签收", "示例社区王五", "赵六");
        Handover made = handOver(left);
        assertThat(made.relation()).isNull();
        assertThat(receipt())
                .contains("说不要了，拒绝签收", "示例社区王五", ISSUER.name() + "、赵六")
                .doesNotContain("领取人");
    }

    @Test
    @DisplayName("公告满三十日以后才登记，回证写明哪天视为送达")
    void announced() throws IOException {
        Delivery announced = new Delivery(Taker.NOBODY, Way.ANNOUNCED, ready, "市政府网站", "", "", "搬走了，邮件两次退回", "", "");
        daysLater(25);
        assertThat(refused(announced)).containsExactly("/delivery/on");
        daysLater(1);
        assertThat(handOver(announced).servedOn()).isEqualTo(ready.plusDays(30));
        assertThat(receipt()).contains("搬走了，邮件两次退回", said(ready), "视为送达的日期" + said(ready.plusDays(30)));
    }

    @Test
    @DisplayName("上门送达、转交送达也能如实登记；窗口领取的回证写明地点")
    void otherWays() throws IOException {
        handOver(new Delivery(FAMILY, Way.BROUGHT, ready.plusDays(1), "示例路 1 号", "", "", "", "", "赵六"));
        assertThat(receipt()).contains("直接送达", "示例路1号", ISSUER.name() + "、赵六");
        certified();
        Taker self = new Taker("王小明", Relation.SELF, IdType.ID_CARD, "", "");
        handOver(new Delivery(self, Way.FORWARDED, ready.plusDays(1), "某部队驻地", "某部队政治机关", "", "", "", ""));
        assertThat(receipt()).contains("经某部队政治机关送达", "王小明（本人）");
        certified();
        handOver(Delivery.collected(new Taker("王小明", Relation.SELF, IdType.ID_CARD, "11010519491231002X", "")));
        assertThat(receipt()).contains("当面送达", "送达地点" + centre.name());
    }

    @Test
    @DisplayName("每种方式要写的没写全、写了不该写的，逐项指出，什么也不登记")
    void whatAWayAsksFor() {
        assertThat(refused(new Delivery(Taker.NOBODY, Way.LEFT, null, "", "", "", "", "", "")))
                .containsExactly(
                        "/delivery/place", "/delivery/reason", "/delivery/witness", "/delivery/second", "/delivery/on");
        assertThat(refused(new Delivery(FAMILY, Way.LEFT, ready, "某处", "", "E1", "拒收", "王五", "赵六")))
                .containsExactly("/taker/name", "/delivery/waybill");
        assertThat(refused(mailed(FAMILY, ready.plusDays(9)))).containsExactly("/delivery/on");
        assertThat(refused(mailed(FAMILY, ready.minusDays(1)))).containsExactly("/delivery/on");
        assertThat(refused(mailed(new Taker("李四", Relation.SELF, IdType.ID_CARD, "", ""), ready)))
                .containsExactly("/taker/name");
        assertThat(refused(mailed(new Taker("李四", Relation.RECEIVER, IdType.ID_CARD, "", ""), ready)))
                .containsExactly("/taker/relation");
        assertThat(refused(Delivery.collected(FAMILY))).containsExactly("/taker/relation", "/taker/idNumber");
        assertThat(steps(number)).containsOnly(entry("a", Step.DELIVER));
    }

    @Test
    @DisplayName("同一提交重发得到同一回证；换了方式的是另一次")
    void sameAgain() {
        IdempotencyKey key = new IdempotencyKey("way-" + number);
        Delivery mailed = mailed(FAMILY, ready);
        Handover made = issuance.handOver(number, List.of("a"), List.of(), mailed, ISSUER, key);
        assertThat(issuance.handOver(number, List.of("a"), List.of(), mailed, ISSUER, key))
                .isEqualTo(made);
        Delivery other = mailed(FAMILY, ready.plusDays(1));
        assertThatThrownBy(() -> issuance.handOver(number, List.of("a"), List.of(), other, ISSUER, key))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("页面和接口都能登记，页面写明怎么送达的")
    void inPageAndApi() throws Exception {
        mvc.perform(post("/issuing/" + number)
                        .with(SignedInAs.of(ISSUER))
                        .with(csrf())
                        .param("items", "a")
                        .param("key", UUID.randomUUID().toString())
                        .param("way", "MAILED")
                        .param("on", ready.toString())
                        .param("through", "中国邮政")
                        .param("waybill", "EX123456789CN")
                        .param("place", "示例路 1 号")
                        .param("name", "王大明")
                        .param("relation", "FAMILY"))
                .andExpect(redirectedUrl("/issuing/" + number));
        mvc.perform(get("/issuing/" + number).with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(containsString("邮寄送达：王*明（同住成年家属）")));
        certified();
        String left = """
                {"items": ["a"], "delivery": {"way": "LEFT", "on": "%s", "place": "示例路 1 号", "reason": "拒收",
                 "witness": "王五", "second": "赵六"}}""".formatted(ready);
        mvc.perform(post("/api/cases/" + number + "/handovers")
                        .with(SignedInAs.of(ISSUER))
                        .with(csrf())
                        .header(IdempotencyKey.HEADER, UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(left))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.way").value("LEFT"))
                .andExpect(jsonPath("$.servedOn").value(ready.toString()));
    }

    private static Delivery mailed(Taker taker, LocalDate on) {
        return new Delivery(taker, Way.MAILED, on, "示例路 1 号", "中国邮政", "EX123456789CN", "", "", "");
    }

    private Handover handOver(Delivery delivery) {
        return issuance.handOver(
                number, List.of("a"), List.of(), delivery, ISSUER, new IdempotencyKey("way-" + number));
    }

    private List<String> refused(Delivery delivery) {
        try {
            handOver(delivery);
            return List.of();
        } catch (Problem.InvalidInput wrong) {
            return wrong.faults().stream().map(Fault::pointer).toList();
        }
    }

    private String receipt() throws IOException {
        IssuedDocument receipt = documents.bySubject(number).stream()
                .filter(document -> document.kind() == DocumentKind.DELIVERY_RECEIPT)
                .findFirst()
                .orElseThrow();
        return PaperText.of(documents.read(receipt.verifyCode(), Format.PDF, "test"));
    }

    private static String said(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private void daysLater(int days) {
        clock.set(LocalDateTime.now(clock).plusDays(days).atZone(clock.getZone()));
    }
}
