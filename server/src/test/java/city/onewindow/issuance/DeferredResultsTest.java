package city.onewindow.issuance;

import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.issuance.ShopCases.CLERK;
import static city.onewindow.issuance.ShopCases.FOOD;
import static city.onewindow.issuance.ShopCases.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.CaseView;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.StartupCases;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Deferral;
import city.onewindow.intake.Deferrals;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("容缺受理的办件")
class DeferredResultsTest extends HouseTest {

    private static final Actor SYSTEM =
            SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Approval approval;

    @Autowired
    private Cases cases;

    @Autowired
    private Issuance issuance;

    @Test
    @DisplayName("材料补齐之前缺它的结果不交付，并说明缺什么、到哪天；补齐后交付")
    void resultsWaitForDeferredMaterials() throws Exception {
        String number = new ShopCases(startups, approval).certified();
        String item = startups.item(FOOD);
        String awaited = "申请人还要补交「" + deferredFor(FOOD, number).material();
        reads(number, item, "等待申请人补交容缺材料，补齐后才能领取", "窗口形式审查");
        issuingPage(number).andExpect(content().string(containsString(awaited)));
        assertThatThrownBy(() -> handOver(number, item))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(deferredFor(FOOD, number).material())
                .hasMessageContaining("应于2026年11月");
        clock.forward(Duration.ofDays(30));
        reads(number, item, "前完成，已过期", "受理窗口 催补，或者按撤回申请处理");
        issuingPage(number).andExpect(content().string(containsString("前，已过期）。补齐之前")));
        startups.supply(number, CLERK);
        issuingPage(number).andExpect(content().string(not(containsString("申请人还要"))));
        reads(number, item, "等待申请人领取", "应于 2026年11月18日前");
        reads(number, item, "窗口统一出件", "邮寄或者以其他方式送达，自 2026年12月4日");
        assertThat(handOver(number, item).items()).containsExactly(item);
    }

    private ResultActions issuingPage(String number) throws Exception {
        return mvc.perform(get("/issuing/" + number).with(SignedInAs.of(ISSUER)));
    }

    /** What the matter's page says. */
    private void reads(String number, String item, String idle, String border) throws Exception {
        mvc.perform(get("/matters/" + number + "/" + item).with(SignedInAs.of(ISSUER)))
                .andExpect(content().string(containsString(idle)))
                .andExpect(content().string(containsString(border)));
    }

    @Test
    @DisplayName("容缺受理的办件撤回后，不再等待补交")
    void aWithdrawnCaseWaitsForNothing() {
        String number = startups.acceptDeferred();
        assertThat(deferrals.open(number)).isNotEmpty();
        approval.withdraw(number, "申请人不再需要。", StartupCases.CLERK, null);
        assertThat(deferrals.open(number)).isEmpty();
        assertThat(intake.dossier(number, StartupCases.CLERK).deferred()).isEmpty();
        assertThat(intake.ofWindow(StartupCases.CLERK, null, true, null, 100).items())
                .extracting(ApplicationSummary::number)
                .doesNotContain(number);
    }

    @Test
    @DisplayName("要补的材料只为被不予的事项，不予之后就不再等它，其他结果照样交付")
    void aDeniedItemOwesNothing() {
        String number = startups.acceptDeferred();
        assertThat(deferrals.open(number)).isNotEmpty();
        String item = startups.item("企业设立登记(有限责任公司)");
        approval.review(number, item, Recommendation.DENY, "名称不可用。", SYSTEM, null);
        approval.deny(number, item, "名称不可用。", "市场主体登记管理条例第十九条", SYSTEM, null);
        assertThat(deferrals.open(number)).isEmpty();
        assertThat(handOver(number, item).items()).containsExactly(item);
        assertThat(cases.file(number, StartupCases.CLERK).file().isClosed()).isTrue();
    }

    @Test
    @DisplayName("不予和不再等待补交是一回事：一个没做成，另一个也没做")
    void deniedAndSettledTogether() throws Exception {
        String number = startups.acceptDeferred();
        String item = startups.item("企业设立登记(有限责任公司)");
        approval.review(number, item, Recommendation.DENY, "名称不可用。", SYSTEM, null);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> denial = transaction.execute(status -> {
                jdbc.sql("select 1 from intake.application where number = :number for update")
                        .param("number", number)
                        .query(Integer.class)
                        .single();
                Future<?> running =
                        thread.submit(() -> approval.deny(number, item, "名称不可用。", "市场主体登记管理条例第十九条", SYSTEM, null));
                awaitSomebodyBlocked();
                assertThat(outcome(number, item))
                        .as("while what is owed isn't settled")
                        .isNull();
                return running;
            });
            denial.get();
        } finally {
            thread.shutdownNow();
        }
        assertThat(outcome(number, item)).isEqualTo(Outcome.DENIED);
        assertThat(deferrals.open(number)).isEmpty();
    }

    private @Nullable Outcome outcome(String number, String item) {
        return cases.file(number, StartupCases.CLERK).matters().stream()
                .filter(matter -> matter.item().equals(item))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    @Test
    @DisplayName("逾期未补交：到期前不能终止；到期后缺它的由受理窗口按撤回处理，准予的也不再送达，别的照常送达，办件办结")
    void lapses() throws Exception {
        String number = new ShopCases(startups, approval).certified();
        String item = startups.item(FOOD);
        Deferral awaited = deferrals.open(number).get(0);
        assertThatThrownBy(() -> approval.lapse(number, CLERK, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(awaited.material())
                .hasMessageContaining(DayWords.of(awaited.until()));
        clock.set(awaited.until().atTime(17, 0).atZone(clock.getZone()));
        page(number).andExpect(content().string(not(containsString("按撤回申请处理"))));
        assertThatThrownBy(() -> approval.lapse(number, CLERK, null)).isInstanceOf(Problem.Conflict.class);

        clock.set(awaited.until().plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        page(number).andExpect(content().string(containsString("按撤回申请处理")));
        assertThatThrownBy(() -> handOver(number, item)).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> approval.lapse(number, StartupCases.CLERK, null))
                .isInstanceOf(Problem.NotFound.class);
        mvc.perform(post("/cases/" + number + "/lapse")
                        .param("key", "lapse-" + number)
                        .with(SignedInAs.of(CLERK))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number));
        CaseView ended = cases.file(number, CLERK);
        List<Matter> lapsed = ended.matters().stream()
                .filter(matter -> matter.outcome() == Outcome.WITHDRAWN)
                .toList();
        assertThat(lapsed).extracting(Matter::item).contains(item).doesNotContain(startups.item(SHOP));
        assertThat(ended.documents()).extracting(IssuedDocument::kind).contains(DocumentKind.TERMINATION);
        assertThat(ended.documents())
                .filteredOn(IssuedDocument::isRevoked)
                .as("what was granted and not delivered has no effect")
                .extracting(IssuedDocument::kind, IssuedDocument::revokedHow)
                .containsExactlyInAnyOrder(
                        tuple(DocumentKind.GRANT, RevokedHow.LAPSED),
                        tuple(DocumentKind.CERTIFICATE, RevokedHow.LAPSED));
        String code = ended.documents().stream()
                .filter(IssuedDocument::isRevoked)
                .findFirst()
                .orElseThrow()
                .verifyCode();
        mvc.perform(get("/documents/" + code))
                .andExpect(content().string(containsString("没有送达，不发生效力")))
                .andExpect(content().string(containsString("逾期未补交")));
        assertThat(deferrals.open(number)).isEmpty();
        assertThat(approval.lapse(number, CLERK, new IdempotencyKey("lapse-" + number)))
                .as("the same again is answered as the first time")
                .hasSameSizeAs(lapsed);
        page(number).andExpect(content().string(containsString("逾期未补交")));
        MergedMaterial late =
                intake.dossier(number, CLERK).merge().material(awaited.key()).orElseThrow();
        assertThatThrownBy(() -> intake.check(number, Counter.seen(late), CLERK))
                .isInstanceOf(Problem.InvalidInput.class);
        handOver(number, startups.item(SHOP));
        approval.withdraw(number, "其余的不办了。", CLERK, null);
        assertThat(cases.file(number, CLERK).file().isClosed()).isTrue();
    }

    @Test
    @DisplayName("逾期后才补齐的照常交付，不能再终止；接口说明原因")
    void suppliedAfterAll() throws Exception {
        String number = new ShopCases(startups, approval).certified();
        String item = startups.item(FOOD);
        clock.set(deferrals.open(number).get(0).until().plusDays(3).atTime(9, 0).atZone(clock.getZone()));
        startups.supply(number, CLERK);
        mvc.perform(post("/api/cases/" + number + "/lapse")
                        .header(IdempotencyKey.HEADER, "lapse-" + number)
                        .with(SignedInAs.of(CLERK)))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("没有等待补交")));
        assertThat(handOver(number, item).items()).containsExactly(item);
    }

    @Test
    @DisplayName("不予的决定不受逾期影响，照常送达，办件办结")
    void aDenialIsDelivered() {
        String number = startups.acceptDeferred();
        String item = startups.item("企业设立登记(有限责任公司)");
        LocalDate until = deferrals.open(number).get(0).until();
        approval.review(number, item, Recommendation.DENY, "不符", SYSTEM, null);
        approval.deny(number, item, "不符合条件", "某法第二条", SYSTEM, null);
        clock.set(until.plusDays(3).atTime(9, 0).atZone(clock.getZone()));
        assertThatThrownBy(() -> approval.lapse(number, StartupCases.CLERK, null))
                .isInstanceOf(Problem.Conflict.class);
        handOver(number, item);
        assertThat(cases.file(number, StartupCases.CLERK).file().isClosed()).isTrue();
    }

    private ResultActions page(String number) throws Exception {
        return mvc.perform(get("/cases/" + number).with(SignedInAs.of(CLERK)));
    }

    private Deferral deferredFor(String item, String number) {
        return deferrals.open(number).stream()
                .filter(one -> one.items().contains(item))
                .findFirst()
                .orElseThrow();
    }

    private Handover handOver(String number, String item) {
        return issuance.handOver(
                number,
                List.of(item),
                new Taker("张示例", Relation.SELF, IdType.ID_CARD, "410311199001010001", ""),
                ISSUER,
                new IdempotencyKey(UUID.randomUUID().toString()));
    }
}
