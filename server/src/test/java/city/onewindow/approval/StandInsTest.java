package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("请假期间代办")
class StandInsTest extends HouseTest {

    private static final Actor REVIEWER = staff("scjg-review", "张三", Role.REVIEWER);
    private static final Actor EXAMINER = staff("scjg-examine", "李四", Role.REVIEWER);
    private static final Actor DECIDER = staff("scjg-decide", "王五", Role.DECIDER);
    private static final Actor CERTIFIER = staff("scjg-certify", "赵六", Role.CERTIFIER);
    private static final Actor HEAD = staff("scjg-head", "钱七", Role.HEAD);

    private static final InboxQuery MINE = new InboxQuery(null, null, true, false);
    private static final String FOR_REVIEWER = "李四（代市市场监管局审查岗）";
    private static final String FOR_DECIDER = "李四（代市市场监管局决定岗）";

    @Autowired
    private Leaves leaves;

    @Autowired
    private Approval approval;

    @Autowired
    private Pool pool;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Transfers transfers;

    @Autowired
    private ClockActs clockActs;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Cases door;

    private String number = "";
    private String item = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
        item = startups.item("企业设立登记(有限责任公司)");
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from approval.leave").update();
    }

    @Test
    @DisplayName("请假人领取的由代理人办，记录和审计写明代谁；别的同事不能；请假结束以后也不能")
    void heldByTheAbsent() {
        pool.take(number, item, null, REVIEWER);
        assertThatThrownBy(() -> review(EXAMINER)).isInstanceOf(Problem.Conflict.class);
        Leave leave = away(REVIEWER, EXAMINER, 1);
        assertThat(view(EXAMINER).next()).extracting(Procedure.Edge::act).contains(Act.REVIEW, Act.SUSPEND);
        assertThat(view(EXAMINER).inPlace()).isEqualTo(FOR_REVIEWER);
        assertThat(view(REVIEWER).inPlace()).isNull();
        clockActs.askExtension(number, item, 2, "量大。", EXAMINER, null);
        clockActs.refuseExtension(number, item, "按期办。", HEAD, null);
        leaves.takeBack(leave.id(), REVIEWER);
        assertThatThrownBy(() -> review(EXAMINER)).isInstanceOf(Problem.Conflict.class);
        away(REVIEWER, EXAMINER, 1);
        clock.forward(Duration.ofDays(2));
        assertThatThrownBy(() -> review(EXAMINER))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("张三领取");
        clock.forward(Duration.ofDays(-1));
        IdempotencyKey key = key();
        List<HistoryEntry> done = review(EXAMINER, key);
        assertThat(done).extracting(HistoryEntry::whoName).containsExactly(FOR_REVIEWER);
        assertThat(review(EXAMINER, key)).isEqualTo(done);
        assertThat(audited("matter.review")).isEqualTo("scjg-examine " + item + " 代scjg-review");
        assertThat(view(EXAMINER).matter().reviewedBy()).isEqualTo("scjg-examine");
    }

    @Test
    @DisplayName("请假人领取的，代理人也可以征求其他部门的意见，写明代谁；请假结束以后不可以")
    void asksAnotherDepartment() {
        pool.take(number, item, null, REVIEWER);
        LocalDate until = LocalDate.now(clock).plusDays(2);
        assertThatThrownBy(() -> consultations.ask(number, item, "zjj", "行吗？", until, EXAMINER, null))
                .isInstanceOf(Problem.Conflict.class);
        Leave leave = away(REVIEWER, EXAMINER, 1);
        assertThat(consultations.mayAsk(view(EXAMINER).matter(), EXAMINER)).isTrue();
        assertThat(consultations.ask(number, item, "zjj", "行吗？", until, EXAMINER, null))
                .extracting(Consultation::askedBy)
                .isEqualTo(FOR_REVIEWER);
        assertThat(audited("matter.consult")).isEqualTo("scjg-examine " + item + " zjj 代scjg-review");
        leaves.takeBack(leave.id(), REVIEWER);
        assertThat(consultations.mayAsk(view(EXAMINER).matter(), EXAMINER)).isFalse();
    }

    @Test
    @DisplayName("自己的、大家的事项，代理人仍以自己的名义办")
    void ownAndPooled() {
        away(REVIEWER, EXAMINER, 1);
        assertThat(review(EXAMINER)).extracting(HistoryEntry::whoName).containsExactly("李四");
        assertThat(audited("matter.review")).isEqualTo("scjg-examine " + item);
    }

    @Test
    @DisplayName("代决定：负责人授权以后才可以，自己审查的不可以；收回以后不可以")
    void deciding() {
        review(EXAMINER);
        Leave leave = away(DECIDER, EXAMINER, 1);
        assertThatThrownBy(() -> grant(EXAMINER)).isInstanceOf(Problem.NotAllowed.class);
        leaves.authorise(leave.id(), "授权书〔2026〕3号", HEAD);
        assertThatThrownBy(() -> grant(EXAMINER))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("审查人不能同时作决定");
        assertThatThrownBy(() -> approval.deny(number, item, "不符。", "某法", EXAMINER, null))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(view(EXAMINER).next()).extracting(Procedure.Edge::act).doesNotContain(Act.GRANT, Act.DENY);
        approval.sendBack(number, item, Act.RETURN, "再看。", EXAMINER, null);
        review(REVIEWER);
        assertThat(view(EXAMINER).next()).extracting(Procedure.Edge::act).contains(Act.GRANT, Act.DENY);
        leaves.nameStandIn(leave.id(), "scjg-certify", "", DECIDER);
        assertThatThrownBy(() -> grant(EXAMINER)).isInstanceOf(Problem.NotAllowed.class);
        leaves.nameStandIn(leave.id(), "scjg-examine", "同意。", HEAD);
        assertThat(grant(EXAMINER).get(0).whoName()).isEqualTo(FOR_DECIDER);
        assertThatThrownBy(() -> approval.certify(number, item, "", EXAMINER, null))
                .isInstanceOf(Problem.NotAllowed.class);
        approval.certify(number, item, "91410300MA0000000X", CERTIFIER, null);
    }

    @Test
    @DisplayName("授权代行决定的，也能移送和收回；没有授权的不能")
    void transferring() {
        Leave leave = away(DECIDER, EXAMINER, 1);
        assertThatThrownBy(() -> transfers.handOver(number, item, "zjj", "职能已划转。", EXAMINER, null))
                .isInstanceOf(Problem.NotAllowed.class);
        leaves.authorise(leave.id(), "同意。", HEAD);
        assertThat(transfers.handOver(number, item, "zjj", "职能已划转。", EXAMINER, null))
                .extracting(HistoryEntry::whoName)
                .containsExactly(FOR_DECIDER);
        transfers.recall(number, item, "弄错了。", EXAMINER, null);
    }

    @Test
    @DisplayName("负责人请假：他授权的代理人答复延期申请，写明代谁；没有授权的、申请人自己不行")
    void leading() {
        Leave leave = away(HEAD, EXAMINER, 1);
        clockActs.askExtension(number, item, 2, "量大。", REVIEWER, null);
        assertThatThrownBy(() -> clockActs.extend(number, item, "同意。", EXAMINER, null))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(answering()).containsOnlyNulls();
        leaves.authorise(leave.id(), "由李四主持工作。", HEAD);
        assertThat(answering()).containsExactly("市市场监管局审核岗");
        assertThat(view(EXAMINER).next()).extracting(Procedure.Edge::act).contains(Act.EXTEND, Act.REFUSE_EXTENSION);
        clockActs.refuseExtension(number, item, "按期办。", EXAMINER, null);
        clockActs.askExtension(number, item, 1, "量大。", EXAMINER, null);
        assertThatThrownBy(() -> clockActs.extend(number, item, "同意。", EXAMINER, null))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("不能由您自己答复");
        clockActs.refuseExtension(number, item, "按期办。", HEAD, null);
        clockActs.askExtension(number, item, 1, "量大。", REVIEWER, null);
        assertThat(clockActs.extend(number, item, "同意。", EXAMINER, null))
                .extracting(HistoryEntry::whoName)
                .containsExactly("李四（代市市场监管局负责人）");
    }

    /** Who stands in for the head that owes an answer. */
    private List<String> answering() {
        return view(REVIEWER).owed().stream()
                .filter(move -> move.role() == Role.HEAD)
                .map(NextMove::standIn)
                .toList();
    }

    @Test
    @DisplayName("待办写明代谁：请假人领取的，也算自己领取的；别的同事领取的、自己的不写")
    void inboxOfTheAbsent() {
        pool.take(number, item, null, REVIEWER);
        assertThat(inPlace(InboxQuery.ALL, EXAMINER)).containsOnlyNulls();
        assertThat(inPlace(MINE, EXAMINER)).isEmpty();
        away(REVIEWER, EXAMINER, 1);
        assertThat(inPlace(InboxQuery.ALL, EXAMINER)).containsExactly(FOR_REVIEWER);
        assertThat(inPlace(MINE, EXAMINER)).containsExactly(FOR_REVIEWER);
        assertThat(inPlace(MINE, REVIEWER)).containsOnlyNulls().hasSize(1);
        clock.forward(Duration.ofDays(2));
        assertThat(inPlace(InboxQuery.ALL, EXAMINER)).containsOnlyNulls();
        assertThat(inPlace(MINE, EXAMINER)).isEmpty();
    }

    @Test
    @DisplayName("授权代行决定的，待办里有“决定”环节；自己审查的不由他决定，没有授权的看不到")
    void inboxOfTheAuthorised() {
        approval.review(number, item, Recommendation.GRANT, "齐全。", REVIEWER, key());
        Leave leave = away(DECIDER, EXAMINER, 1);
        assertThat(inPlace(InboxQuery.ALL, EXAMINER)).isEmpty();
        leaves.authorise(leave.id(), "同意。", HEAD);
        assertThat(inPlace(InboxQuery.ALL, EXAMINER)).containsExactly(FOR_DECIDER);
        assertThat(inbox.whole(InboxQuery.ALL, null, 1, EXAMINER).counts()).containsKeys(Step.REVIEW, Step.DECIDE);
        approval.sendBack(number, item, Act.RETURN, "补充意见。", EXAMINER, key());
        review(EXAMINER);
        assertThat(inPlace(InboxQuery.ALL, EXAMINER)).containsOnlyNulls().hasSize(1);
    }

    @Test
    @DisplayName("下一步由谁办：请假人领取的写明代理人；没有授权的不欠决定")
    void owed() {
        pool.take(number, item, null, REVIEWER);
        away(REVIEWER, EXAMINER, 1);
        assertThat(view(HEAD).owed()).extracting(NextMove::standIn).containsExactly("市市场监管局审核岗");
        review(EXAMINER);
        assertThat(view(HEAD).owed()).extracting(NextMove::standIn).containsOnlyNulls();
        pool.take(number, item, null, DECIDER);
        Leave leave = away(DECIDER, CERTIFIER, 1);
        assertThat(view(HEAD).owed()).extracting(NextMove::standIn).containsOnlyNulls();
        leaves.authorise(leave.id(), "同意。", HEAD);
        assertThat(view(HEAD).owed()).extracting(NextMove::standIn).containsExactly("市市场监管局制证岗");
    }

    /** How the reader is recorded, of this matter. */
    private List<@Nullable String> inPlace(InboxQuery query, Actor actor) {
        List<@Nullable String> found = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<InboxRow> page = inbox.page(query, after, 50, actor);
            page.items().stream()
                    .filter(row -> row.matter().number().equals(number)
                            && row.matter().item().equals(item))
                    .forEach(row -> found.add(row.inPlace()));
            after = page.next();
        } while (after != null);
        return found;
    }

    private Leave away(Actor absent, Actor standIn, int days) {
        LocalDate today = LocalDate.now(clock);
        return leaves.register(
                new AskedLeave(absent.account(), today, today.plusDays(days), Leave.Kind.SICK, standIn.account(), null),
                absent,
                key());
    }

    private List<HistoryEntry> review(Actor actor) {
        return review(actor, key());
    }

    private List<HistoryEntry> review(Actor actor, IdempotencyKey key) {
        return approval.review(number, item, Recommendation.GRANT, "齐全。", actor, key);
    }

    private List<HistoryEntry> grant(Actor actor) {
        return approval.grant(number, item, "", actor, key());
    }

    private MatterView view(Actor actor) {
        return door.matter(number, item, actor);
    }

    private String audited(String act) {
        return jdbc.sql(
                        "select who || ' ' || detail from audit.entry where object = :number and act = :act order by id desc limit 1")
                .param("number", number)
                .param("act", act)
                .query(String.class)
                .single();
    }

    private static Actor staff(String account, String name, Role role) {
        return new Actor(account, name, Set.of(role), "scjg", null);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
