package city.onewindow.approval.web;

import city.onewindow.approval.HandingOver;
import city.onewindow.approval.Slip;
import city.onewindow.approval.Slips;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case's paper: where it is, and where the window hands it to departments or back to the applicant, and these hand it back. */
@Controller
@PreAuthorize(SlipPages.CALLERS)
class CaseSlipPages {

    private final HandingOver handing;
    private final Slips slips;
    private final CaseSlipsViews views;
    private final Catalogs catalogs;

    CaseSlipPages(HandingOver handing, Slips slips, CaseSlipsViews views, Catalogs catalogs) {
        this.handing = handing;
        this.slips = slips;
        this.views = views;
        this.catalogs = catalogs;
    }

    @GetMapping("/cases/{number}/slips")
    ModelAndView show(@PathVariable String number, Actor actor) {
        return page(number, TypedHanding.NONE, actor);
    }

    private ModelAndView page(String number, TypedHanding typed, Actor actor) {
        return new ModelAndView("approval/case-slips", "view", views.of(number, typed, actor));
    }

    @PostMapping("/cases/{number}/slips/{department}")
    ModelAndView hand(
            @PathVariable String number,
            @PathVariable String department,
            @RequestParam String key,
            HttpServletRequest request,
            RedirectAttributes after,
            Actor actor) {
        TypedHanding typed = TypedHanding.of(request, department);
        String name = catalogs.current().content().departmentName(department);
        return made(
                number,
                typed,
                () -> handing.hand(number, department, typed.ticked(), actor, new IdempotencyKey(key)),
                "已移交" + name + "，等对方接收。请打印流转单，随材料一起送。",
                after,
                actor);
    }

    @PostMapping("/cases/{number}/give-back")
    ModelAndView giveBack(
            @PathVariable String number,
            @RequestParam String key,
            HttpServletRequest request,
            RedirectAttributes after,
            Actor actor) {
        TypedHanding typed = TypedHanding.of(request, CaseSlipsViews.APPLICANT);
        return made(
                number,
                typed,
                () -> handing.giveBack(number, typed.ticked(), typed.reason(), actor, new IdempotencyKey(key)),
                "请打印流转单，申请人清点、签字后记下签收。",
                after,
                actor);
    }

    @PostMapping("/slips/{id}/hand-back")
    ModelAndView handBack(
            @PathVariable long id,
            @RequestParam String key,
            HttpServletRequest request,
            RedirectAttributes after,
            Actor actor) {
        TypedHanding typed = TypedHanding.of(request, String.valueOf(id));
        return made(
                slips.one(id, actor).number(),
                typed,
                () -> handing.handBack(id, typed.ticked(), typed.reason(), actor, new IdempotencyKey(key)),
                "已移回，等窗口接收。请打印流转单，随材料一起送。",
                after,
                actor);
    }

    private ModelAndView made(
            String number, TypedHanding typed, Supplier<Slip> act, String done, RedirectAttributes after, Actor actor) {
        try {
            Slip made = act.get();
            after.addFlashAttribute("notice", Notice.success(done));
            return new ModelAndView("redirect:/slips/" + made.id());
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = page(number, typed.wrong(wrong.faults()), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
            return new ModelAndView("redirect:/cases/" + number + "/slips");
        }
    }
}
