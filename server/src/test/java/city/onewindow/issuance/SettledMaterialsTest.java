package city.onewindow.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.HouseTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Deferrals;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("容缺的材料，事项不予后不再需要的")
class SettledMaterialsTest extends HouseTest {

    private static final Actor SYSTEM =
            SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);
    private static final Actor WINDOW_CLERK = SignedInAs.actor("clerk-sw", "scjg", "ssdj", Role.CLERK);
    private static final String SHOP = "个体工商户设立登记";
    private static final String FOOD = "食品经营许可(食品销售)";

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Approval approval;

    @Test
    @DisplayName("只为一个被不予的事项而缺的材料，窗口也不再列、不再收；别的照旧要补，撤回其余事项后都不再要")
    void aDeniedItemsMaterialIsAskedOfNobody() throws Exception {
        String number = startups.acceptDeferred(
                "开便利店(超市)一件事",
                Map.of("q_agent", "no", "q_food_sale_kind", "other", "q_sign_large", "yes"),
                WINDOW_CLERK);
        grantShop(number, startups.item(SHOP));
        List<MergedMaterial> others = deferred(number).stream()
                .filter(material -> !isNeededByFood(material))
                .toList();
        MergedMaterial unneeded = deferred(number).stream()
                .filter(SettledMaterialsTest::isNeededByFood)
                .findFirst()
                .orElseThrow();
        assertThat(others).isNotEmpty();

        String food = startups.item(FOOD);
        approval.review(number, food, Recommendation.DENY, "不符", SYSTEM, null);
        approval.deny(number, food, "不符合条件", "某法第二条", SYSTEM, null);
        assertThat(deferred(number)).isEqualTo(others);
        assertThat(deferrals.open(number)).hasSameSizeAs(others);
        mvc.perform(get("/desk/" + number).with(SignedInAs.of(WINDOW_CLERK)))
                .andExpect(content().string(containsString(others.get(0).name())))
                .andExpect(content().string(not(containsString(unneeded.name()))));
        assertThatThrownBy(() -> intake.check(number, Counter.seen(unneeded), WINDOW_CLERK))
                .isInstanceOf(Problem.InvalidInput.class);

        approval.withdraw(number, "申请人只要营业执照。", WINDOW_CLERK, null);
        assertThat(deferred(number)).isEmpty();
    }

    private List<MergedMaterial> deferred(String number) {
        return intake.dossier(number, WINDOW_CLERK).deferred();
    }

    private static boolean isNeededByFood(MergedMaterial material) {
        return material.reasons().stream().anyMatch(reason -> reason.item().equals(FOOD));
    }

    private void grantShop(String number, String item) {
        approval.review(number, item, Recommendation.GRANT, "齐全", SYSTEM, null);
        approval.grant(number, item, "", SYSTEM, null);
        approval.certify(number, item, "92410300MA0000000X", SYSTEM, null);
    }
}
