package city.onewindow.approval.web;

import city.onewindow.approval.Setbacks;
import city.onewindow.frame.Notice;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Results of earlier stages that hold no longer (前阶段结果变动), to which a department has yet to say something. */
@Controller
@PreAuthorize(SetbackPages.CALLERS)
class SetbackPages {

    static final String CALLERS = "hasAnyRole('REVIEWER', 'DECIDER', 'LEAD_DEPARTMENT')";

    private final Setbacks setbacks;
    private final SetbackPart part;

    SetbackPages(Setbacks setbacks, SetbackPart part) {
        this.setbacks = setbacks;
        this.part = part;
    }

    /** Leads to the list from where its readers begin their day; empty if nothing waits for the reader's department. */
    static Optional<Tab> tab(Setbacks setbacks, Actor actor) {
        long told = setbacks.count(actor);
        return told == 0 ? Optional.empty() : Optional.of(new Tab("前阶段结果变动", "/setbacks", told, false));
    }

    @GetMapping("/setbacks")
    ModelAndView list(Actor actor) {
        return new ModelAndView(
                "approval/setbacks",
                "rows",
                setbacks.open(actor).stream().map(one -> part.line(one, actor)).toList());
    }

    @PostMapping("/cases/{number}/setbacks/{id}")
    String answer(
            @PathVariable String number,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String answer,
            Actor actor,
            RedirectAttributes after) {
        try {
            setbacks.answer(number, id, answer, actor);
            after.addFlashAttribute("notice", Notice.success("已写明如何处理，牵头部门和各部门在办件页都能看到。"));
        } catch (Problem.InvalidInput wrong) {
            after.addFlashAttribute("notice", Notice.error(wrong.faults().get(0).message()));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return "redirect:/cases/" + number + "#setback-" + id;
    }
}
