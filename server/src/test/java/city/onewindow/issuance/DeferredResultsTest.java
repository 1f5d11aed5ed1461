package city.onewindow.issuance;

import static city.onewindow.approval.SampleCases.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.StartupCases;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.IdType;
import city.onewindow.intake.Intake;
import city.onewindow.intake.Reception;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("容缺受理的办件")
class DeferredResultsTest extends HouseTest {

    private static final Actor SYSTEM =
            SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);

    @Autowired
    private Intake intake;

    @Autowired
    private Reception reception;

    @Autowired
    private Catalogs catalogs;

    @Autowired
    private Approval approval;

    @Autowired
    private Issuance issuance;

    @Test
    @DisplayName("材料补齐之前结果不交付，并说明缺什么、到哪天；补齐后交付")
    void resultsWaitForDeferredMaterials() {
        StartupCases startups = new StartupCases(intake, reception, catalogs);
        String number = startups.acceptDeferred();
        assertThat(reception.openDeferrals(number)).isNotEmpty();
        String item = startups.item("企业设立登记(有限责任公司)");
        approval.review(number, item, Recommendation.GRANT, "齐全", SYSTEM, null);
        approval.grant(number, item, "", SYSTEM, null);
        approval.certify(number, item, "", SYSTEM, null);
        assertThatThrownBy(() -> handOver(number, item))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(reception.openDeferrals(number).get(0).material())
                .hasMessageContaining("2026-11-");
        startups.supply(number);
        assertThat(handOver(number, item).items()).containsExactly(item);
    }

    @Test
    @DisplayName("容缺受理的办件撤回后，不再等待补交")
    void aWithdrawnCaseWaitsForNothing() {
        StartupCases startups = new StartupCases(intake, reception, catalogs);
        String number = startups.acceptDeferred();
        assertThat(reception.openDeferrals(number)).isNotEmpty();
        approval.withdraw(number, "申请人不再需要。", StartupCases.CLERK, null);
        assertThat(reception.openDeferrals(number)).isEmpty();
        assertThat(intake.dossier(number, StartupCases.CLERK).deferred()).isEmpty();
        assertThat(intake.awaited(StartupCases.CLERK, null, 100).items())
                .extracting(ApplicationSummary::number)
                .doesNotContain(number);
    }

    private Handover handOver(String number, String item) {
        return issuance.handOver(
                number,
                List.of(item),
                new Taker("张示例", Relation.SELF, IdType.ID_CARD, "410311199001010001", ""),
                ISSUER,
                new IdempotencyKey(UUID.randomUUID().toString()));
    }
}
