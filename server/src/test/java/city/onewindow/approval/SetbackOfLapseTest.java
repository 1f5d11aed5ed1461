package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Deferral;
import city.onewindow.intake.Deferrals;
import city.onewindow.intake.StagedApplications;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("容缺材料逾期未补交，前阶段的准予随之终止：后面阶段一样知道")
class SetbackOfLapseTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Setbacks setbacks;

    @Autowired
    private Approval approval;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Matters matters;

    @Test
    @DisplayName("每项准予告知一次，写明是逾期未补交、缺什么；再办一次不再告知；没有准予的不告知；后面的什么也不终止")
    void told() {
        StagedCases cases = new StagedCases(house, transaction, clock);
        StagedApplications window = new StagedApplications(house);
        cases.grantAll(cases.accept(1));
        String second = window.acceptedDeferring(2, cases.project());
        cases.grantAll(second);
        String third = cases.accept(3);
        List<Matter> before = matters.ofCase(SampleCases.REGION, third);
        Deferral awaited = deferrals.open(second).get(0);
        clock.set(awaited.until().plusDays(1).atTime(9, 0).atZone(clock.getZone()));

        IdempotencyKey key = new IdempotencyKey("lapse-" + second);
        List<String> lapsed = approval.lapse(second, window.clerk(), key).stream()
                .map(HistoryEntry::item)
                .toList();
        approval.lapse(second, window.clerk(), key);

        assertThat(matters.ofCase(SampleCases.REGION, third)).isEqualTo(before);
        List<Setback> all = setbacks.ofCase(third, MANAGER);
        assertThat(all)
                .filteredOn(one -> one.department().equals(StagedCases.LEAD.department()))
                .extracting(Setback::fallenItem)
                .as("what needs it, and nothing else of the stage")
                .containsExactlyInAnyOrderElementsOf(lapsed);
        assertThat(cases.needed(2)).containsAll(lapsed).hasSizeGreaterThan(lapsed.size());
        assertThat(all)
                .extracting(Setback::said)
                .allSatisfy(said ->
                        assertThat(said).contains(second, "不再有效", "逾期未补交", awaited.material(), "法律没有规定后续事项因此自动失效"));
        assertThat(matters.history(SampleCases.REGION, third))
                .filteredOn(entry -> entry.act() == Act.LEARN_OF_REVOCATION)
                .allSatisfy(entry -> assertThat(entry.opinion()).contains("逾期未补交"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("没有准予就终止的，没有人以它为前提，不告知")
    void neverGranted() {
        StagedCases cases = new StagedCases(house, transaction, clock);
        StagedApplications window = new StagedApplications(house);
        cases.grantAll(cases.accept(1));
        String second = window.acceptedDeferring(2, cases.project());
        String fourth = cases.acceptBySilence(4);
        clock.set(deferrals.open(second).get(0).until().plusDays(1).atTime(9, 0).atZone(clock.getZone()));
        approval.lapse(second, window.clerk(), null);
        assertThat(setbacks.ofCase(fourth, MANAGER)).isEmpty();
    }
}
