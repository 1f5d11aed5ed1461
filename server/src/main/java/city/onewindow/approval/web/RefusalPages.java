package city.onewindow.approval.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.RefusalRuling;
import city.onewindow.intake.RefusalRulings;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentLinks;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A refused application as the centre sees it, where rulings (复议、诉讼结果) on the refusal are written down. */
@Controller
@RequestMapping("/refusals/{number}")
@PreAuthorize("hasRole('MANAGER')")
class RefusalPages {

    static final String PATH = "/refusals/";

    private final RefusalRulings rulings;
    private final Catalogs catalogs;

    RefusalPages(RefusalRulings rulings, Catalogs catalogs) {
        this.rulings = rulings;
        this.catalogs = catalogs;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor) {
        return page(number, TypedRefusalRuling.blank(), List.of(), actor);
    }

    @PostMapping
    ModelAndView record(@PathVariable String number, TypedRefusalRuling typed, Actor actor, RedirectAttributes after) {
        try {
            rulings.record(number, typed.asked(), actor, new IdempotencyKey(TypedAct.text(typed.key())));
            after.addFlashAttribute("notice", Notice.success("已登记复议、诉讼结果。"));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = page(number, typed, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:" + PATH + number);
    }

    private ModelAndView page(String number, TypedRefusalRuling typed, List<Fault> faults, Actor actor) {
        RefusalRulings.Refused refused = rulings.refused(number, actor);
        String window = catalogs.current().content().windowName(refused.window());
        return new ModelAndView("approval/refusal")
                .addObject("number", number)
                .addObject("title", refused.title())
                .addObject("status", refused.status().words())
                .addObject("facts", List.of(new Fact("申请人", refused.applicant()), new Fact("受理窗口", window)))
                .addObject(
                        "documents",
                        refused.documents().stream().map(DocumentLinks::of).toList())
                .addObject("rulings", RulingLine.of(refused))
                .addObject("mayRule", refused.mayRule())
                .addObject("key", TypedAct.text(typed.key()))
                .addObject("errors", ActForm.errors(faults))
                .addObject("fields", fields(typed, faults));
    }

    private static List<Field> fields(TypedRefusalRuling typed, List<Fault> faults) {
        Field until = Field.date("until", "裁决确定的受理期限（没有确定的不填）")
                .value(typed.until())
                .hint("最后一天；撤销、责令受理的才填。五个工作日照算，先到的为准。")
                .error(ActForm.error("until", faults));
        return Stream.concat(
                        RulingFields.of(typed.asked().paper(), kinds(), typed.kind(), faults).stream(),
                        Stream.of(until))
                .toList();
    }

    private static List<Choice> kinds() {
        return Arrays.stream(RefusalRuling.Kind.values())
                .map(one -> new Choice(one.name(), one.term(), RulingLine.grounds(one::ground)))
                .toList();
    }
}
