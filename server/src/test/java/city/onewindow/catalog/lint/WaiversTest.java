package city.onewindow.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.audit.Audit;
import city.onewindow.audit.AuditEntry;
import city.onewindow.audit.AuditQuery;
import city.onewindow.catalog.ImportHouse;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@DisplayName("豁免")
class WaiversTest extends HouseTest {

    private static final String REASON = "收费依据正在由省发改委修订，九月底前补上";
    private static final Actor LIAISON = SignedInAs.actor("gaj-liaison", "gaj", null, Role.LIAISON);
    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    private ImportHouse house;
    private Waivers waivers;
    private Quality quality;

    @BeforeEach
    void open(@Autowired Environment settings) {
        house = ImportHouse.open(jdbc, settings);
        waivers = house.bean(Waivers.class);
        quality = house.bean(Quality.class);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Finding finding(boolean oneThing, String what) {
        return new Finding(
                Rule.FEE_WITHOUT_GROUND, oneThing, "居住证申领", "gaj", "items.csv", "", "fee_basis", what, "写依据");
    }

    @Test
    @DisplayName("写明原因豁免，发现就分到另一边；撤销后又回来；两次都有审计")
    void waivedAndRevoked() {
        Finding finding = finding(false, "收费“10元”没有写依据");
        Finding other = finding(false, "收费“20元”没有写依据");
        Waiver waiver = waivers.waive(finding, "  " + REASON + " ", LIAISON);
        assertThat(waiver.reason()).isEqualTo(REASON);
        Judged judged = Judged.of(List.of(finding, other), waivers.holding());
        assertThat(judged.open()).containsExactly(other);
        assertThat(judged.waived()).containsExactly(new Judged.Waived(finding, waiver));
        assertThat(judged.openErrors()).containsExactly(other);

        waivers.revoke(finding.key(), MANAGER);
        assertThat(Judged.of(List.of(finding, other), waivers.holding()).open()).containsExactly(finding, other);
        assertThatThrownBy(() -> waivers.revoke(finding.key(), MANAGER)).isInstanceOf(Problem.NotFound.class);
        assertThat(waivers.waive(finding, REASON, MANAGER).who()).isEqualTo("manager");
        assertThat(house.bean(Audit.class)
                        .search(new AuditQuery(null, null, "居住证申领", null, null), 10, null)
                        .items())
                .extracting(AuditEntry::act)
                .containsExactly("finding.waive", "finding.revoke-waiver", "finding.waive");
    }

    @Test
    @DisplayName("原因说不清楚的不行，不归自己的不行")
    void whoMayAndWhy() {
        Finding finding = finding(false, "收费“30元”没有写依据");
        assertThatThrownBy(() -> waivers.waive(finding, "确有原因", LIAISON))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("10 至 500 字");
        Actor stranger = SignedInAs.actor("scjg-liaison", "scjg", null, Role.LIAISON);
        Actor reviewer = SignedInAs.actor("gaj-review", "gaj", null, Role.REVIEWER);
        Actor lead = SignedInAs.actor("lead-gaj", "gaj", null, Role.LEAD_DEPARTMENT);
        for (Actor actor : List.of(stranger, reviewer, lead)) {
            assertThatThrownBy(() -> waivers.waive(finding, REASON, actor)).isInstanceOf(Problem.NotAllowed.class);
        }
        Finding ofErrand = finding(true, "收费“30元”没有写依据");
        assertThatThrownBy(() -> waivers.waive(ofErrand, REASON, LIAISON)).isInstanceOf(Problem.NotAllowed.class);
        assertThat(waivers.holding()).isEmpty();
        waivers.waive(ofErrand, REASON, lead);
        assertThatThrownBy(() -> waivers.revoke(ofErrand.key(), LIAISON)).isInstanceOf(Problem.NotAllowed.class);
        assertThat(waivers.holding()).hasSize(1);
    }

    @Test
    @DisplayName("同一个人再说一遍不变；别人已经豁免的，告诉是谁、为什么")
    void twice() {
        Finding finding = finding(false, "收费“40元”没有写依据");
        Waiver first = waivers.waive(finding, REASON, LIAISON);
        assertThat(waivers.waive(finding, REASON, LIAISON)).isEqualTo(first);
        assertThatThrownBy(() -> waivers.waive(finding, "中心认为可以这样收，另有文件", MANAGER))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("gaj-liaison")
                .hasMessageContaining(REASON);
        assertThat(waivers.holding()).containsExactly(first);
    }

    @Test
    @DisplayName("质量报告：按现行目录，豁免随时生效，没有目录时是空的")
    void report() {
        assertThat(quality.report().judged().open()).isEmpty();
        house.catalogs().importShipped();
        List<Finding> open = quality.report().judged().open();
        assertThat(open).isEqualTo(Linter.lint(house.catalogs().current().content()));
        Finding finding = open.get(0);
        waivers.waive(finding, REASON, MANAGER);
        assertThat(quality.report().judged().open()).hasSize(open.size() - 1).doesNotContain(finding);
        assertThat(quality.report().judged().waived())
                .extracting(Judged.Waived::finding)
                .containsExactly(finding);
    }
}
