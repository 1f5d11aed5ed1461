package city.onewindow.issuance;

import static city.onewindow.approval.SampleCases.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.AskedRuling;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Ruling;
import city.onewindow.approval.RulingActs;
import city.onewindow.approval.StartupCases;
import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.DayUnit;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Deferral;
import city.onewindow.intake.Deferrals;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("裁决以后，容缺的材料重新要求补交")
class DemandedAgainTest extends HouseTest {

    private static final Actor SYSTEM =
            SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);
    private static final Actor CLERK = SignedInAs.actor("clerk-sw", "scjg", "ssdj", Role.CLERK);
    private static final String SHOP = "个体工商户设立登记";
    private static final String FOOD = "食品经营许可(食品销售)";

    @Autowired
    private Approval approval;

    @Autowired
    private Issuance issuance;

    @Autowired
    private RulingActs rulings;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Calendar calendar;

    @Test
    @DisplayName("裁决登记时它的期限已经过了的：从登记之日起五个工作日，期满以前不能终止")
    void registeredLate() {
        String number = startups.acceptDeferred();
        String item = startups.item("企业设立登记(有限责任公司)");
        deny(number, item);
        handOver(number, item);
        assertThat(deferrals.open(number)).isEmpty();
        LocalDate reached = LocalDate.now(clock);
        forward(20);
        rule(number, item, reached, 2);
        LocalDate until = deferrals.open(number).get(0).until();
        assertThat(until).isEqualTo(workingDaysFromNow(5));
        clock.set(until.atTime(17, 0).atZone(clock.getZone()));
        assertThatThrownBy(() -> approval.lapse(number, StartupCases.CLERK, null))
                .isInstanceOf(Problem.Conflict.class);
        clock.set(until.plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        assertThat(approval.lapse(number, StartupCases.CLERK, null)).isNotEmpty();
    }

    @Test
    @DisplayName("裁决给的时间更长的，到裁决的期限为止")
    void longer() {
        String number = startups.acceptDeferred();
        String item = startups.item("企业设立登记(有限责任公司)");
        deny(number, item);
        handOver(number, item);
        rule(number, item, LocalDate.now(clock), 15);
        assertThat(deferrals.open(number)).extracting(Deferral::until).containsOnly(workingDaysFromNow(15));
    }

    @Test
    @DisplayName("同一办件里别的材料已经逾期、窗口还没有终止的：重新要求的也有五个工作日")
    void besideOverdue() {
        String number = startups.acceptDeferred(
                "开便利店(超市)一件事", Map.of("q_agent", "no", "q_food_sale_kind", "other", "q_sign_large", "yes"), CLERK);
        String shop = startups.item(SHOP);
        approval.review(number, shop, Recommendation.GRANT, "齐全", SYSTEM, null);
        approval.grant(number, shop, "", SYSTEM, null);
        approval.certify(number, shop, "92410300MA0000000X", SYSTEM, null);
        String food = startups.item(FOOD);
        deny(number, food);
        handOver(number, food);
        LocalDate before = deferrals.open(number).get(0).until();
        int kept = deferrals.open(number).size();
        forward(20);
        assertThat(before).isBefore(LocalDate.now(clock));
        rule(number, food, LocalDate.now(clock), 2);
        assertThat(deferrals.open(number))
                .hasSizeGreaterThan(kept)
                .extracting(Deferral::until)
                .containsOnly(workingDaysFromNow(5));
    }

    private void deny(String number, String item) {
        approval.review(number, item, Recommendation.DENY, "不符", SYSTEM, null);
        approval.deny(number, item, "不符合条件", "某法第二条", SYSTEM, null);
    }

    private void handOver(String number, String item) {
        issuance.handOver(
                number,
                List.of(item),
                new Taker("张示例", Relation.SELF, IdType.ID_CARD, "410311199001010001", ""),
                ISSUER,
                new IdempotencyKey(UUID.randomUUID().toString()));
    }

    private void rule(String number, String item, LocalDate reached, int days) {
        AskedRuling asked = new AskedRuling(
                RulingOrgan.REVIEW_ORGAN,
                "洛阳市人民政府",
                "洛政复决〔2026〕" + number + "号",
                reached,
                reached,
                Ruling.Kind.DECIDE_ANEW,
                "撤销，责令重新作出",
                "",
                false,
                days,
                DayUnit.WORKING);
        rulings.record(number, item, asked, SignedInAs.actor("scjg-decide", "scjg", null, Role.DECIDER), null);
    }

    private void forward(int days) {
        clock.set(LocalDate.now(clock).plusDays(days).atTime(9, 0).atZone(clock.getZone()));
    }

    private LocalDate workingDaysFromNow(int days) {
        return calendar.workingDays().plus(LocalDate.now(clock), days);
    }
}
