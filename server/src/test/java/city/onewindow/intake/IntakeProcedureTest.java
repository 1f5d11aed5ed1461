package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("申请的状态图")
class IntakeProcedureTest {

    @Test
    @DisplayName("申请的每个动作在各处由同样的角色办理，每条边都有依据，没有走不到的状态")
    void edges() {
        List<IntakeProcedure.Edge> edges = IntakeProcedure.edges();
        // A ruling leads back to where the application was refused.
        assertThat(edges.stream()
                        .filter(edge -> edge.act() != IntakeAct.REOPEN)
                        .map(edge -> edge.from() + " " + edge.act()))
                .doesNotHaveDuplicates();
        assertThat(edges.stream().filter(edge -> edge.act() == IntakeAct.REOPEN).map(IntakeProcedure.Edge::to))
                .containsExactlyInAnyOrderElementsOf(edges.stream()
                        .filter(edge -> edge.act() == IntakeAct.REFUSE)
                        .map(IntakeProcedure.Edge::from)
                        .toList());
        assertThat(edges.stream().map(IntakeProcedure.Edge::act).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(IntakeAct.values());
        assertThat(edges.stream().map(IntakeProcedure.Edge::to).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ApplicationStatus.values());
        assertThat(edges).allSatisfy(edge -> assertThat(edge.ground()).isNotBlank());
    }
}
