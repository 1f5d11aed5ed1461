package city.onewindow.approval;

import static city.onewindow.AtOnce.together;
import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import city.onewindow.calendar.DayUnit;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("复议、诉讼结果：同时、重复、不能登记的，和它的时钟")
class RulingRaceTest extends RulingHouseTest {

    @Autowired
    private Sweep sweep;

    @Test
    @DisplayName("重新办理的时钟自己发牌，期限不再延长；从前的牌还在")
    void cardsOfItsOwn() {
        String number = denied();
        String other = cases.accept("a");
        clock.forward(Duration.ofDays(60));
        sweep.sweep();
        assertThat(cardsOf(other)).containsExactly("0 YELLOW", "0 RED", "0 STATUTORY");
        deny(other, "a");
        deliver(other, "a");
        rule(other, "a", anew("1", 5, DayUnit.WORKING, false));
        assertThat(door.matter(other, "a", reviewer("a")).next())
                .extracting(edge -> edge.act())
                .doesNotContain(Act.ASK_EXTENSION);
        clock.forward(Duration.ofDays(30));
        sweep.sweep();
        sweep.sweep();
        assertThat(cardsOf(other))
                .containsExactly("0 YELLOW", "0 RED", "0 STATUTORY", "1 YELLOW", "1 RED", "1 STATUTORY");
        assertThat(cardsOf(number)).isEmpty();
    }

    @Test
    @DisplayName("什么不能登记：没决定的、别的部门的、因前序终止的、日期不对的、缺这缺那的")
    void refused() {
        String number = cases.accept("a", "b<a");
        assertThatThrownBy(() -> rule(number, "a", anew("1", null, null, false)))
                .isInstanceOf(Problem.Conflict.class);
        deny(number, "a");
        deliver(number, "a");
        assertThatThrownBy(() -> rule(number, "b", anew("1", null, null, false)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("前序事项上登记");
        assertThatThrownBy(() -> rulings.record(number, "a", anew("1", null, null, false), decider("b"), null))
                .isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> rulings.record(number, "a", anew("1", null, null, false), reviewer("a"), null))
                .isInstanceOf(Problem.NotAllowed.class);
        AskedRuling empty = new AskedRuling(null, null, null, null, null, null, null, null, false, 5, DayUnit.WORKING);
        assertThatThrownBy(() -> rule(number, "a", empty))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .extracting(fault -> fault.pointer())
                                .contains(
                                        "/organ",
                                        "/organName",
                                        "/document",
                                        "/dated",
                                        "/reachedOn",
                                        "/kind",
                                        "/rules"));
        LocalDate before = now().toLocalDate().minusDays(3);
        AskedRuling early = new AskedRuling(
                RulingOrgan.COURT, "某法院", "1", before, before, Ruling.Kind.UPHELD, "驳回", "", false, null, null);
        assertThatThrownBy(() -> rule(number, "a", early)).isInstanceOf(Problem.InvalidInput.class);
        assertThat(steps(number)).containsOnly(entry("a", Step.ENDED), entry("b", Step.ENDED));
    }

    @RepeatedTest(5)
    @DisplayName("两人同时登记撤销和变更：只有一个作数")
    void twoAtOnce() throws Exception {
        String number = denied();
        List<Object> outcomes = together(
                () -> rule(number, "a", anew("1", null, null, false)),
                () -> rule(number, "a", of(Ruling.Kind.CHANGED_TO_GRANT, "2", null, null, false)));
        assertThat(outcomes).filteredOn(List.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Problem.Conflict.class::isInstance).hasSize(1);
        assertThat(door.matter(number, "a", decider("a")).rulings()).hasSize(1);
    }

    @RepeatedTest(5)
    @DisplayName("一个前序重新办理、另一个前序准予或不予，同时：后续不会永远等下去，也不会没有希望还在等")
    void reopenedWhileTheOtherIsDecided() throws Exception {
        for (boolean grants : List.of(true, false)) {
            String number = cases.accept("a", "x", "c<a,x");
            deny(number, "a");
            deliver(number, "a");
            review(number, "x");
            together(
                    () -> rule(number, "a", anew("1", null, null, false)),
                    () -> grants
                            ? approval.grant(number, "x", "", decider("x"), null)
                            : approval.deny(number, "x", "不符合", "某法第二条", decider("x"), null));
            review(number, "a");
            approval.grant(number, "a", "", another("a"), null);
            assertThat(matter(number, "c").step()).isEqualTo(grants ? Step.REVIEW : Step.ENDED);
        }
    }

    @Test
    @DisplayName("同一次提交发两遍，只登记一次")
    void sentTwice() {
        String number = denied();
        IdempotencyKey key = new IdempotencyKey("ruling-" + number);
        AskedRuling asked = anew("1", null, null, false);
        List<HistoryEntry> first = rulings.record(number, "a", asked, decider("a"), key);
        assertThat(rulings.record(number, "a", asked, decider("a"), key)).containsExactly(first.get(0));
    }
}
