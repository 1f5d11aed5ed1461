package city.onewindow.approval.web;

import city.onewindow.approval.DeclarationByApplicant;
import city.onewindow.approval.Matter;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.UUID;
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

/** Where a clerk writes down that the applicant who came to his window takes his declaration (告知承诺) back. */
@Controller
@RequestMapping("/cases/{number}/declaration/{item}")
@PreAuthorize("hasRole('CLERK')")
class WindowDeclarationPages {

    private final DeclarationByApplicant declarations;

    WindowDeclarationPages(DeclarationByApplicant declarations) {
        this.declarations = declarations;
    }

    @GetMapping
    ModelAndView form(@PathVariable String number, @PathVariable String item, Actor actor) {
        return form(number, item, "", UUID.randomUUID().toString(), List.of(), actor);
    }

    @PostMapping
    ModelAndView takeBack(
            @PathVariable String number,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam String key,
            Actor actor,
            RedirectAttributes after) {
        try {
            declarations.takeBack(number, item, reason, actor, new IdempotencyKey(key));
            after.addFlashAttribute("notice", Notice.success("已登记撤回承诺，按一般程序办理，承诺替代的材料请申请人补交。"));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = form(number, item, reason, key, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            return HearingPages.late(
                    late, () -> form(number, item, reason, key, List.of(), actor), "redirect:/cases/" + number, after);
        }
        return new ModelAndView("redirect:/cases/" + number);
    }

    private ModelAndView form(String number, String item, String reason, String key, List<Fault> faults, Actor actor) {
        Matter matter = declarations.one(number, item, actor);
        return new ModelAndView("approval/take-back-declaration")
                .addObject("action", path(number, item))
                .addObject("trail", List.of(new Link("办件 " + number, "/cases/" + number)))
                .addObject("itemName", matter.itemName())
                .addObject("key", key)
                .addObject("errors", HearingPages.errors(faults))
                .addObject(
                        "reason",
                        Field.area("reason", "撤回承诺的理由")
                                .value(reason)
                                .required()
                                .hint("写明申请人何时、怎样提出，例如：申请人当天到窗口书面提出。")
                                .error(ActForm.error("reason", faults)));
    }

    static String path(String number, String item) {
        return "/cases/" + number + "/declaration/" + item;
    }
}
