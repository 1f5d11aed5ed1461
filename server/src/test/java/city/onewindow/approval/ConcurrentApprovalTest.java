package city.onewindow.approval;

import static city.onewindow.AtOnce.together;
import static city.onewindow.approval.SampleCases.ISSUER;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("同时办理")
class ConcurrentApprovalTest extends ApprovalHouseTest {

    @RepeatedTest(10)
    @DisplayName("两人同时决定同一事项，只有一人成功，另一人被告知")
    void twoDecidersOneMatter() throws Exception {
        String number = cases.accept("a", "b<a");
        review(number, "a");
        Actor other = new Actor("decider-2", "周九", Set.of(Role.DECIDER), "dep-a", null);
        List<Object> outcomes = together(
                () -> approval.grant(number, "a", "", decider("a"), null),
                () -> approval.deny(number, "a", "不符", "某法第二条", other, null));
        assertThat(outcomes).filteredOn(List.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Problem.Conflict.class::isInstance).hasSize(1);
        Outcome outcome = matter(number, "a").outcome();
        assertThat(matter(number, "b").step()).isEqualTo(outcome == Outcome.GRANTED ? Step.REVIEW : Step.ENDED);
        assertThat(acts(number, "a")).hasSize(3);
    }

    @RepeatedTest(10)
    @DisplayName("多个前序事项同时准予，后续事项恰好开始一次")
    void predecessorsGrantedAtOnce() throws Exception {
        String number = cases.accept("a", "b", "c", "d", "e<a,b,c,d", "f<a,b,c,d");
        List<Callable<Object>> grants = new ArrayList<>();
        for (String item : List.of("a", "b", "c", "d")) {
            review(number, item);
            grants.add(() -> approval.grant(number, item, "", decider(item), null));
        }
        assertThat(together(grants)).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(List.class));
        assertThat(acts(number, "e")).containsExactly(Act.OPEN);
        assertThat(acts(number, "f")).containsExactly(Act.OPEN);
        assertThat(matter(number, "e").step()).isEqualTo(Step.REVIEW);
        assertThat(matter(number, "e").clock()).isNotNull();
    }

    @RepeatedTest(10)
    @DisplayName("一个前序准予、另一个不予、申请人同时撤回：不死锁，每个事项恰好终结一次，计数不错")
    void grantDenyAndWithdrawAtOnce() throws Exception {
        String number = cases.accept("a", "b", "c<a,b", "d<c", "e<b", "f");
        review(number, "a");
        review(number, "b");
        List<Object> outcomes = together(
                () -> approval.grant(number, "a", "", decider("a"), null),
                () -> approval.deny(number, "b", "不符", "某法第二条", decider("b"), null),
                () -> approval.withdraw(number, "不办了", SampleCases.CLERK, null));
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOfAny(List.class, Problem.Conflict.class));
        for (String item : List.of("c", "d", "e", "f")) {
            assertThat(matter(number, item).step()).isEqualTo(Step.ENDED);
            assertThat(acts(number, item))
                    .filteredOn(act -> act == Act.TERMINATE || act == Act.WITHDRAW)
                    .hasSize(1);
        }
        assertThat(unended(number)).isEqualTo(running(number));
    }

    @RepeatedTest(10)
    @DisplayName("最后两个结果同时送达，办件恰好办结一次；同一结果不会送达两次")
    void deliveredAtOnce() throws Exception {
        String number = cases.accept("a", "b");
        certify(number, "a");
        certify(number, "b");
        List<Object> outcomes = together(
                () -> approval.deliver(number, List.of("a"), Step.DELIVER, null, cases.receipt(number), ISSUER),
                () -> approval.deliver(number, List.of("b"), Step.DELIVER, null, cases.receipt(number), ISSUER),
                () -> approval.deliver(number, List.of("b", "a"), Step.DELIVER, null, cases.receipt(number), ISSUER));
        assertThat(outcomes).anySatisfy(outcome -> assertThat(outcome).isInstanceOf(Problem.Conflict.class));
        assertThat(steps(number)).containsOnly(entry("a", Step.ENDED), entry("b", Step.ENDED));
        assertThat(acts(number, "a")).filteredOn(act -> act == Act.DELIVER).hasSize(1);
        assertThat(acts(number, "b")).filteredOn(act -> act == Act.DELIVER).hasSize(1);
        assertThat(statusOf(number)).isEqualTo("CLOSED");
        assertThat(unended(number)).isZero();
    }

    @Test
    @DisplayName("同一提交同时发来多次，只办一次，每次都得到同一结果")
    void sameKeyAtOnce() throws Exception {
        String number = cases.accept("a");
        IdempotencyKey key = new IdempotencyKey("at-once-" + number);
        Callable<Object> submit = () -> approval.review(number, "a", Recommendation.GRANT, "齐全", system("a"), key);
        List<Object> outcomes = together(List.of(submit, submit, submit, submit));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isEqualTo(outcomes.get(0)));
        assertThat(acts(number, "a")).containsExactly(Act.OPEN, Act.REVIEW);
    }

    private List<Act> acts(String number, String item) {
        return matters.history(SampleCases.REGION, number).stream()
                .filter(entry -> entry.item().equals(item))
                .map(HistoryEntry::act)
                .toList();
    }

    private int unended(String number) {
        return jdbc.sql("select unended from approval.case_file where number = :number")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private int running(String number) {
        return (int) steps(number).values().stream()
                .filter(step -> step != Step.ENDED)
                .count();
    }
}
