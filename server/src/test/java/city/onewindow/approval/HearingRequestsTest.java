package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.calendar.DayUnit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.RevokedHow;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("听证：谁申请、谁放弃、延期")
class HearingRequestsTest extends HearingHouseTest {

    private static final LocalDateTime SESSION = LocalDateTime.parse("2026-11-18T09:30");
    private static final Actor MANAGER = new Actor("manager", "中心", Set.of(Role.MANAGER), "zwfw", null);
    private static final Actor OTHERS_DECIDER = new Actor("zjj-decide", "住建", Set.of(Role.DECIDER), "zjj", null);

    @Test
    @DisplayName("到了举行的时间不能再放弃，要制作笔录")
    void waivedTooLate() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        call(SESSION, false);
        at("2026-11-18T09:30");
        assertThatThrownBy(() -> requests.waive(number, item, null, "不要了。", REVIEWER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("不能再放弃");
        assertThat(matter().hearing().toBeHeld()).isTrue();
    }

    @Test
    @DisplayName("只给现在能办的：到了举行的时间不给放弃只给笔录，以前只给放弃；都申请了不再给申请；依职权举行的不给申请和放弃")
    void offersWhatCanBeDone() {
        tell(List.of(NEIGHBOUR));
        assertThat(offered()).containsExactlyInAnyOrder(Act.ASK_HEARING, Act.WAIVE_HEARING);
        requests.ask(number, item, today(), 0, REVIEWER, null);
        assertThat(offered()).containsExactlyInAnyOrder(Act.ASK_HEARING, Act.WAIVE_HEARING, Act.CALL_HEARING);
        requests.ask(number, item, today(), 1, REVIEWER, null);
        assertThat(offered()).containsExactlyInAnyOrder(Act.WAIVE_HEARING, Act.CALL_HEARING);
        call(SESSION, false);
        at("2026-11-18T09:29");
        assertThat(offered()).containsExactly(Act.WAIVE_HEARING);
        at("2026-11-18T09:30");
        assertThat(offered()).containsExactly(Act.RECORD_HEARING);
        hearings.record(number, item, RECORD, REVIEWER, null);
        call(LocalDateTime.parse("2026-12-01T09:30"), false, "涉及公共利益。");
        assertThat(offered()).isEmpty();
        assertThatThrownBy(() -> requests.ask(number, item, today(), 0, REVIEWER, null))
                .isInstanceOf(Problem.Conflict.class);
        at("2026-12-01T12:00");
        assertThat(offered()).containsExactly(Act.RECORD_HEARING);
    }

    @Test
    @DisplayName("期限内的申请在依职权举行的听证以后才发现的，笔录制作以后照样登记，另行举行")
    void foundAfterOwnMotion() throws Exception {
        tell(List.of(NEIGHBOUR));
        at("2026-11-12T09:00");
        hearings.call(
                number,
                item,
                session(LocalDateTime.parse("2026-11-24T09:30"), "scjg-decide", false),
                "涉及公共利益。",
                List.of(new Hearing.Party("孙公众", "示例路9号")),
                REVIEWER,
                null);
        LocalDate inTime = LocalDate.parse("2026-11-11");
        assertThatThrownBy(() -> requests.ask(number, item, inTime, 0, REVIEWER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("依职权");
        at("2026-11-24T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        assertThat(form(Act.ASK_HEARING)).contains(NEIGHBOUR.name()).doesNotContain("孙公众");
        requests.ask(number, item, inTime, 1, REVIEWER, null);
        assertThat(form(Act.WAIVE_HEARING)).contains(NEIGHBOUR.name() + "撤回听证申请");
        assertThat(matter().hearing().toBeHeld()).isTrue();
        assertThatThrownBy(this::review).isInstanceOf(Problem.Conflict.class);
    }

    private List<Act> offered() {
        return view().next().stream()
                .map(Procedure.Edge::act)
                .filter(Act::isOfHearing)
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("一个人撤回，期限内其他人仍可以申请；都撤回、期限也满了才照常办理")
    void othersMayStillAsk() {
        tell(List.of(NEIGHBOUR));
        requests.ask(number, item, today(), 0, REVIEWER, null);
        assertThat(pointers(() -> requests.waive(number, item, 1, "赵邻居说不要。", REVIEWER, null)))
                .containsExactly("/by");
        requests.waive(number, item, 0, "张示例书面撤回。", REVIEWER, null);
        assertThat(matter().hearing().askUntil()).isEqualTo(LocalDate.parse("2026-11-11"));
        assertThatThrownBy(this::review).isInstanceOf(Problem.Conflict.class);
        at("2026-11-12T09:00");
        requests.ask(number, item, LocalDate.parse("2026-11-11"), 1, REVIEWER, null);
        assertThat(matter().hearing().toBeHeld()).isTrue();
        requests.waive(number, item, 1, "赵邻居书面撤回。", REVIEWER, null);
        review();
    }

    @Test
    @DisplayName("两个人申请，一人撤回的，听证照样举行；同一人不登记两次")
    void anotherAskedToo() {
        tell(List.of(NEIGHBOUR));
        requests.ask(number, item, today(), 0, REVIEWER, null);
        assertThat(pointers(() -> requests.ask(number, item, today(), 0, REVIEWER, null)))
                .containsExactly("/by");
        call(SESSION, false);
        at("2026-11-05T09:00");
        requests.ask(number, item, today(), 1, REVIEWER, null);
        assertThat(matter().step()).isEqualTo(Step.SUSPENDED);
        requests.waive(number, item, 0, "张示例书面撤回。", REVIEWER, null);
        assertThat(matter().step()).isEqualTo(Step.SUSPENDED);
        assertThat(papers(DocumentKind.HEARING_NOTICE))
                .extracting(IssuedDocument::isRevoked)
                .containsExactly(false);
        requests.waive(number, item, 1, "赵邻居书面撤回。", REVIEWER, null);
        assertThat(matter().step()).isEqualTo(Step.REVIEW);
        assertThat(papers(DocumentKind.HEARING_NOTICE))
                .extracting(IssuedDocument::revokedHow)
                .containsExactly(RevokedHow.REPLACED);
        assertThat(matter().hearing().askUntil()).isEqualTo(LocalDate.parse("2026-11-11"));
    }

    @Test
    @DisplayName("谁怎样放弃的加密保存：办理记录和核验页没有姓名")
    void namesNobody() {
        tell(List.of(NEIGHBOUR));
        requests.ask(number, item, today(), 1, REVIEWER, null);
        call(SESSION, false);
        requests.waive(number, item, null, "赵邻居电话放弃。", REVIEWER, null);
        assertThat(papers(DocumentKind.HEARING_NOTICE))
                .extracting(IssuedDocument::revokedWhy)
                .containsExactly("听证不再举行。");
        assertThat(view().history())
                .extracting(HistoryEntry::opinion)
                .contains("被告知的都放弃听证。")
                .noneMatch(opinion -> opinion.contains("赵邻居"));
        assertThat(view().hearings().get(0).waiver()).isNull();
        assertThat(door.hearings(number, item, REVIEWER).get(0).waiver()).isEqualTo("赵邻居电话放弃。");
    }

    @Test
    @DisplayName("送去决定以后才发现期限内的申请：登记以后回到审查，谁领取着也一样")
    void foundLate(@Autowired Pool pool) {
        tell(List.of());
        at("2026-11-12T09:00");
        review();
        pool.take(number, item, null, DECIDER);
        assertThat(view().next()).extracting(Procedure.Edge::act).contains(Act.ASK_HEARING);
        requests.ask(number, item, LocalDate.parse("2026-11-11"), 0, REVIEWER, null);
        assertThat(matter().step()).isEqualTo(Step.REVIEW);
        assertThat(matter().holder()).isNull();
        assertThatThrownBy(() -> approval.grant(number, item, "", DECIDER, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(this::review).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("延期的还没有听：不能决定，时钟接着走，另行通知；举行以后才以笔录为根据")
    void adjourned() throws IOException {
        tell(List.of(NEIGHBOUR));
        requests.ask(number, item, today(), 1, REVIEWER, null);
        hearings.call(number, item, session(SESSION, "scjg-examine", false), "", List.of(), REVIEWER, null);
        at("2026-11-18T10:00");
        hearings.record(number, item, new AskedRecord("双方", "主持人回避。", "均签字", true), REVIEWER, null);
        assertThat(matter().step()).isEqualTo(Step.REVIEW);
        assertThat(view().procedures()).extracting(SpecialProcedure::isRunning).containsExactly(false);
        assertThat(matter().hearing().record()).isNull();
        assertThat(text(papers(DocumentKind.HEARING_RECORD).get(0))).contains("听证延期，另行通知。");
        assertThatThrownBy(this::review).isInstanceOf(Problem.Conflict.class);
        call(LocalDateTime.parse("2026-12-01T09:30"), false);
        at("2026-12-01T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        String record = papers(DocumentKind.HEARING_RECORD).get(1).number();
        assertThat(matter().hearing().record()).isEqualTo(record);
        assertThat(view().hearings()).hasSize(1);
        assertThatThrownBy(() -> approval.review(number, item, Recommendation.GRANT, "好。", EXAMINER, null))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("由您主持");
        review();
    }

    @Test
    @DisplayName("通知了没有举行的，主持人可以审查")
    void namedButNeverPresided() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        hearings.call(number, item, session(SESSION, "scjg-examine", false), "", List.of(), REVIEWER, null);
        requests.waive(number, item, null, "书面放弃。", REVIEWER, null);
        approval.review(number, item, Recommendation.GRANT, "好。", EXAMINER, null);
    }

    @Test
    @DisplayName("先后两次听证，两位主持人都不能审查，页面也不给")
    void bothPresided() {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        hearings.call(number, item, session(SESSION, "scjg-examine", false), "", List.of(), REVIEWER, null);
        at("2026-11-18T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        call(LocalDateTime.parse("2026-12-01T09:30"), false, "涉及公共利益。");
        at("2026-12-01T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        assertThat(matter().hearing().presiders()).containsExactly("scjg-examine", "scjg-decide");
        assertThat(door.matter(number, item, EXAMINER).next())
                .extracting(Procedure.Edge::act)
                .doesNotContain(Act.REVIEW);
        assertThatThrownBy(() -> approval.review(number, item, Recommendation.GRANT, "好。", EXAMINER, null))
                .isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("移送给其他部门接收以后，原部门的听证不再是决定的根据；退回的仍是")
    void takenOnByAnother(@Autowired Transfers transfers) {
        heard();
        String record = matter().hearing().record();
        transfers.handOver(number, item, "zjj", "不归本部门。", DECIDER, null);
        transfers.decline(number, item, "归你们。", OTHERS_DECIDER, null);
        assertThat(matter().hearing().record()).isEqualTo(record);
        transfers.assign(number, item, "zjj", "由住建办理。", MANAGER, null);
        assertThat(door.matter(number, item, OTHERS_DECIDER).matter().hearing()).isEqualTo(HearingState.NONE);
    }

    @Test
    @DisplayName("期限内的申请在事项移送给其他部门以后才发现的，由接收的部门登记、举行")
    void foundAfterTransfer(@Autowired Transfers transfers) {
        tell(List.of());
        at("2026-11-12T09:00");
        transfers.handOver(number, item, "zjj", "不归本部门。", DECIDER, null);
        transfers.takeOn(number, item, OTHERS_DECIDER, null);
        Actor reviewer = new Actor("zjj-review", "住建", Set.of(Role.REVIEWER), "zjj", null);
        requests.ask(number, item, LocalDate.parse("2026-11-11"), 0, reviewer, null);
        assertThat(door.matter(number, item, reviewer).matter().hearing().toBeHeld())
                .isTrue();
    }

    @Test
    @DisplayName("申请听证以后撤回申请、又经裁决重新办理的，先举行听证；重新办理不以原来的笔录为根据")
    void reopened(@Autowired RulingActs rulings) {
        tell(List.of());
        requests.ask(number, item, today(), 0, REVIEWER, null);
        call(SESSION, false);
        approval.withdraw(number, "不办了。", StartupCases.CLERK, null);
        assertThat(matter().hearing().toBeHeld()).isFalse();
        reopen(rulings, MANAGER);
        assertThat(matter().step()).isEqualTo(Step.REVIEW);
        assertThat(matter().hearing().toBeHeld()).isTrue();
        call(LocalDateTime.parse("2026-11-19T09:30"), false);
        at("2026-11-19T12:00");
        hearings.record(number, item, RECORD, REVIEWER, null);
        review();
        approval.deny(number, item, "不符。", "某法第二条", DECIDER, null);
        jdbc.sql("update approval.matter set step = 'ENDED', ended_at = :at where number = :number and item = :item")
                .param("at", LocalDateTime.now(clock))
                .param("number", number)
                .param("item", item)
                .update();
        reopen(rulings, DECIDER);
        assertThat(matter().hearing().record()).isNull();
        assertThat(matter().hearing().toBeHeld()).isFalse();
    }

    private void reopen(RulingActs rulings, Actor actor) {
        AskedRuling ruling = new AskedRuling(
                RulingOrgan.COURT,
                "某法院",
                "(2026)豫03行初" + actor.account() + "号",
                today(),
                today(),
                Ruling.Kind.DECIDE_ANEW,
                "责令重新作出决定。",
                "",
                false,
                60,
                DayUnit.WORKING);
        rulings.record(number, item, ruling, actor, null);
    }
}
