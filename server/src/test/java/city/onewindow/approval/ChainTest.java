package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.calendar.TimeLimit;
import city.onewindow.catalog.CaseItem;
import city.onewindow.catalog.Chain;
import city.onewindow.catalog.Terms;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("办理环节由事项规定")
class ChainTest extends ApprovalHouseTest {

    private static final Actor REVIEWER = SampleCases.reviewer("a");
    private static final Actor EXAMINER = new Actor("examiner-a", "孙八", Set.of(Role.REVIEWER), "dep-a", null);
    private static final Actor DECIDER = SampleCases.decider("a");

    @Autowired
    private Together together;

    @Autowired
    private Pool pool;

    @Test
    @DisplayName("即办件由一人审查并决定：受理后即到决定环节，一次办完")
    void one() {
        String number = accepted(Chain.ONE);
        assertThat(matter(number, "a").step()).isEqualTo(Step.DECIDE);
        approval.grant(number, "a", "符合条件。", DECIDER, null);
        assertThat(matter(number, "a").step()).isEqualTo(Step.CERTIFY);
    }

    @Test
    @DisplayName("一件事里是承诺件的，事项自己写了由一人审查并决定，也由两人办理")
    void oneOnlyOnTheSpot() {
        CaseItem alone = SampleCases.item("a", Chain.ONE);
        Terms promised = SampleCases.item("a", Chain.TWO).terms();
        String number = cases.accept(List.of(new CaseItem(alone.item(), promised, List.of(), List.of())));
        assertThat(matter(number, "a").chain()).isEqualTo(Chain.TWO);
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
    }

    @Test
    @DisplayName("一人办理的，拿不准时可以退给审查人审查，此后审查人仍不能作决定")
    void oneMayHaveItReviewed() {
        String number = accepted(Chain.ONE);
        approval.sendBack(number, "a", Act.RETURN, "请核对照片。", DECIDER, null);
        review(number, "a");
        assertThat(matter(number, "a").step()).isEqualTo(Step.DECIDE);
        Actor both = new Actor(REVIEWER.account(), "张三", Set.of(Role.DECIDER), "dep-a", null);
        assertThatThrownBy(() -> approval.grant(number, "a", "", both, null)).isInstanceOf(Problem.NotAllowed.class);
    }

    @Test
    @DisplayName("前序准予后，一人办理的事项直接到决定环节")
    void oneAfterAnother() {
        String number = cases.accept(List.of(
                SampleCases.item("b", Chain.TWO),
                SampleCases.item("a", TimeLimit.workingDays("1"), null, List.of("b"), Chain.ONE)));
        assertThat(matter(number, "a").step()).isEqualTo(Step.WAITING);
        review(number, "b");
        List<HistoryEntry> written = approval.grant(number, "b", "", SampleCases.decider("b"), null);
        assertThat(written).extracting(HistoryEntry::to).containsExactlyInAnyOrder(Step.CERTIFY, Step.DECIDE);
        assertThat(matter(number, "a").step()).isEqualTo(Step.DECIDE);
    }

    @Test
    @DisplayName("经办、审核、批准各由一人办理，历史三条俱全")
    void three() {
        String number = accepted(Chain.THREE);
        review(number, "a");
        assertThat(matter(number, "a").step()).isEqualTo(Step.EXAMINE);
        approval.examine(number, "a", Recommendation.DENY, "缺少依据。", EXAMINER, null);
        assertThat(matter(number, "a").recommendation()).isEqualTo(Recommendation.DENY);
        assertThat(matter(number, "a").examinedBy()).isEqualTo(EXAMINER.account());
        approval.grant(number, "a", "", DECIDER, null);
        assertThat(matters.history(SampleCases.REGION, number))
                .extracting(HistoryEntry::act)
                .containsExactly(Act.OPEN, Act.REVIEW, Act.EXAMINE, Act.GRANT);
    }

    @Test
    @DisplayName("没有审核的，不能决定")
    void nothingIsSkipped() {
        String number = accepted(Chain.THREE);
        review(number, "a");
        assertThatThrownBy(() -> approval.grant(number, "a", "", DECIDER, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("审核");
        assertThat(matter(number, "a").step()).isEqualTo(Step.EXAMINE);
    }

    @Test
    @DisplayName("两环节的事项没有审核")
    void twoHaveNoExamination() {
        String number = accepted(Chain.TWO);
        review(number, "a");
        assertThatThrownBy(() -> approval.examine(number, "a", Recommendation.GRANT, "同意。", EXAMINER, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> approval.sendBack(number, "a", Act.REEXAMINE, "再看", DECIDER, null))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(matter(number, "a").step()).isEqualTo(Step.DECIDE);
    }

    @Test
    @DisplayName("经办人不能审核自己审查的，也不能领取、退回；审核人不能批准")
    void fourEyes() {
        String number = accepted(Chain.THREE);
        review(number, "a");
        assertThatThrownBy(() -> approval.examine(number, "a", Recommendation.GRANT, "同意。", REVIEWER, null))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("您审查的");
        assertThatThrownBy(() -> approval.sendBack(number, "a", Act.GIVE_BACK, "再看", REVIEWER, null))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> pool.take(number, "a", null, REVIEWER)).isInstanceOf(Problem.Conflict.class);
        assertThat(door.matter(number, "a", REVIEWER).next()).isEmpty();
        assertThat(door.matter(number, "a", EXAMINER).next())
                .extracting(Procedure.Edge::act)
                .containsExactly(Act.EXAMINE, Act.GIVE_BACK);
        approval.examine(number, "a", Recommendation.GRANT, "同意。", EXAMINER, null);
        Actor promoted = new Actor(EXAMINER.account(), "孙八", Set.of(Role.DECIDER), "dep-a", null);
        assertThatThrownBy(() -> approval.grant(number, "a", "", promoted, null))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("您审核的");
        assertThat(matter(number, "a").step()).isEqualTo(Step.DECIDE);
    }

    @Test
    @DisplayName("退回一步，或者退回开头")
    void back() {
        String number = accepted(Chain.THREE);
        review(number, "a");
        approval.sendBack(number, "a", Act.GIVE_BACK, "请补充依据。", EXAMINER, null);
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
        review(number, "a");
        approval.examine(number, "a", Recommendation.GRANT, "同意。", EXAMINER, null);
        approval.sendBack(number, "a", Act.REEXAMINE, "请再核对。", DECIDER, null);
        assertThat(matter(number, "a").step()).isEqualTo(Step.EXAMINE);
        approval.examine(number, "a", Recommendation.GRANT, "已经核对。", EXAMINER, null);
        approval.sendBack(number, "a", Act.RETURN, "请重新审查。", DECIDER, null);
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
        assertThat(matter(number, "a").examinedBy()).isNull();
    }

    @Test
    @DisplayName("两人同时审核，只有一人办成，另一人被告知是谁办的")
    void twoAtOnce() throws Exception {
        Actor other = new Actor("examiner-b", "周九", Set.of(Role.REVIEWER), "dep-a", null);
        String number = accepted(Chain.THREE);
        review(number, "a");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = List.of(() -> isExamined(number, EXAMINER), () -> isExamined(number, other));
            List<Boolean> done =
                    threads.invokeAll(both).stream().map(ChainTest::got).toList();
            assertThat(done).containsExactlyInAnyOrder(true, false);
        } finally {
            threads.shutdown();
        }
        assertThat(matters.history(SampleCases.REGION, number))
                .filteredOn(entry -> entry.act() == Act.EXAMINE)
                .hasSize(1);
    }

    @Test
    @DisplayName("审核可以批量办理；审查人建议不予的要单独办理")
    void together() {
        String proposed = accepted(Chain.THREE);
        String doubted = accepted(Chain.THREE);
        review(proposed, "a");
        approval.review(doubted, "a", Recommendation.DENY, "不符合条件。", REVIEWER, null);
        List<Together.Done> done = together.act(
                "a", List.of(proposed, doubted), Act.EXAMINE, "同意。", EXAMINER, new IdempotencyKey("chain-" + proposed));
        assertThat(done).extracting(one -> one.refused().isEmpty()).containsExactly(true, false);
        assertThat(matter(proposed, "a").step()).isEqualTo(Step.DECIDE);
        assertThat(matter(doubted, "a").step()).isEqualTo(Step.EXAMINE);
    }

    @Test
    @DisplayName("审核意见要写明结论和意见")
    void whatIsMissing() {
        String number = accepted(Chain.THREE);
        review(number, "a");
        assertThatThrownBy(() -> approval.examine(number, "a", null, " ", EXAMINER, null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults()).hasSize(2));
    }

    @Test
    @DisplayName("下一步由谁办：审核环节归有审查权限的人")
    void nextMove() {
        String number = accepted(Chain.THREE);
        review(number, "a");
        assertThat(door.matter(number, "a", EXAMINER).owed())
                .extracting(NextMove::role)
                .containsExactly(Role.REVIEWER);
    }

    private boolean isExamined(String number, Actor who) {
        try {
            approval.examine(number, "a", Recommendation.GRANT, "同意。", who, null);
            return true;
        } catch (Problem.Conflict late) {
            assertThat(late).hasMessageContaining("提出审核意见");
            return false;
        }
    }

    private static boolean got(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private String accepted(Chain chain) {
        return cases.accept(List.of(SampleCases.item("a", chain)));
    }
}
