package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are accepted on Wednesday, 4 November 2026; the fifth working day after that is Wednesday, the 11th. */
@DisplayName("按技术标准检测的，过了五个工作日没有指派两名以上工作人员的，发红牌")
class TechnicalCardsTest extends RulingHouseTest {

    private static final String IN_TIME = "2026-11-11T20:00";
    private static final String LATE = "2026-11-12T08:00";

    @Autowired
    private Cards cards;

    @Autowired
    private ClockActs acts;

    @Test
    @DisplayName("最后一天过了才发，写明做什么；再巡查、后来才指派，都不再发")
    void once() {
        String number = tested();
        at(IN_TIME);
        assertThat(raised(number)).isEmpty();
        at(LATE);
        assertThat(raised(number)).singleElement().satisfies(card -> {
            assertThat(card.due()).isEqualTo("2026-11-11T17:00");
            assertThat(card.what()).isEqualTo("指派两名以上工作人员");
            assertThat(card.department()).isEqualTo("dep-a");
        });
        send(number, SpecialProcedure.Kind.TESTING);
        assertThat(raised(number)).hasSize(1);
    }

    @Test
    @DisplayName("按时指派、按时审查的不发；巡查来得再晚也一样")
    void inTime() {
        String sent = tested();
        String reviewed = tested();
        String plain = cases.accept("a");
        at(IN_TIME);
        send(sent, SpecialProcedure.Kind.TESTING);
        review(reviewed, "a");
        at(LATE);
        assertThat(raised(sent)).isEmpty();
        assertThat(raised(reviewed)).isEmpty();
        assertThat(raised(plain)).isEmpty();
        approval.sendBack(reviewed, "a", Act.RETURN, "请补充说明。", decider("a"), null);
        assertThat(raised(reviewed)).isEmpty();
    }

    @Test
    @DisplayName("过了才指派、才审查、才撤回的，巡查来得再晚也发；别的特别程序不是指派")
    void lateActs() {
        List<String> late = List.of(tested(), tested(), tested());
        String elsewhere = tested();
        send(elsewhere, SpecialProcedure.Kind.EXPERT_REVIEW);
        at(LATE);
        send(late.get(0), SpecialProcedure.Kind.TESTING);
        review(late.get(1), "a");
        approval.withdraw(late.get(2), "不办了", SampleCases.CLERK, null);
        assertThat(late).allSatisfy(number -> assertThat(raised(number)).hasSize(1));
        assertThat(raised(elsewhere)).hasSize(1);
    }

    @Test
    @DisplayName("专家评审、移送途中撤回的，没有人误期")
    void endedElsewhere() {
        String inReview = tested();
        send(inReview, SpecialProcedure.Kind.EXPERT_REVIEW);
        at(IN_TIME);
        approval.withdraw(inReview, "不办了", SampleCases.CLERK, null);
        at(LATE);
        assertThat(raised(inReview)).isEmpty();
    }

    @Test
    @DisplayName("裁决变更为准予、撤销不责令重作的，没有什么要指派；责令重作的，从头再算")
    void afterRulings() {
        String changed = deniedTested();
        String setAside = tested();
        certify(setAside, "a");
        deliver(setAside, "a");
        String anew = deniedTested();
        at("2026-11-05T08:00");
        rule(changed, "a", of(Ruling.Kind.CHANGED_TO_GRANT, "91", null, null, false));
        rule(setAside, "a", of(Ruling.Kind.SET_ASIDE, "92", null, null, false));
        rule(anew, "a", anew("93", null, null, false));
        at("2026-11-13T08:00");
        assertThat(raised(changed)).isEmpty();
        assertThat(raised(setAside)).isEmpty();
        assertThat(raised(anew)).hasSize(1);
    }

    private String deniedTested() {
        String number = tested();
        deny(number, "a");
        deliver(number, "a");
        return number;
    }

    private String tested() {
        String number = cases.accept("a");
        jdbc.sql("update approval.matter set technical_check = 'TESTING' where number = :number")
                .param("number", number)
                .update();
        return number;
    }

    private void send(String number, SpecialProcedure.Kind kind) {
        acts.suspend(
                number,
                "a",
                new AskedProcedure(kind, "需要检测。", "市检测中心", "张三、李四", LocalDate.parse("2026-11-20")),
                reviewer("a"),
                null);
    }

    private void at(String hour) {
        clock.set(LocalDateTime.parse(hour).atZone(clock.getZone()));
    }

    private List<Card> raised(String number) {
        sweepOnce();
        return cards.list(null, 300, decider("a")).items().stream()
                .filter(card -> card.number().equals(number) && card.kind() == Card.Kind.TECHNICAL_RED)
                .toList();
    }
}
