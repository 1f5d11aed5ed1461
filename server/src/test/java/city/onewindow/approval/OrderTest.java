package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.calendar.DayUnit;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("责令履行：正在办理的事项被裁决限期作出决定")
class OrderTest extends RulingHouseTest {

    @Test
    @DisplayName("环节和期限不变，发告知书，写明谁到哪一天前要作出决定；作出决定以后不再算，重新办理也不再算")
    void ordered() {
        String number = cases.accept("a", "b<a");
        Matter before = matter(number, "a");
        List<HistoryEntry> written = rule(number, "a", order("1", 30));
        assertThat(written)
                .extracting(HistoryEntry::act, HistoryEntry::from, HistoryEntry::to, HistoryEntry::ground)
                .containsExactly(tuple(Act.ORDER_DECISION, Step.REVIEW, Step.REVIEW, "行政复议法 第六十六条"));
        assertThat(matter(number, "a")).isEqualTo(before);
        assertThat(document(number, DocumentKind.RULING_NOTICE, "a").isRevoked())
                .isFalse();
        LocalDate last = due(number);
        assertThat(last)
                .isAfterOrEqualTo(now().toLocalDate().plusDays(30))
                .isBefore(now().toLocalDate().plusDays(40));
        assertThat(owedUntil(number)).containsExactly(last);

        review(number, "a");
        assertThat(owedUntil(number)).containsExactly(last);
        approval.deny(number, "a", "不符合条件。", "某法第二条", decider("a"), null);
        assertThat(door.matter(number, "a", decider("a")).rulings())
                .extracting(Ruling::kind, Ruling::outcome, Ruling::due)
                .containsExactly(tuple(Ruling.Kind.ORDERED, null, null));
        rule(number, "a", anew("2", null, null, false));
        assertThat(door.matter(number, "a", decider("a")).rulings())
                .extracting(Ruling::due)
                .containsOnlyNulls();
        assertThat(door.file(number, LifeActs.MANAGER).owed())
                .extracting(NextMove::until)
                .doesNotContain(last);
    }

    @Test
    @DisplayName("将到期发黄牌，过期发红牌，各一次；逾期的写明逾期；作出决定的不再发")
    void cards() {
        String number = cases.accept("a");
        rule(number, "a", order("1", 30));
        String decided = cases.accept("a");
        rule(decided, "a", order("2", 30));
        deny(decided, "a");
        LocalDate last = due(number);
        on(last);
        assertThat(orderCards(number)).containsExactly("0 ORDER_YELLOW");
        on(last.plusDays(1));
        on(last.plusDays(40));
        assertThat(orderCards(number)).containsExactly("0 ORDER_YELLOW", "0 ORDER_RED");
        assertThat(orderCards(decided)).isEmpty();
        assertThat(door.file(number, LifeActs.MANAGER).owed())
                .extracting(NextMove::overdue)
                .containsExactly(true);
    }

    @Test
    @DisplayName("过了最后一天才作出决定、才撤回的，巡查来得再晚也发牌，各一次；当天作出决定的只发黄牌")
    void decidedLateBeforeTheSweep() {
        String late = cases.accept("a");
        String withdrawn = cases.accept("a");
        String inTime = cases.accept("a");
        List.of(late, withdrawn, inTime).forEach(number -> rule(number, "a", order("1", 30)));
        LocalDate last = due(late);
        clock.set(last.atTime(10, 0).atZone(clock.getZone()));
        deny(inTime, "a");
        clock.set(last.plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        deny(late, "a");
        approval.withdraw(withdrawn, "不办了。", SampleCases.CLERK, null);
        on(last.plusDays(2));
        on(last.plusDays(3));
        assertThat(orderCards(late)).containsExactly("0 ORDER_YELLOW", "0 ORDER_RED");
        assertThat(orderCards(withdrawn)).containsExactly("0 ORDER_YELLOW", "0 ORDER_RED");
        assertThat(orderCards(inTime)).containsExactly("0 ORDER_YELLOW");
    }

    @Test
    @DisplayName("驳回请求、确认违法只登记；没有决定的不能撤销变更，已经决定的不能责令履行，等待前序的不能登记；要写期限")
    void whatCanBeRuled() {
        String number = cases.accept("a", "b<a");
        rule(number, "a", of(Ruling.Kind.UPHELD, "1", null, null, false));
        rule(number, "a", of(Ruling.Kind.UNLAWFUL, "2", null, null, false));
        assertThat(matter(number, "a").step()).isEqualTo(Step.REVIEW);
        assertThatThrownBy(() -> rule(number, "a", anew("3", null, null, false)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("审查");
        assertThatThrownBy(() -> rule(number, "a", of(Ruling.Kind.ORDERED, "3", null, null, false)))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("裁决确定了期限");
        assertThatThrownBy(() -> rule(number, "b", order("3", 5)))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("等待前序结果");
        assertThatThrownBy(() -> rulings.record(number, "a", order("3", 5), reviewer("a"), null))
                .isInstanceOf(Problem.NotAllowed.class);
        deny(number, "a");
        assertThatThrownBy(() -> rule(number, "a", order("3", 5)))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("已经有结果");
    }

    private AskedRuling order(String place, int days) {
        return of(Ruling.Kind.ORDERED, place, days, DayUnit.NATURAL, false);
    }

    private LocalDate due(String number) {
        return Objects.requireNonNull(
                        door.matter(number, "a", decider("a")).rulings().get(0).due())
                .toLocalDate();
    }

    private List<LocalDate> owedUntil(String number) {
        return door.file(number, LifeActs.MANAGER).owed().stream()
                .filter(move -> move.item().equals("a"))
                .map(NextMove::until)
                .toList();
    }

    private List<String> orderCards(String number) {
        return cardsOf(number).stream().filter(card -> card.contains("ORDER_")).toList();
    }

    private void on(LocalDate day) {
        LocalDateTime morning = day.atTime(9, 0);
        clock.set(morning.atZone(clock.getZone()));
        sweepOnce();
    }
}
