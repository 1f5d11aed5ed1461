package city.onewindow.approval;

import static city.onewindow.approval.StagedCases.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Stage;
import city.onewindow.catalog.content.ContentRows;
import city.onewindow.intake.StagedApplications;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("项目分阶段：后来撤回的、改了要求的")
class ProjectChangesTest extends HouseTest {

    @Autowired
    private Projects projects;

    private StagedCases cases;

    @BeforeEach
    void aProject() {
        cases = new StagedCases(house, transaction, clock);
    }

    @Test
    @DisplayName("整件撤回的，等于没有申请过：前面的不算已经开始，撤回的事项也不再挡后面的")
    void withdrawn() {
        String first = cases.accept(1);
        withdraw(first);
        assertThat(catchThrowableOfType(Problem.InvalidInput.class, () -> cases.accept(2))
                        .faults())
                .hasSameSizeAs(cases.needed(1));
        assertThat(projects.project(cases.project(), LEAD).stages().get(1).missing())
                .hasSameSizeAs(cases.needed(1));
        cases.grantAll(cases.accept(1));
        String wrong = cases.accept(2);
        withdraw(wrong);
        cases.grantAll(
                cases.accept(Errand.of(cases.catalog, cases.oneThing(2), Map.of("q_civil_building", "no")), "clerk"));
        assertThat(projects.project(cases.project(), LEAD).stages().get(2).missing())
                .isEmpty();
        cases.accept(3);
    }

    @Test
    @DisplayName("只撤回了一个事项、其他照常办理的：后面的阶段仍然要它，写明已撤回")
    void withdrawnSingly() {
        cases.grantAll(cases.accept(1));
        String second = cases.accept(2);
        String item = cases.needed(2).get(0);
        house.getBean(Approval.class)
                .withdraw(second, List.of(item), "先不办。", new StagedApplications(house).clerk(), null);
        assertThat(projects.project(cases.project(), LEAD).stages().get(2).missing())
                .filteredOn(missing -> missing.item().equals(item))
                .singleElement()
                .satisfies(missing -> assertThat(missing.outcome()).isEqualTo(Outcome.WITHDRAWN));
        assertThat(catchThrowableOfType(Problem.InvalidInput.class, () -> cases.accept(3))
                        .faults())
                .hasSameSizeAs(cases.needed(2));
    }

    @Test
    @DisplayName("阶段的要求改了以后，受理和项目页一样，都按现在的要求，不按申请表那一版的")
    void oneEdition() {
        String only = "企业投资项目备案";
        assertThat(cases.catalog.stages().grantedFirst(cases.stage(1)))
                .noneMatch(item -> item.name().equals(only));
        try {
            stage(only);
            Problem.InvalidInput refused = catchThrowableOfType(Problem.InvalidInput.class, () -> cases.accept(2));
            assertThat(refused.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.message()).contains(only));
            assertThat(projects.project(cases.project(), LEAD).stages().get(1).missing())
                    .extracting(MissingItem::itemName)
                    .containsExactly(only);
        } finally {
            stage(String.join("|", cases.stage(1).grantedFirst()));
        }
    }

    /** Publishes what of the first stage must be granted before the second. */
    private void stage(String grantedFirst) {
        Stage first = cases.stage(1);
        Map<String, String> row = Map.of(
                "one_thing",
                first.oneThing(),
                "project_kind",
                first.projectKind(),
                "seq",
                String.valueOf(first.seq()),
                "granted_first",
                grantedFirst);
        catalogs.publish(new ContentRows("import", Map.of("stages.csv", List.of(row)), List.of()), "admin", next -> {});
    }

    private void withdraw(String number) {
        jdbc.sql("update approval.matter set outcome = 'WITHDRAWN', step = 'ENDED' where number = :number")
                .param("number", number)
                .update();
    }
}
