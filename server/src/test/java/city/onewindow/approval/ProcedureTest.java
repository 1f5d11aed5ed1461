package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.notice.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审批流程图")
class ProcedureTest {

    private static final Path DRAWING = Path.of("..", "docs", "approval-graph.md");

    @Test
    @DisplayName("从任一环节都能走到办结，办结之后再无去处")
    void everyStepLeadsToTheEnd() {
        for (Step step : Step.values()) {
            assertThat(reachable(step)).contains(Step.ENDED);
        }
        assertThat(Procedure.from(Step.ENDED)).isEmpty();
    }

    @Test
    @DisplayName("同一环节的同一动作只有一个去处，同一动作在各处由同样的角色办理，每条边都有依据")
    void edgesAreUnambiguous() {
        List<Procedure.Edge> edges = Procedure.edges();
        assertThat(edges.stream().map(edge -> edge.from() + " " + edge.act())).doesNotHaveDuplicates();
        assertThat(edges).allSatisfy(edge -> {
            assertThat(edge.ground()).isNotBlank();
            assertThat(edge.roles()).isEqualTo(Procedure.roles(edge.act()));
        });
        assertThat(edges.stream().map(Procedure.Edge::act).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Act.values());
    }

    @Test
    @DisplayName("docs/approval-graph.md 画的就是这张图")
    void drawing() throws IOException {
        String drawn = draw();
        String before = Files.exists(DRAWING) ? Files.readString(DRAWING) : "";
        if (!drawn.equals(before)) {
            Files.createDirectories(DRAWING.getParent());
            Files.writeString(DRAWING, drawn);
        }
        assertThat(before)
                .as("docs/approval-graph.md is now redrawn; look at it and commit it")
                .isEqualTo(drawn);
    }

    private static Set<Step> reachable(Step from) {
        Set<Step> found = EnumSet.of(from);
        while (found.addAll(found.stream()
                .flatMap(step -> Procedure.from(step).stream())
                .map(Procedure.Edge::to)
                .toList())) {}
        return found;
    }

    private static String title(Procedure.Edge edge) {
        DocumentKind gives = edge.gives();
        return gives == null ? "" : gives.title();
    }

    private static String draw() {
        StringBuilder page = new StringBuilder();
        page.append("# What may happen to a matter\n\n");
        page.append("Drawn by ProcedureTest from approval/Procedure.java; what is no edge here can't happen.\n\n");
        page.append("```mermaid\nstateDiagram-v2\n");
        Arrays.stream(Step.values()).forEach(step -> page.append("    %s: %s %s\n".formatted(step, step.term(), step)));
        page.append("    [*] --> WAITING: 有前序事项\n    [*] --> REVIEW: 无前序事项\n");
        Procedure.edges()
                .forEach(edge -> page.append("    %s --> %s: %s %s\n"
                        .formatted(edge.from(), edge.to(), edge.act().term(), edge.act())));
        page.append("    ENDED --> [*]\n```\n\n");
        page.append("| from | act | to | who | ground | document |\n|---|---|---|---|---|---|\n");
        Procedure.edges()
                .forEach(edge -> page.append("| %s %s | %s %s | %s %s | %s | %s | %s |\n"
                        .formatted(
                                edge.from().term(),
                                edge.from(),
                                edge.act().term(),
                                edge.act(),
                                edge.to().term(),
                                edge.to(),
                                edge.roles().isEmpty()
                                        ? "follows by itself"
                                        : edge.roles().stream()
                                                .map(Enum::name)
                                                .sorted()
                                                .collect(Collectors.joining(", ")),
                                edge.ground(),
                                title(edge))));
        return page.toString();
    }
}
