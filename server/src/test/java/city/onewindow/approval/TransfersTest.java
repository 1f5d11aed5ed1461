package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("移送")
class TransfersTest extends ApprovalHouseTest {

    private static final Actor RECEIVER = SignedInAs.actor("zjj-decide", "zjj", null, Role.DECIDER);
    private static final Actor REVIEWER = SignedInAs.actor("zjj-review", "zjj", null, Role.REVIEWER);
    private static final Actor THIRD = SignedInAs.actor("scjg-decide", "scjg", null, Role.DECIDER);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Transfers transfers;

    @Autowired
    private Pool pool;

    @Test
    @DisplayName("移送、接收：从审查重新开始，期限照走，决定书写作决定的部门，原部门看得到、办不了")
    void takenOn() {
        String number = cases.accept("a");
        review(number, "a");
        approval.sendBack(number, "a", Act.RETURN, "再看。", decider("a"), null);
        Matter before = matter(number, "a");
        pool.take(number, "a", null, reviewer("a"));
        clock.forward(Duration.ofMinutes(5));

        HistoryEntry moved = transfer(number, "zjj").get(0);
        assertThat(moved.opinion()).isEqualTo("移送至市住房和城乡建设局：职能已划转。");
        Matter offered = matter(number, "a");
        assertThat(offered.step()).isEqualTo(Step.TRANSFER);
        assertThat(offered.department()).isEqualTo("zjj");
        assertThat(offered.holder()).isNull();
        assertThat(offered.clock()).as("the clock runs on").isEqualTo(before.clock());
        assertThat(inbox(RECEIVER)).contains(number);
        assertThat(inbox(decider("a"))).doesNotContain(number);
        assertThat(inbox.whole(InboxQuery.ALL, null, 1, RECEIVER).counts().get(Step.TRANSFER))
                .isPositive();
        assertThat(door.file(number, MANAGER).owed())
                .extracting(NextMove::department, NextMove::role, NextMove::what, NextMove::since)
                .containsExactly(tuple("zjj", Role.DECIDER, "接收移送，或者退回", LocalDateTime.now(clock)));
        assertThat(next(number, RECEIVER)).containsExactly(Act.TAKE_ON, Act.DECLINE);
        assertThat(next(number, decider("a"))).containsExactly(Act.RECALL);
        assertThat(next(number, REVIEWER)).isEmpty();

        transfers.takeOn(number, "a", RECEIVER, null);
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
        assertThat(matter(number, "a").reviewedBy()).isNull();
        approval.review(number, "a", Recommendation.GRANT, "齐全。", REVIEWER, null);
        assertThatThrownBy(() -> approval.grant(number, "a", "", decider("a"), null))
                .isInstanceOf(Problem.NotFound.class);
        approval.grant(number, "a", "", RECEIVER, null);
        assertThat(issuers(number)).contains("洛阳市住房和城乡建设局");
        MatterView former = door.matter(number, "a", reviewer("a"));
        assertThat(former.readable()).isFalse();
        assertThat(former.next()).isEmpty();
        assertThat(former.transfers()).extracting(Transfer::from, Transfer::to).containsExactly(tuple("dep-a", "zjj"));
        assertThatThrownBy(() -> door.dossier(number, "a", decider("a"))).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> door.file(number, THIRD)).isInstanceOf(Problem.NotFound.class);
        assertThat(door.file(number, MANAGER).timeline().parts())
                .extracting(Timeline.Part::department)
                .containsExactly("市住房和城乡建设局");
    }

    @Test
    @DisplayName("退回以后不能再移送给它，可以移送第三个部门；中心指定以后不再移送")
    void declinedAndAssigned() {
        String number = cases.accept("a");
        assertThatThrownBy(() -> assign(number, "zjj"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("没有部门退回过");
        transfer(number, "zjj");
        transfers.decline(number, "a", "不是我局职责。", RECEIVER, null);
        assertThat(matter(number, "a").department()).isEqualTo("dep-a");
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
        assertThat(transfers.disputed(MANAGER)).extracting(Matter::number).contains(number);
        assertThat(door.file(number, RECEIVER).matters()).hasSize(1);
        assertThatThrownBy(() -> transfer(number, "zjj"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("请中心管理人员指定办理");
        transfer(number, "scjg");
        transfers.decline(number, "a", "也不是。", THIRD, null);

        clock.forward(Duration.ofMinutes(5));
        assertThat(next(number, MANAGER)).containsExactly(Act.ASSIGN);
        assertThat(assign(number, "zjj").get(0).opinion()).isEqualTo("指定市住房和城乡建设局办理：三定方案。");
        assertThat(matter(number, "a").department()).isEqualTo("zjj");
        assertThat(door.file(number, MANAGER).owed())
                .extracting(NextMove::department, NextMove::since)
                .containsExactly(tuple("zjj", LocalDateTime.now(clock)));
        assertThat(transfers.disputed(MANAGER)).extracting(Matter::number).doesNotContain(number);
        assertThatThrownBy(() -> transfers.handOver(number, "a", "scjg", "不办。", RECEIVER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已由中心指定办理");
        assertThatThrownBy(() -> assign(number, "scjg")).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("接收之前可以收回；同一次提交重发，仍答第一次的结果")
    void recalled() {
        String number = cases.accept("a");
        IdempotencyKey key = new IdempotencyKey("transfer-" + number);
        List<HistoryEntry> first = transfers.handOver(number, "a", "zjj", "职能已划转。", decider("a"), key);
        assertThat(transfers.handOver(number, "a", "zjj", "职能已划转。", decider("a"), key))
                .isEqualTo(first);
        assertThatThrownBy(() -> transfers.recall(number, "a", "弄错了。", THIRD, null))
                .isInstanceOf(Problem.NotFound.class);
        transfers.recall(number, "a", "弄错了。", decider("a"), null);
        assertThat(matter(number, "a").department()).isEqualTo("dep-a");
        assertThatThrownBy(() -> transfers.takeOn(number, "a", RECEIVER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("收回移送");
        grant(number, "a");
    }

    @Test
    @DisplayName("移送途中谁也办不了、领不了，申请人可以撤回；特别程序中不能移送")
    void onTheWay() {
        String number = cases.accept("a");
        transfer(number, "zjj");
        assertThatThrownBy(() -> approval.review(number, "a", Recommendation.GRANT, "齐全。", REVIEWER, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> pool.take(number, "a", null, RECEIVER)).isInstanceOf(Problem.Conflict.class);
        approval.withdraw(number, "不办了。", SampleCases.CLERK, null);
        assertThat(matter(number, "a").outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThatThrownBy(() -> transfers.takeOn(number, "a", RECEIVER, null)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("漏填、移送给自己、没有权限、不是本部门的，逐一说明")
    void refused() {
        String number = cases.accept("a");
        assertThat(catchThrowableOfType(
                                Problem.InvalidInput.class,
                                () -> transfers.handOver(number, "a", "nowhere", " ", decider("a"), null))
                        .faults())
                .extracting(Fault::pointer)
                .containsExactly("/department", "/reason");
        assertThatThrownBy(() -> transfers.handOver(number, "a", "zjj", "划转。", reviewer("a"), null))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> transfers.handOver(number, "a", "zjj", "划转。", THIRD, null))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> transfers.assign(number, "a", "zjj", "划转。", decider("a"), null))
                .isInstanceOf(Problem.NotAllowed.class);
        review(number, "a");
        pool.take(number, "a", null, decider("a"));
        Actor colleague = SignedInAs.actor("decider-other", "dep-a", null, Role.DECIDER);
        assertThatThrownBy(() -> transfers.handOver(number, "a", "zjj", "划转。", colleague, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已由李四领取");
    }

    @Test
    @DisplayName("征求意见、延期申请没有答复，或者在部门自己的系统办理的，不能移送")
    void awaited(@Autowired Consultations consultations, @Autowired ClockActs clockActs) {
        String number = cases.accept("a");
        LocalDate until = LocalDate.now(clock).plusDays(2);
        consultations.ask(number, "a", "scjg", "是否同意？", until, reviewer("a"), null);
        assertThatThrownBy(() -> transfer(number, "zjj"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("正在征求市市场监管局的意见");
        consultations.answer(number, "a", 1, Consultation.Opinion.AGREE, "", THIRD);
        clockActs.askExtension(number, "a", 3, "资料多。", reviewer("a"), null);
        assertThatThrownBy(() -> transfer(number, "zjj"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("延期申请还没有答复");
        String there = cases.accept("moved");
        jdbc.sql("insert into approval.worked_there values ('410300', 'dep-moved', 'moved', localtimestamp)")
                .update();
        assertThatThrownBy(() -> transfers.handOver(there, "moved", "zjj", "划转。", decider("moved"), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("在部门自己的业务系统办理");
    }

    @Test
    @DisplayName("约了联合踏勘的，形成记录或者取消以前不能移送")
    void inspected(@Autowired Inspections inspections) {
        String number = cases.accept("a");
        Appointment appointment = new Appointment(LocalDateTime.now(clock).plusDays(1), "示例路1号", "现场", "");
        InspectionProposal proposal = new InspectionProposal(List.of("a"), appointment, List.of("甲", "乙"));
        Inspection proposed = inspections.propose(number, proposal, reviewer("a"), null);
        assertThatThrownBy(() -> transfer(number, "zjj"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("联合踏勘");
        inspections.cancel(number, proposed.seq(), "不去了。", reviewer("a"), null);
        transfer(number, "zjj");
    }

    @RepeatedTest(5)
    @DisplayName("一边接收、一边收回，只有一个成功；两人同时移送给两个部门，也只有一个")
    void twoAtOnce() throws Exception {
        String number = cases.accept("a");
        Actor colleague = SignedInAs.actor("decider-other", "dep-a", null, Role.DECIDER);
        List<Object> handed = atOnce(
                () -> transfer(number, "zjj"), () -> transfers.handOver(number, "a", "zrzy", "划转。", colleague, null));
        assertThat(handed).filteredOn(List.class::isInstance).hasSize(1);
        Actor receiver = SignedInAs.actor("receiver", matter(number, "a").department(), null, Role.DECIDER);
        List<Object> answered = atOnce(
                () -> transfers.takeOn(number, "a", receiver, null),
                () -> transfers.recall(number, "a", "弄错了。", decider("a"), null));
        assertThat(answered).filteredOn(List.class::isInstance).hasSize(1);
        assertThat(answered)
                .filteredOn(Problem.Conflict.class::isInstance)
                .singleElement(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("已于");
        assertThat(matters.history(SampleCases.REGION, number)).hasSize(3);
    }

    private static List<Object> atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> each : both.invokeAll(List.of(one, other))) {
                try {
                    answers.add(each.get());
                } catch (ExecutionException thrown) {
                    answers.add(thrown.getCause());
                }
            }
            return answers;
        } finally {
            both.shutdown();
        }
    }

    private List<HistoryEntry> transfer(String number, String to) {
        return transfers.handOver(number, "a", to, "职能已划转。", decider("a"), null);
    }

    private List<HistoryEntry> assign(String number, String to) {
        return transfers.assign(number, "a", to, "三定方案。", MANAGER, null);
    }

    private List<Act> next(String number, Actor actor) {
        return door.matter(number, "a", actor).next().stream()
                .map(Procedure.Edge::act)
                .toList();
    }

    private List<String> inbox(Actor actor) {
        return inbox(InboxQuery.ALL, actor).stream()
                .map(row -> row.matter().number())
                .toList();
    }

    private List<String> issuers(String number) {
        return jdbc.sql("select issuer from notice.document where subject = :number and kind = 'GRANT'")
                .param("number", number)
                .query(String.class)
                .list();
    }
}
