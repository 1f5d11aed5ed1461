package city.onewindow.issuance;

import static city.onewindow.approval.SampleCases.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import city.onewindow.HouseTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.Counter;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.Original;
import city.onewindow.intake.Originals;
import city.onewindow.intake.PaperText;
import city.onewindow.intake.Reception;
import city.onewindow.intake.RemoteApplications;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Format;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("网上申请的办件，交付时核验原件、补签")
class OriginalsTest extends HouseTest {

    private static final Actor SYSTEM =
            SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);
    private static final String REGISTRATION = "企业设立登记(有限责任公司)";

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    @Autowired
    Reception reception;

    @Autowired
    Originals originals;

    @Autowired
    Approval approval;

    @Autowired
    Issuance issuance;

    @Autowired
    Sendings sendings;

    String number = "";
    String item = "";

    @BeforeEach
    void accepted() {
        AtHome home = new AtHome(online, catalogs);
        var opened = home.filledToApply();
        remote.apply(opened, null);
        number = opened.number();
        home.lookedAt(number, intake);
        reception.accept(number, null, Counter.CLERK);
        item = catalogs.current().itemNamed(REGISTRATION).orElseThrow().code();
        approval.review(number, item, Recommendation.GRANT, "属实。", SYSTEM, null);
    }

    private Handover handOver(Collection<String> shown) {
        return issuance.handOver(
                number,
                List.of(item),
                shown,
                Delivery.collected(new Taker("张示例", Relation.SELF, IdType.ID_CARD, Counter.ID_NUMBER, "")),
                ISSUER,
                new IdempotencyKey(UUID.randomUUID().toString()));
    }

    @Test
    @DisplayName("没有核验的，准予的结果不交付，说清楚要核验什么；核验了才交付，并记下来")
    void shownFirst() throws Exception {
        approval.grant(number, item, "同意。", SYSTEM, null);
        approval.certify(number, item, "示例字第1号", SYSTEM, null);
        List<Original> needed = Original.neededBy(List.of(REGISTRATION), issuance.toShow(number, ISSUER));
        assertThat(needed).isNotEmpty();
        mvc.perform(get("/issuing/" + number).with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(containsString("交付准予的结果前核验")))
                .andExpect(content().string(containsString(needed.get(0).material())));
        mvc.perform(get("/api/ready-cases/" + number + "/originals").with(SignedInAs.of(ISSUER)))
                .andExpect(jsonPath("$[0].what").isNotEmpty());
        assertThatThrownBy(() -> handOver(List.of()))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining(needed.get(0).material());
        List<String> keys = needed.stream().map(Original::key).toList();
        assertThatThrownBy(() -> handOver(keys.subList(1, keys.size()))).isInstanceOf(Problem.InvalidInput.class);
        assertThat(originals.toShow(number)).as("all or none").containsAll(needed);
        handOver(keys);
        assertThat(originals.toShow(number)).extracting(Original::key).doesNotContainAnyElementsOf(keys);
        assertThat(intake.dossier(number, Counter.CLERK)
                        .application()
                        .materials()
                        .values())
                .filteredOn(material -> keys.contains(material.key()))
                .allMatch(material -> material.way() == city.onewindow.intake.Way.SEEN
                        || material.way() == city.onewindow.intake.Way.SIGNED);
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'application.show' and object = :number")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(keys.size());
    }

    @Test
    @DisplayName("不予决定书不用核验就送达")
    void deniedAtOnce() {
        approval.deny(number, item, "名称不可用。", "市场主体登记管理条例第十九条", SYSTEM, null);
        assertThat(handOver(List.of()).items()).containsExactly(item);
    }

    @Test
    @DisplayName("没有人来的，公告、邮寄的写明没有核验的原因就能送达，不用作假；回证照写，材料仍标明没有核验")
    void unseen() throws Exception {
        approval.grant(number, item, "同意。", SYSTEM, null);
        approval.certify(number, item, "示例字第1号", SYSTEM, null);
        List<Original> needed = Original.neededBy(List.of(REGISTRATION), issuance.toShow(number, ISSUER));
        assertThatThrownBy(() -> handOver(left("")))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining(needed.get(0).material());
        mvc.perform(get("/issuing/" + number).with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(containsString("没有核验、补签的原因")));
        Handover made = handOver(left("拒绝签收，不肯出示原件"));
        assertThat(PaperText.of(documents.read(
                        documents.bySubject(number).stream()
                                .filter(document -> document.number().equals(made.receipt()))
                                .findFirst()
                                .orElseThrow()
                                .verifyCode(),
                        Format.PDF,
                        "test")))
                .contains("没有核验原件", needed.get(0).material(), "拒绝签收，不肯出示原件");
        assertThat(originals.toShow(number)).containsAll(needed);
    }

    @Test
    @DisplayName("寄出的在寄出时写明，登记送达时不再问，回证照写")
    void unseenWhenSent() {
        approval.grant(number, item, "同意。", SYSTEM, null);
        approval.certify(number, item, "示例字第1号", SYSTEM, null);
        LocalDate today = LocalDate.now(clock);
        assertThatThrownBy(() -> send(new Sending(Way.MAILED, today, "中国邮政", "EX1", "某处", "")))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("写明原因");
        send(new Sending(Way.MAILED, today, "中国邮政", "EX1", "某处", "申请人在外地，要求邮寄"));
        Taker self = new Taker("张示例", Relation.SELF, IdType.ID_CARD, "", "");
        assertThat(handOver(new Delivery(self, Way.MAILED, today, "某处", "中国邮政", "EX1", "", "", ""))
                        .items())
                .containsExactly(item);
    }

    private Delivery left(String unseen) {
        return new Delivery(Taker.NOBODY, Way.LEFT, LocalDate.now(clock), "示例路 1 号", "", "", "拒收", "王五", "赵六", unseen);
    }

    private Handover handOver(Delivery delivery) {
        return issuance.handOver(
                number,
                List.of(item),
                List.of(),
                delivery,
                ISSUER,
                new IdempotencyKey(UUID.randomUUID().toString()));
    }

    private void send(Sending sending) {
        sendings.send(
                number,
                List.of(item),
                List.of(),
                sending,
                ISSUER,
                new IdempotencyKey(UUID.randomUUID().toString()));
    }
}
