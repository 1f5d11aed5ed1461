package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.CLERK;
import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.approval.SampleCases.certifier;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static city.onewindow.approval.SampleCases.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("并联审批")
class ApprovalTest extends ApprovalHouseTest {

    @Test
    @DisplayName("审查、决定、制证、送达依次办理，最后一个事项办结时办件办结")
    void fromReviewToTheEnd() {
        String number = cases.accept("a", "b");
        review(number, "a");
        assertThat(matter(number, "a").recommendation()).isEqualTo(Recommendation.GRANT);
        approval.grant(number, "a", "同意", decider("a"), null);
        assertThat(matter(number, "a").outcome()).isEqualTo(Outcome.GRANTED);
        approval.certify(number, "a", "证字第 1 号", certifier("a"), null);
        assertThat(matter(number, "a").certificateNumber()).isEqualTo("证字第 1 号");
        deliver(number, "a");
        assertThat(steps(number)).containsOnly(entry("a", Step.ENDED), entry("b", Step.REVIEW));
        assertThat(statusOf(number)).isEqualTo("RUNNING");

        certify(number, "b");
        assertThat(matter(number, "b").certificateNumber()).isEqualTo(number + "-02");
        deliver(number, "b");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThat(matters.history(SampleCases.REGION, number))
                .filteredOn(written -> written.item().equals("a"))
                .extracting(HistoryEntry::act)
                .containsExactly(Act.OPEN, Act.REVIEW, Act.GRANT, Act.CERTIFY, Act.DELIVER);
    }

    @Test
    @DisplayName("前序事项全部准予时后续事项才开始，时限从那时起算")
    void opensWhenAllPredecessorsAreGranted() {
        String number = cases.accept("a", "b", "c<a,b");
        grant(number, "a");
        assertThat(matter(number, "c").step()).isEqualTo(Step.WAITING);
        clock.forward(Duration.ofDays(1));
        review(number, "b");
        List<HistoryEntry> written = approval.grant(number, "b", "", decider("b"), null);
        assertThat(written).extracting(HistoryEntry::act).containsExactly(Act.GRANT, Act.OPEN);
        assertThat(written.get(1).item()).isEqualTo("c");
        assertThat(written.get(1).whoName()).isEqualTo("系统");
        Matter opened = matter(number, "c");
        assertThat(opened.step()).isEqualTo(Step.REVIEW);
        assertThat(opened.clock())
                .isEqualTo(new Matter.Clock(
                        now(), LocalDateTime.parse("2026-11-06T17:00"), LocalDateTime.parse("2026-12-03T17:00")));
    }

    @Test
    @DisplayName("不予只终止依赖它的事项，其他事项照常办理，全部送达后办件办结")
    void denialEndsWhatDependsOnIt() {
        String number = cases.accept("a", "b<a", "c<b", "d", "e<d");
        deny(number, "a");
        assertThat(steps(number))
                .containsOnly(
                        entry("a", Step.DELIVER),
                        entry("b", Step.ENDED),
                        entry("c", Step.ENDED),
                        entry("d", Step.REVIEW),
                        entry("e", Step.WAITING));
        assertThat(matter(number, "a").outcome()).isEqualTo(Outcome.DENIED);
        assertThat(matter(number, "c").outcome()).isEqualTo(Outcome.TERMINATED);
        assertThat(matters.last(SampleCases.REGION, number, "c").orElseThrow()).satisfies(last -> {
            assertThat(last.act()).isEqualTo(Act.TERMINATE);
            assertThat(last.opinion()).contains("事项a");
        });

        certify(number, "d");
        certify(number, "e");
        deliver(number, "a", "d", "e");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("退回后重新审查，意见都留在历史里")
    void returnedToReview() {
        String number = cases.accept("a");
        review(number, "a");
        approval.sendBack(number, "a", Act.RETURN, "请核对章程第三条。", decider("a"), null);
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
        approval.review(number, "a", Recommendation.DENY, "章程不符。", reviewer("a"), null);
        assertThat(matter(number, "a").recommendation()).isEqualTo(Recommendation.DENY);
        assertThat(matters.history(SampleCases.REGION, number))
                .extracting(HistoryEntry::opinion)
                .containsExactly("", "材料齐全。", "请核对章程第三条。", "章程不符。");
    }

    @Test
    @DisplayName("不予必须写明理由和依据，逐项指出缺什么")
    void denialStatesReasonAndGround() {
        String number = cases.accept("a");
        review(number, "a");
        assertThatThrownBy(() -> approval.deny(number, "a", " ", "", decider("a"), null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/reason", "/ground"));
        assertThat(matter(number, "a").step()).isEqualTo(Step.DECIDE);
    }

    @Test
    @DisplayName("不在该环节的动作被拒绝，并说明谁在何时办理了什么")
    void toldWhoDidWhatWhen() {
        String number = cases.accept("a", "b<a");
        review(number, "a");
        assertThatThrownBy(() -> approval.review(number, "a", Recommendation.GRANT, "齐全", reviewer("a"), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessage("张三已于10:00办理了“提出审查意见”，「事项a」现在处于“决定”环节，不能办理“提出审查意见”。请刷新页面，按现在的环节办理。");
        assertThatThrownBy(() -> approval.review(number, "b", Recommendation.GRANT, "齐全", reviewer("b"), null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("等待前序结果");
        clock.forward(Duration.ofDays(1));
        assertThatThrownBy(() -> approval.certify(number, "a", "", certifier("a"), null))
                .hasMessageContaining("张三已于11月4日 10:00");
    }

    @Test
    @DisplayName("只有本部门有相应角色的人能办；其他部门的人看不到这个事项")
    void rolesAndDepartments() {
        String number = cases.accept("a");
        assertThatThrownBy(() -> approval.review(number, "a", Recommendation.GRANT, "齐全", decider("a"), null))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> approval.review(number, "a", Recommendation.GRANT, "齐全", reviewer("b"), null))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> approval.deliver(
                        number, List.of("a"), Step.DELIVER, null, cases.receipt(number), reviewer("a")))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(steps(number)).containsOnly(entry("a", Step.REVIEW));
    }

    @Test
    @DisplayName("审查人不能自己作决定，部门系统账号除外")
    void fourEyes() {
        String number = cases.accept("a", "b");
        review(number, "a");
        Actor promoted = new Actor(reviewer("a").account(), "张三", Set.of(Role.DECIDER), "dep-a", null);
        assertThatThrownBy(() -> approval.grant(number, "a", "", promoted, null))
                .isInstanceOf(Problem.NotAllowed.class)
                .hasMessageContaining("审查人不能同时作决定");
        approval.review(number, "b", Recommendation.GRANT, "齐全", system("b"), null);
        approval.grant(number, "b", "", system("b"), null);
        assertThat(matter(number, "b").step()).isEqualTo(Step.CERTIFY);
    }

    @Test
    @DisplayName("同一账号用同一标识重复提交，得到第一次的结果，只办一次")
    void sameKeySameOutcome() {
        String number = cases.accept("a", "b");
        IdempotencyKey key = new IdempotencyKey("review-" + number);
        var first = approval.review(number, "a", Recommendation.GRANT, "齐全", system("a"), key);
        var again = approval.review(number, "a", Recommendation.GRANT, "齐全", system("a"), key);
        assertThat(again).isEqualTo(first);
        approval.sendBack(number, "a", Act.RETURN, "再看", decider("a"), null);
        assertThat(approval.review(number, "a", Recommendation.GRANT, "齐全", system("a"), key))
                .as("a late repetition isn't a second review")
                .isEqualTo(first);
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
        assertThatThrownBy(() -> approval.certify(number, "a", "", system("a"), key))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("Idempotency-Key");
    }

    @Test
    @DisplayName("申请人撤回：未决定的事项终结，已决定的照常送达")
    void withdrawn() {
        String number = cases.accept("a", "b<a", "c", "d");
        certify(number, "c");
        review(number, "d");
        IdempotencyKey key = new IdempotencyKey("withdraw-" + number);
        var written = approval.withdraw(number, "申请人不再需要。", CLERK, key);
        assertThat(written).extracting(HistoryEntry::item).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(steps(number))
                .containsOnly(
                        entry("a", Step.ENDED),
                        entry("b", Step.ENDED),
                        entry("c", Step.DELIVER),
                        entry("d", Step.ENDED));
        assertThat(approval.withdraw(number, "申请人不再需要。", CLERK, key)).isEqualTo(written);
        assertThatThrownBy(() -> approval.withdraw(number, "再撤", CLERK, null)).isInstanceOf(Problem.Conflict.class);
        String other = cases.accept("a");
        assertThatThrownBy(() -> approval.withdraw(other, "不办了", CLERK, key))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(number);
        deliver(number, "c");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("只撤回一个事项：等它的一并撤回，文书写明，其他照常办理；已经决定的撤不回，一项也不撤")
    void withdrawnSingly() {
        String number = cases.accept("a", "b<a", "c<b", "d", "e");
        certify(number, "d");
        assertThatThrownBy(() -> approval.withdraw(number, List.of("e", "d"), "不办了", CLERK, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("「" + matter(number, "d").itemName() + "」")
                .hasMessageContaining("其他的也没有撤回");
        assertThatThrownBy(() -> approval.withdraw(number, List.of("e", "x"), "不办了", CLERK, null))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("x");
        assertThatThrownBy(() -> approval.withdraw(number, List.of(), "不办了", CLERK, null))
                .isInstanceOf(Problem.InvalidInput.class);
        assertThat(matter(number, "e").step()).isEqualTo(Step.REVIEW);

        IdempotencyKey key = new IdempotencyKey("withdraw-a-" + number);
        var written = approval.withdraw(number, List.of("a"), "不办了", CLERK, key);
        assertThat(written).extracting(HistoryEntry::item).containsExactly("a", "b", "c");
        assertThat(written)
                .extracting(HistoryEntry::document)
                .containsOnly(written.get(0).document());
        assertThat(matter(number, "d").step()).isEqualTo(Step.DELIVER);
        assertThat(matter(number, "e").step()).isEqualTo(Step.REVIEW);
        approval.withdraw(number, List.of("e"), "也不办了", CLERK, null);
        assertThat(approval.withdraw(number, List.of("a"), "不办了", CLERK, key))
                .as("again, as the first time, without what was withdrawn since")
                .isEqualTo(written);
        deliver(number, "d");
        assertThat(statusOf(number)).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("全部撤回的办件当即办结，其他窗口的人不能撤回")
    void withdrawnWhole() {
        String number = cases.accept("a", "b<a");
        Actor elsewhere = new Actor("clerk2", "孙八", Set.of(Role.CLERK), "zwfw", "bdcjy");
        assertThatThrownBy(() -> approval.withdraw(number, "撤", elsewhere, null))
                .isInstanceOf(Problem.NotFound.class);
        approval.withdraw(number, "不办了", CLERK, null);
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThat(matter(number, "b").outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    @DisplayName("送达要么全部成立，要么一项也不成立，并说明哪一项还不能送达")
    void deliveredAllOrNone() {
        String number = cases.accept("a", "b");
        certify(number, "a");
        grant(number, "b");
        assertThatThrownBy(() -> deliver(number, "a", "b"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("「事项b」现在处于“制证”环节");
        assertThat(matter(number, "a").step()).isEqualTo(Step.DELIVER);
        deliver(number, "a");
        assertThatThrownBy(() -> deliver(number, "a"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(ISSUER.name());
    }

    @Test
    @DisplayName("每个动作都写入审计")
    void audited() {
        String number = cases.accept("a");
        certify(number, "a");
        deliver(number, "a");
        assertThat(jdbc.sql("select act from audit.entry where object = :number order by id")
                        .param("number", number)
                        .query(String.class)
                        .list())
                .containsExactly("matter.review", "matter.grant", "matter.certify", "matter.deliver");
    }
}
