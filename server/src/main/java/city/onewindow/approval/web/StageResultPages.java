package city.onewindow.approval.web;

import city.onewindow.approval.FoundResults;
import city.onewindow.approval.StageResults;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Intake;
import city.onewindow.kernel.Problem;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What earlier stages of a project issued, for the window that takes the next one in; the page of its materials has it in it. */
@Controller
@RequestMapping("/desk/{number}/earlier-results")
@PreAuthorize("hasRole('CLERK')")
class StageResultPages {

    private final StageResults results;
    private final Intake intake;

    StageResultPages(StageResults results, Intake intake) {
        this.results = results;
        this.intake = intake;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor) {
        FoundResults found = results.of(number, actor);
        return new ModelAndView(
                "approval/earlier-results", Map.of("number", number, "found", found, "isCase", isCase(number, actor)));
    }

    @PostMapping
    String take(
            @PathVariable String number,
            @RequestParam String material,
            @RequestParam String from,
            @RequestParam String item,
            Actor actor,
            RedirectAttributes after) {
        try {
            results.take(number, material, from, item, actor);
            after.addFlashAttribute("notice", Notice.success("已取用前阶段的结果，来源写在备注里，这份材料不用申请人再交。"));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return back(number, actor);
    }

    @PostMapping("/put-back")
    String putBack(@PathVariable String number, @RequestParam String material, Actor actor, RedirectAttributes after) {
        try {
            results.putBack(number, material, actor);
            after.addFlashAttribute("notice", Notice.info("不再取用前阶段的结果，请按其他方式收取这份材料。"));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return back(number, actor);
    }

    /** To the page that offered it: of a case that is its own, where what was deferred is handed in. */
    private String back(String number, Actor actor) {
        return "redirect:/desk/" + number + (isCase(number, actor) ? "" : "/materials");
    }

    private boolean isCase(String number, Actor actor) {
        return intake.dossier(number, actor).application().status() == ApplicationStatus.ACCEPTED;
    }
}
