package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.certifier;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("批量办理")
class TogetherTest extends ApprovalHouseTest {

    @Autowired
    private Together together;

    @Test
    @DisplayName("同一事项的几件一起审查、准予、制证，每件各有记录和文书；重发不会办两次")
    void eachOnItsOwn() {
        List<String> numbers = List.of(cases.accept("a"), cases.accept("a"), cases.accept("a"));
        IdempotencyKey key = new IdempotencyKey("together-review");
        for (int sent = 0; sent < 2; sent++) {
            assertThat(together.act("a", numbers, Act.REVIEW, "材料齐全。", reviewer("a"), key))
                    .extracting(Together.Done::refused)
                    .containsOnly("");
        }
        assertThat(together.act("a", numbers, Act.GRANT, "", decider("a"), new IdempotencyKey("together-grant")))
                .extracting(Together.Done::refused)
                .containsOnly("");
        together.act("a", numbers, Act.CERTIFY, "", certifier("a"), new IdempotencyKey("together-certify"));
        for (String number : numbers) {
            assertThat(matters.history(SampleCases.REGION, number))
                    .extracting(HistoryEntry::act)
                    .containsExactly(Act.OPEN, Act.REVIEW, Act.GRANT, Act.CERTIFY);
            assertThat(matter(number, "a").step()).isEqualTo(Step.DELIVER);
            assertThat(matters.history(SampleCases.REGION, number).get(2).document())
                    .isNotNull();
        }
    }

    @Test
    @DisplayName("证照一起制证，各有部门编的编号；缺一个编号的，一件也不办，缺的都说")
    void certificatesHaveTheirOwnNumbers() {
        String first = certifiable("licence1");
        String second = certifiable("licence1");
        IdempotencyKey key = new IdempotencyKey("together-numbers");
        assertThatThrownBy(() ->
                        together.act("licence1", List.of(first, second), Act.CERTIFY, "", certifier("licence1"), key))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/certificateNumbers/" + first, "/certificateNumbers/" + second));
        assertThat(matter(first, "licence1").step()).isEqualTo(Step.CERTIFY);
        together.certify("licence1", Map.of(first, "证 1 号", second, "证 2 号"), certifier("licence1"), key);
        assertThat(matter(first, "licence1").certificateNumber()).isEqualTo("证 1 号");
        assertThat(matter(second, "licence1").certificateNumber()).isEqualTo("证 2 号");
    }

    private String certifiable(String item) {
        String number = cases.accept(item);
        review(number, item);
        approval.grant(number, item, "", decider(item), null);
        return number;
    }

    @Test
    @DisplayName("有一件不能办的，说明原因，其他各件照办；建议不予的不批量准予")
    void refusedAlone() {
        String proposed = cases.accept("a");
        String doubted = cases.accept("a");
        String waiting = cases.accept("a");
        review(proposed, "a");
        approval.review(doubted, "a", Recommendation.DENY, "地址不符。", reviewer("a"), null);
        List<Together.Done> done = together.act(
                "a",
                List.of(doubted, proposed, waiting, "no-such-case"),
                Act.GRANT,
                "",
                decider("a"),
                new IdempotencyKey("together-mixed"));
        assertThat(done.get(0).refused()).contains("建议不予");
        assertThat(done.get(1).refused()).isEmpty();
        assertThat(done.get(2).refused()).contains("处于“审查”环节");
        assertThat(done.get(3).refused()).contains("没有找到");
        assertThat(matter(doubted, "a").step()).isEqualTo(Step.DECIDE);
        assertThat(matter(proposed, "a").outcome()).isEqualTo(Outcome.GRANTED);
    }

    @Test
    @DisplayName("不予、没有写审查意见、选得太多或没有选的，一件也不办")
    void nothingDone() {
        String number = cases.accept("a");
        IdempotencyKey key = new IdempotencyKey("together-wrong");
        assertThatThrownBy(() -> together.act("a", List.of(number), Act.DENY, "不行", decider("a"), key))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("逐件");
        assertThatThrownBy(() -> together.act("a", List.of(number), Act.REVIEW, " ", reviewer("a"), key))
                .isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> together.act("a", List.of(), Act.GRANT, "", decider("a"), key))
                .isInstanceOf(Problem.InvalidInput.class);
        List<String> tooMany =
                IntStream.rangeClosed(0, Together.MOST).mapToObj(n -> "T" + n).toList();
        assertThatThrownBy(() -> together.act("a", tooMany, Act.REVIEW, "齐全", reviewer("a"), key))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("50");
        assertThatThrownBy(() -> together.act("a", List.of(number), Act.REVIEW, "齐全", decider("a"), key))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThat(door.matter(number, "a", reviewer("a")).history())
                .extracting(HistoryEntry::act)
                .containsExactly(Act.OPEN);
    }
}
