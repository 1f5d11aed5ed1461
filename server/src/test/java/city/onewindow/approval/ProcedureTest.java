package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Chain;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审批流程图")
class ProcedureTest {

    @Test
    @DisplayName("从任一环节都能走到办结，办结之后只凭复议、诉讼裁决回来")
    void everyStepLeadsToTheEnd() {
        for (Step step : Step.values()) {
            assertThat(reachable(step)).contains(Step.ENDED);
        }
        assertThat(Procedure.from(Step.ENDED))
                .filteredOn(edge -> !edge.act().isOfRuling() && edge.act() != Act.AWAIT_AGAIN)
                .extracting(Procedure.Edge::to)
                .containsOnly(Step.ENDED);
    }

    @Test
    @DisplayName("在同一种办理环节里，同一环节的同一动作只有一个去处（恢复准予的回到撤销时所在的环节，撤回听证申请的看还有没有别人申请），同一动作在各处由同样的角色办理，每条边都有依据")
    void edgesAreUnambiguous() {
        List<Procedure.Edge> edges = Procedure.edges();
        for (Chain chain : Chain.values()) {
            assertThat(edges.stream()
                            .filter(edge -> edge.chains().contains(chain))
                            .map(edge -> edge.from() + " " + edge.act()
                                    + (edge.act() == Act.RESTORE || edge.act() == Act.WAIVE_HEARING
                                            ? " " + edge.to()
                                            : "")))
                    .doesNotHaveDuplicates();
        }
        assertThat(edges).allSatisfy(edge -> {
            assertThat(edge.ground()).isNotBlank();
            assertThat(edge.roles()).isEqualTo(Procedure.roles(edge.act()));
        });
        assertThat(edges.stream().map(Procedure.Edge::act).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Act.values());
    }

    private static Set<Step> reachable(Step from) {
        Set<Step> found = EnumSet.of(from);
        while (found.addAll(found.stream()
                .flatMap(step -> Procedure.from(step).stream())
                .map(Procedure.Edge::to)
                .toList())) {}
        return found;
    }
}
