package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("听证：期限和主持人")
class HearingRulesTest extends HearingHouseTest {

    @Test
    @DisplayName("期满以前不能提出审查意见，说明到哪天为止；期满没有人申请的照常办理，决定书不提听证")
    void nobodyAsks() throws IOException {
        tell(List.of());
        at("2026-11-11T16:59");
        assertThatThrownBy(this::review)
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("2026年11月11日以前可以申请听证");
        assertThat(view().next()).extracting(Procedure.Edge::act).doesNotContain(Act.REVIEW, Act.SUSPEND);
        at("2026-11-12T09:00");
        review();
        approval.grant(number, item, "", DECIDER, null);
        assertThat(text(papers(DocumentKind.GRANT).get(0))).doesNotContain("听证");
    }

    @Test
    @DisplayName("期限内收到、事后登记的申请仍算；登记后笔录制作以前不能决定；期限外的不算")
    void askedInTime() {
        tell(List.of());
        at("2026-11-12T09:00");
        assertThat(pointers(() -> requests.ask(number, item, LocalDate.parse("2026-11-12"), 1, REVIEWER, null)))
                .containsExactly("/by", "/on");
        requests.ask(number, item, LocalDate.parse("2026-11-11"), 0, REVIEWER, null);
        assertThatThrownBy(this::review).isInstanceOf(Problem.Conflict.class).hasMessageContaining("听证笔录制作以前不能办理");
        assertThatThrownBy(() -> clockActs.suspend(
                        number,
                        item,
                        new AskedProcedure(
                                SpecialProcedure.Kind.TESTING, "检测", "市检测中心", "", LocalDate.parse("2026-11-20")),
                        REVIEWER,
                        null))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("申请起二十个工作日内举行，七个工作日前通知；缺的一次说全；特别程序里不能直接选听证")
    void days() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        for (String day : List.of("2026-11-12T09:30", "2026-12-03T09:30")) {
            AskedSession wrong = session(LocalDateTime.parse(day), "scjg-decide", false);
            assertThat(faults(() -> hearings.call(number, item, wrong, "", List.of(), REVIEWER, null)))
                    .singleElement()
                    .extracting(Fault::message)
                    .asString()
                    .contains("2026年11月13日至2026年12月2日");
        }
        assertThat(pointers(() -> hearings.call(
                        number, item, new AskedSession(null, "", "", false), "", List.of(), REVIEWER, null)))
                .containsExactly("/at", "/place", "/presider");
        assertThat(pointers(() -> clockActs.suspend(
                        number,
                        item,
                        new AskedProcedure(SpecialProcedure.Kind.HEARING, "听证", "市检测中心", "", today()),
                        REVIEWER,
                        null)))
                .containsExactly("/kind");
        call(LocalDateTime.parse("2026-12-02T09:30"), true);
        assertThat(papers(DocumentKind.HEARING_ANNOUNCEMENT)).hasSize(1);
    }

    @Test
    @DisplayName("告知要写明利益和各人地址；期限不短于五个工作日")
    void toldWrongly() {
        assertThat(pointers(() ->
                        hearings.tell(number, item, "", List.of(new Hearing.Party("赵", "")), null, REVIEWER, null)))
                .containsExactly("/others", "/reason");
        assertThat(pointers(() ->
                        hearings.tell(number, item, "采光。", List.of(), LocalDate.parse("2026-11-10"), REVIEWER, null)))
                .containsExactly("/askUntil");
        assertThatThrownBy(() -> tellBy(DECIDER)).isInstanceOf(Problem.NotAllowed.class);
        assertThat(view().hearings()).isEmpty();
    }

    @Test
    @DisplayName("主持人不能是审查人；主持过的不能再审查")
    void presider() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        assertThat(faults(() -> hearings.call(
                        number, item, session(HELD.minusDays(1), "scjg-review", false), "", List.of(), REVIEWER, null)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/presider"))
                .satisfies(fault -> assertThat(fault.message()).contains("请系统管理员"));
        hearings.call(
                number,
                item,
                session(LocalDateTime.parse("2026-11-18T09:30"), "scjg-examine", false),
                "",
                List.of(),
                REVIEWER,
                null);
        at("2026-11-18T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        assertThat(door.matter(number, item, EXAMINER).next())
                .extracting(Procedure.Edge::act)
                .doesNotContain(Act.REVIEW);
        assertThatThrownBy(() -> approval.review(number, item, Recommendation.GRANT, "好。", EXAMINER, null))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("由您主持");
        review();
    }
}
