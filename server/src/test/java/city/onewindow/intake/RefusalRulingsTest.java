package city.onewindow.intake;

import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import city.onewindow.HouseTest;
import city.onewindow.calendar.Calendar;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Refused on Wednesday, 4 November 2026. */
@DisplayName("复议、诉讼结果：对不予受理的")
class RefusalRulingsTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
    private static final Refusal REFUSAL = new Refusal("依法不需要取得行政许可。", "行政许可法第三十二条第一款第一项", "");

    @Autowired
    RefusalRulings rulings;

    @Autowired
    Reception reception;

    @Autowired
    Silence silence;

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    @Autowired
    Calendar days;

    private Counter counter;

    @BeforeEach
    void atTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private AskedRefusalRuling asked(RefusalRuling.Kind kind, String document, int daysAgo) {
        LocalDate reached = LocalDate.now(clock).minusDays(daysAgo);
        return new AskedRefusalRuling(
                RulingOrgan.REVIEW_ORGAN, "洛阳市人民政府", document, reached, reached, kind, "如裁决结果", "", null);
    }

    private ApplicationStatus status(String number) {
        return intake.dossier(number, CLERK).application().status();
    }

    private String queryCode(String number) {
        return intake.dossier(number, CLERK).application().queryCode();
    }

    private String refused(Dossier dossier) {
        reception.refuse(number(dossier), REFUSAL, CLERK, null);
        return number(dossier);
    }

    private IssuedDocument paper(String number, DocumentKind kind) {
        return documents.bySubject(number).stream()
                .filter(document -> document.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("撤销的：申请回到窗口，通知书核验为被撤销，发告知书；从收到裁决之日起五个工作日没有答复的即为受理")
    void reopened() {
        String number = refused(counter.checkedBut());
        clock.forward(Duration.ofDays(5));
        IdempotencyKey key = new IdempotencyKey("ruling-" + number);
        AskedRefusalRuling revoked = asked(RefusalRuling.Kind.REVOKED, "洛政复决〔2026〕1号", 3);
        rulings.record(number, revoked, MANAGER, key);
        rulings.record(number, revoked, MANAGER, key);
        assertThat(status(number)).isEqualTo(ApplicationStatus.DRAFT);
        assertThat(reception.track(number, queryCode(number)).orElseThrow().reopened())
                .isTrue();
        IssuedDocument refusal = paper(number, DocumentKind.REFUSAL);
        assertThat(refusal.revokedHow()).isEqualTo(RevokedHow.SET_ASIDE);
        assertThat(refusal.revokedBy()).contains("洛阳市人民政府", "洛政复决〔2026〕1号");
        assertThat(paper(number, DocumentKind.RULING_NOTICE).isRevoked()).isFalse();
        assertThat(rulings.refused(number, MANAGER).rulings())
                .extracting(RefusalRuling::kind, RefusalRuling::refusal)
                .containsExactly(tuple(RefusalRuling.Kind.REVOKED, refusal.number()));
        // It reached the centre on Friday, the 6th: the fifth working day after is the 13th.
        assertThat(intake.dossier(number, CLERK).application().decideUntil(days.workingDays(), LocalDate.now(clock)))
                .isEqualTo("2026-11-13");
        clock.forward(Duration.ofDays(4));
        silence.accept();
        assertThat(status(number)).isEqualTo(ApplicationStatus.DRAFT);
        clock.forward(Duration.ofDays(1));
        silence.accept();
        assertThat(status(number)).isEqualTo(ApplicationStatus.ACCEPTED);
        assertThat(jdbc.sql("select accepted_at::date::text from approval.case_file where number = :number")
                        .param("number", number)
                        .query(String.class)
                        .single())
                .isEqualTo("2026-11-06");
    }

    @Test
    @DisplayName("责令受理的：缺的可以一次告知，补正以后受理；不能再不予受理")
    void told() {
        String number = refused(counter.checkedBut("ARTICLES"));
        assertThat(reception.outlook(number, CLERK).mayRefuse()).isTrue();
        rulings.record(number, asked(RefusalRuling.Kind.ORDERED, "（2026）豫0303行初1号", 0), MANAGER, null);
        assertThat(reception.outlook(number, CLERK).mayRefuse()).isFalse();
        assertThatThrownBy(() -> reception.refuse(number, REFUSAL, CLERK, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("不能再不予受理");
        reception.notifyOnce(number, CLERK, null);
        assertThat(status(number)).isEqualTo(ApplicationStatus.SUPPLEMENT);
        // It is the applicant's turn now.
        assertThat(reception.track(number, queryCode(number)).orElseThrow().reopened())
                .isFalse();
    }

    @Test
    @DisplayName("告知书写申请人等得到什么：撤销的也许还要补正，责令的是受理；登记晚了的，已经视为受理")
    void consequences() throws Exception {
        assertThat(consequence(RefusalRuling.Kind.REVOKED, 0)).contains("前受理，或者一次性告知");
        assertThat(consequence(RefusalRuling.Kind.ORDERED, 0)).contains("前受理").doesNotContain("一次性告知");
        assertThat(consequence(RefusalRuling.Kind.REVOKED, 20))
                .contains("没有答复", "起即为受理")
                .doesNotContain("前受理");
    }

    @Test
    @DisplayName("裁决确定了受理期限的：和五个工作日先到的写进告知书；早于收到日期的、只作登记的不填")
    void ordersADay() throws Exception {
        String number = refused(counter.checkedBut());
        LocalDate today = LocalDate.now(clock);
        assertThatThrownBy(() ->
                        rulings.record(number, until(RefusalRuling.Kind.ORDERED, today.minusDays(1)), MANAGER, null))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("早于收到");
        assertThatThrownBy(() -> rulings.record(number, until(RefusalRuling.Kind.UPHELD, today), MANAGER, null))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("请删去");
        rulings.record(number, until(RefusalRuling.Kind.ORDERED, today.plusDays(2)), MANAGER, null);
        assertThat(rulings.of(number)).extracting(RefusalRuling::until).containsExactly(today.plusDays(2));
        assertThat(reception.track(number, queryCode(number)).orElseThrow().orderedUntil())
                .isEqualTo(today.plusDays(2));
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"" + number + "\", \"queryCode\": \"" + queryCode(number) + "\"}"))
                .andExpect(jsonPath("$.orderedUntil").value(today.plusDays(2).toString()));
        assertThat(PaperText.of(
                        documents.read(paper(number, DocumentKind.RULING_NOTICE).verifyCode(), Format.PDF, "manager")))
                .contains("11月6日前受理");
    }

    private AskedRefusalRuling until(RefusalRuling.Kind kind, LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        return new AskedRefusalRuling(
                RulingOrgan.REVIEW_ORGAN, "洛阳市人民政府", "1号", today, today, kind, "如裁决结果", "", until);
    }

    /** @param daysAgo how long the manager left it */
    private String consequence(RefusalRuling.Kind kind, int daysAgo) throws Exception {
        String number = refused(counter.checkedBut());
        clock.forward(Duration.ofDays(daysAgo));
        rulings.record(number, asked(kind, number, daysAgo), MANAGER, null);
        return PaperText.of(
                documents.read(paper(number, DocumentKind.RULING_NOTICE).verifyCode(), Format.PDF, "manager"));
    }

    @Test
    @DisplayName("网上申请不予受理的，恢复到网上已申请，从收到裁决之日起五个工作日，可以受理")
    void online() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        reception.refuse(opened.number(), REFUSAL, CLERK, null);
        clock.forward(Duration.ofDays(6));
        rulings.record(opened.number(), asked(RefusalRuling.Kind.REVOKED, "1号", 0), MANAGER, null);
        assertThat(status(opened.number())).isEqualTo(ApplicationStatus.SUBMITTED);
        assertThat(reception.track(opened.number(), queryCode(opened.number())).orElseThrow())
                .extracting(ApplicationSummary::reopened, ApplicationSummary::decideUntil)
                .containsExactly(true, LocalDate.parse("2026-11-17"));
        home.lookedAt(opened.number(), intake);
        reception.accept(opened.number(), null, CLERK);
        assertThat(status(opened.number())).isEqualTo(ApplicationStatus.ACCEPTED);
    }

    @Test
    @DisplayName("告知以后不予受理的，恢复到待补正：告知书以外的不得再要求")
    void afterANotice() {
        Dossier dossier = counter.checkedBut("ARTICLES");
        String number = number(dossier);
        reception.notifyOnce(number, CLERK, null);
        reception.refuse(number, REFUSAL, CLERK, null);
        rulings.record(number, asked(RefusalRuling.Kind.REVOKED, "1号", 0), MANAGER, null);
        Application again = intake.dossier(number, CLERK).application();
        assertThat(again.status()).isEqualTo(ApplicationStatus.SUPPLEMENT);
        assertThat(again.isAwaited()).isTrue();
        assertThat(again.demandable()).containsExactly("/materials/ARTICLES");
    }

    @Test
    @DisplayName("维持、确认违法只登记；同一份不重复登记；没有不予受理的、别人、日期不对的、缺的不能登记")
    void refusedRulings() {
        String number = refused(counter.checkedBut());
        rulings.record(number, asked(RefusalRuling.Kind.UPHELD, "1号", 0), MANAGER, null);
        rulings.record(number, asked(RefusalRuling.Kind.UNLAWFUL, "2号", 0), MANAGER, null);
        assertThat(status(number)).isEqualTo(ApplicationStatus.REFUSED);
        assertThat(paper(number, DocumentKind.REFUSAL).isRevoked()).isFalse();
        assertThatThrownBy(() -> rulings.record(number, asked(RefusalRuling.Kind.REVOKED, "2号", 0), MANAGER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已经登记过");
        assertThatThrownBy(() -> rulings.record(number, asked(RefusalRuling.Kind.REVOKED, "3号", 0), CLERK, null))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> rulings.record(number, asked(RefusalRuling.Kind.REVOKED, "3号", 2), MANAGER, null))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("早于不予受理");
        AskedRefusalRuling empty = new AskedRefusalRuling(null, null, null, null, null, null, null, null, null);
        assertThatThrownBy(() -> rulings.record(number, empty, MANAGER, null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.pointer())
                                .contains("/organ", "/document", "/reachedOn", "/kind", "/rules"));
        String open = number(counter.checkedBut());
        assertThatThrownBy(() -> rulings.record(open, asked(RefusalRuling.Kind.REVOKED, "3号", 0), MANAGER, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(List.of(status(number), status(open)))
                .containsExactly(ApplicationStatus.REFUSED, ApplicationStatus.DRAFT);
    }
}
