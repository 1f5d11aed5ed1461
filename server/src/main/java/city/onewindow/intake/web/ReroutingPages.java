package city.onewindow.intake.web;

import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Rerouted;
import city.onewindow.intake.ReroutedAll;
import city.onewindow.intake.Rerouting;
import city.onewindow.kernel.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 转窗口, from the overview that shows what lies at a closed window. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class ReroutingPages {

    private static final String OVERVIEW = "redirect:/overview";

    private final Rerouting rerouting;

    ReroutingPages(Rerouting rerouting) {
        this.rerouting = rerouting;
    }

    @PostMapping("/pre-reviews/{number}/window")
    String one(@PathVariable String number, @RequestParam String window, RedirectAttributes redirect, Actor actor) {
        try {
            Rerouted moved = rerouting.one(number, window, actor, null);
            redirect.addFlashAttribute("notice", Notice.success("申请 " + number + " 已转到" + moved.toName() + "，由那里答复。"));
        } catch (Problem refused) {
            redirect.addFlashAttribute("notice", Notice.refused(refused));
        }
        return OVERVIEW;
    }

    @PostMapping("/pre-reviews/windows/{closed}")
    String all(@PathVariable String closed, RedirectAttributes redirect, Actor actor) {
        try {
            redirect.addFlashAttribute("notice", told(rerouting.allOf(closed, actor, null)));
        } catch (Problem refused) {
            redirect.addFlashAttribute("notice", Notice.refused(refused));
        }
        return OVERVIEW;
    }

    private static Notice told(ReroutedAll done) {
        String moved = "已转走 " + done.moved().size() + " 件，由受理这些事的窗口办。";
        if (!done.changed().isEmpty()) {
            return Notice.warning(moved + "刚刚有人办过、没有转的：" + String.join("、", done.changed()) + "。还在下面的，请再转一次。");
        }
        return done.moved().isEmpty() ? Notice.warning("没有转走的：没有窗口受理这些事。请恢复窗口，或者联系申请人。") : Notice.success(moved);
    }
}
