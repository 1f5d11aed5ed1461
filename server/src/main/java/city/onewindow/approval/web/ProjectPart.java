package city.onewindow.approval.web;

import city.onewindow.approval.ProjectView;
import city.onewindow.approval.Projects;
import city.onewindow.identity.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case's and a matter's page say of the project, if the case is of one. */
@Component
public class ProjectPart {

    private final Projects projects;

    ProjectPart(Projects projects) {
        this.projects = projects;
    }

    /** @param allowances given to let in the stage that the case is */
    public record Part(String code, String stage, List<AllowanceLine> allowances) {}

    /** Null for most cases. The reader has been shown the case, so he may see the project. */
    @Nullable
    Part of(String number, Actor actor) {
        return projects.ofCase(number)
                .map(code -> part(projects.project(code, actor), number))
                .orElse(null);
    }

    private static Part part(ProjectView project, String number) {
        return project.stages().stream()
                .filter(stage ->
                        stage.cases().stream().anyMatch(one -> one.number().equals(number)))
                .findFirst()
                .map(stage -> new Part(
                        project.code(),
                        "第 " + stage.stage().seq() + " 阶段",
                        stage.allowances().stream().map(AllowanceLine::of).toList()))
                .orElseGet(() -> new Part(project.code(), "", List.of()));
    }
}
