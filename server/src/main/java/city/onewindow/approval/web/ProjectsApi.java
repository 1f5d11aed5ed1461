package city.onewindow.approval.web;

import city.onewindow.approval.Allowance;
import city.onewindow.approval.AskedAllowance;
import city.onewindow.approval.ProjectView;
import city.onewindow.approval.Projects;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Projects over HTTP: their stages, and what is allowed to one of them. */
@RestController
@RequestMapping("/api/projects/{code}")
class ProjectsApi {

    private final Projects projects;

    ProjectsApi(Projects projects) {
        this.projects = projects;
    }

    /**
     * @param stage code of the one-thing that shall be let in
     * @param items codes of what is missing for it
     * @param kind PARTIAL_START: the stage after it asks for them again; WAIVER: nobody does
     */
    record NewAllowance(
            @Nullable String stage,
            @Nullable List<String> items,
            Allowance.@Nullable Kind kind,
            @Nullable String reason,
            @Nullable String ground) {}

    record AllowanceTaking(@Nullable String reason) {}

    /** The stages of a project, their cases, and what is missing for each; who may see it is checked against the project. */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    ProjectView show(@PathVariable String code, Actor actor) {
        return projects.project(code, actor);
    }

    /** Lets the project into a stage although these items aren't granted: by the lead department of the stage's window. */
    @PostMapping("/allowances")
    @PreAuthorize("hasRole('LEAD_DEPARTMENT')")
    ProjectView allow(
            @PathVariable String code,
            @RequestBody NewAllowance asked,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        List<String> items = asked.items();
        return projects.allow(
                code,
                new AskedAllowance(
                        MattersApi.text(asked.stage()),
                        items == null ? List.of() : items,
                        asked.kind(),
                        MattersApi.text(asked.reason()),
                        MattersApi.text(asked.ground())),
                actor,
                new IdempotencyKey(key));
    }

    /** Takes back what was allowed, as long as nothing was accepted on it: by the lead department of the stage's window. */
    @PostMapping("/allowances/{id}/take-back")
    @PreAuthorize("hasRole('LEAD_DEPARTMENT')")
    ProjectView takeBack(
            @PathVariable String code,
            @PathVariable long id,
            @RequestBody AllowanceTaking taking,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return projects.takeBack(code, id, MattersApi.text(taking.reason()), actor, new IdempotencyKey(key));
    }
}
