package city.onewindow.approval;

import static city.onewindow.intake.Counter.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.AskedRefusalRuling;
import city.onewindow.intake.Counter;
import city.onewindow.intake.OrderedAnswer;
import city.onewindow.intake.OrderedAnswers;
import city.onewindow.intake.Reception;
import city.onewindow.intake.Refusal;
import city.onewindow.intake.RefusalRuling;
import city.onewindow.intake.RefusalRulings;
import city.onewindow.intake.RulingOrgan;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("裁决确定的受理期限")
class AnswerCardsTest extends ApprovalHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private RefusalRulings rulings;

    @Autowired
    private OrderedAnswers ordered;

    @Autowired
    private Reception reception;

    @Autowired
    private Cards cards;

    @Test
    @DisplayName("过了还没有答复的发一次红牌，归受理窗口；没过的、按期受理的不发")
    void missed() {
        String number = ordered();
        sweepOnce();
        assertThat(reds(number)).isZero();
        assertThat(ordered.owed(MANAGER)).extracting(OrderedAnswer::number).contains(number);
        clock.forward(Duration.ofDays(2));
        sweepOnce();
        sweepOnce();
        assertThat(reds(number)).isEqualTo(1);
        reception.accept(number, null, CLERK);
        sweepOnce();
        assertThat(reds(number)).isEqualTo(1);
        assertThat(ordered.owed(MANAGER)).extracting(OrderedAnswer::number).doesNotContain(number);
        assertThat(cards.list(null, 100, MANAGER).items())
                .filteredOn(card -> card.number().equals(number) && card.kind() == Card.Kind.ANSWER_RED)
                .extracting(Card::department)
                .containsExactly((String) null);
        assertThat(cards.list(null, 100, SampleCases.ISSUER).items())
                .as("no business of the issuing window")
                .noneMatch(card -> card.kind() == Card.Kind.ANSWER_RED);

        String inTime = ordered();
        reception.accept(inTime, null, CLERK);
        clock.forward(Duration.ofDays(2));
        sweepOnce();
        assertThat(reds(inTime)).isZero();
    }

    @Test
    @DisplayName("两次巡查之间晚答复的，照发")
    void answeredBetweenTheSweeps() {
        String number = ordered();
        clock.forward(Duration.ofDays(2));
        reception.accept(number, null, CLERK);
        sweepOnce();
        assertThat(reds(number)).isEqualTo(1);
    }

    @Test
    @DisplayName("责令受理的，一次性告知不算受理；期限过了才登记裁决的，窗口没有误期")
    void orderedToAccept() {
        String late = refused();
        clock.forward(Duration.ofDays(10));
        rule(late, LocalDate.now(clock).minusDays(5), LocalDate.now(clock).minusDays(2));
        String told = refused("ARTICLES");
        rule(told, LocalDate.now(clock), LocalDate.now(clock).plusDays(1));
        reception.notifyOnce(told, CLERK, null);
        clock.forward(Duration.ofDays(2));
        sweepOnce();
        assertThat(reds(told)).isEqualTo(1);
        assertThat(reds(late)).isZero();
    }

    /** To be accepted by tomorrow. */
    private String ordered() {
        String number = refused();
        rule(number, LocalDate.now(clock), LocalDate.now(clock).plusDays(1));
        return number;
    }

    private String refused(String... lacking) {
        String number = Counter.number(new Counter(intake, catalogs).checkedBut(lacking));
        reception.refuse(number, new Refusal("依法不需要取得行政许可。", "行政许可法第三十二条第一款第一项", ""), CLERK, null);
        return number;
    }

    private void rule(String number, LocalDate came, LocalDate until) {
        rulings.record(
                number,
                new AskedRefusalRuling(
                        RulingOrgan.COURT, "人民法院", number, came, came, RefusalRuling.Kind.ORDERED, "责令受理", "", until),
                MANAGER,
                null);
    }

    private int reds(String number) {
        return jdbc.sql("select count(*) from approval.card where number = :number and kind = 'ANSWER_RED'")
                .param("number", number)
                .query(Integer.class)
                .single();
    }
}
