package city.onewindow.approval.web;

import city.onewindow.approval.Allowance;
import city.onewindow.approval.AskedAllowance;
import city.onewindow.approval.ProjectView;
import city.onewindow.approval.Projects;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A project: its stages and their cases, what is missing for the next, and what its lead department allows. */
@Controller
@RequestMapping("/projects/{code}")
@PreAuthorize("isAuthenticated()")
class ProjectPages {

    private final Projects projects;
    private final Catalogs catalogs;

    ProjectPages(Projects projects, Catalogs catalogs) {
        this.projects = projects;
        this.catalogs = catalogs;
    }

    /**
     * @param stage for which to show the form of an allowance; empty for none
     * @param takeBack id of the allowance that shall be taken back; none if null
     */
    @GetMapping
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(required = false) @Nullable Long takeBack,
            Actor actor) {
        ProjectView project = projects.project(code, actor);
        String key = UUID.randomUUID().toString();
        AskedAllowance nothing = new AskedAllowance(stage, List.of(), null, "", "");
        return page(
                project,
                takeBack == null
                        ? AllowanceForm.allowing(project, nothing, key, List.of())
                        : AllowanceForm.takingBack(project, takeBack, "", key, List.of()));
    }

    @PostMapping("/allowances")
    @PreAuthorize("hasRole('LEAD_DEPARTMENT')")
    ModelAndView allow(
            @PathVariable String code,
            @RequestParam String stage,
            @RequestParam(required = false) @Nullable List<String> items,
            @RequestParam(required = false) Allowance.@Nullable Kind kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam String key,
            Actor actor,
            RedirectAttributes after) {
        AskedAllowance asked = new AskedAllowance(stage, items == null ? List.of() : items, kind, reason, ground);
        try {
            projects.allow(code, asked, actor, new IdempotencyKey(key));
            after.addFlashAttribute("notice", Notice.success("已记录，受理窗口和各部门在项目页和办件页都能看到。"));
        } catch (Problem.InvalidInput wrong) {
            ProjectView project = projects.project(code, actor);
            return again(project, AllowanceForm.allowing(project, asked, key, wrong.faults()));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/projects/" + code);
    }

    @PostMapping("/allowances/{id}/take-back")
    @PreAuthorize("hasRole('LEAD_DEPARTMENT')")
    ModelAndView takeBack(
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String key,
            Actor actor,
            RedirectAttributes after) {
        try {
            projects.takeBack(code, id, reason, actor, new IdempotencyKey(key));
            after.addFlashAttribute("notice", Notice.success("已收回。该事项准予以后，或者重新准许以后，才能受理。"));
        } catch (Problem.InvalidInput wrong) {
            ProjectView project = projects.project(code, actor);
            return again(project, AllowanceForm.takingBack(project, id, reason, key, wrong.faults()));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/projects/" + code);
    }

    private ModelAndView again(ProjectView project, @Nullable AllowanceForm form) {
        ModelAndView again = page(project, form);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(ProjectView project, @Nullable AllowanceForm form) {
        return new ModelAndView(
                "approval/project",
                "view",
                ProjectPageView.of(project, form, catalogs.current().content()::departmentName));
    }
}
