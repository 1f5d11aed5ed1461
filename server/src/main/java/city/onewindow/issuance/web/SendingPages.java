package city.onewindow.issuance.web;

import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.issuance.Sendings;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 寄出、公告: what was sent is written down, and what came back. */
@Controller
@RequestMapping("/issuing/{number}/sending")
@PreAuthorize("hasRole('ISSUING_CLERK')")
class SendingPages {

    private final Issuance issuance;
    private final Sendings sendings;
    private final Clock clock;

    SendingPages(Issuance issuance, Sendings sendings, Clock clock) {
        this.issuance = issuance;
        this.sendings = sendings;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, Actor actor) {
        return page(number, null, null, List.of(), actor);
    }

    @PostMapping
    ModelAndView send(@PathVariable String number, SendingForm form, Actor actor, RedirectAttributes after) {
        try {
            sendings.send(number, form.chosen(), form.shown(), form.sending(), actor, key(form));
            after.addFlashAttribute("notice", Notice.success("已登记寄出、公告。收到回执、公告期满以后，在这里登记送达。"));
            return new ModelAndView("redirect:/issuing/" + number);
        } catch (Problem.InvalidInput | Problem.Conflict refused) {
            return refused(page(number, form, null, faults(refused), actor), refused);
        }
    }

    @PostMapping("/back")
    ModelAndView comeBack(@PathVariable String number, SendingForm form, Actor actor, RedirectAttributes after) {
        try {
            sendings.comeBack(number, form.chosen(), HandoversApi.text(form.why()), actor, key(form));
            after.addFlashAttribute("notice", Notice.success("已登记退件，结果又在窗口，可以再送达。"));
            return new ModelAndView("redirect:/issuing/" + number);
        } catch (Problem.InvalidInput | Problem.Conflict refused) {
            return refused(page(number, null, form, faults(refused), actor), refused);
        }
    }

    private static IdempotencyKey key(SendingForm form) {
        return new IdempotencyKey(HandoversApi.text(form.key()));
    }

    private static List<Fault> faults(Problem refused) {
        return refused instanceof Problem.InvalidInput wrong ? wrong.faults() : List.of();
    }

    /** On the same page, with what was typed still there. */
    private static ModelAndView refused(ModelAndView page, Problem refused) {
        if (refused instanceof Problem.InvalidInput) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        } else {
            page.setStatus(HttpStatus.CONFLICT);
            page.addObject("notice", Notice.error(String.valueOf(refused.getMessage())));
        }
        return page;
    }

    /**
     * @param sent as typed; null as if nothing was
     * @param back the same of what came back
     */
    private ModelAndView page(
            String number, @Nullable SendingForm sent, @Nullable SendingForm back, List<Fault> faults, Actor actor) {
        ReadyCase ready = issuance.ready(number, actor);
        SendingForm sending = sent == null ? SendingForm.blank(ready, LocalDate.now(clock)) : sent;
        SendingForm returned = back == null ? SendingForm.back(ready) : back;
        List<Field> fields = ready.ready().isEmpty()
                ? List.of()
                : SendingFields.of(ready, issuance.toShow(number, actor), sending, back == null ? faults : List.of());
        List<Field> backFields = ready.sent().isEmpty()
                ? List.of()
                : SendingFields.back(ready, returned, back == null ? List.of() : faults);
        return new ModelAndView("issuance/sending")
                .addObject("number", number)
                .addObject("caseTitle", ready.file().title())
                .addObject("fields", fields)
                .addObject("back", backFields)
                .addObject("key", HandoversApi.text(sending.key()))
                .addObject("backKey", HandoversApi.text(returned.key()))
                .addObject(
                        "errors",
                        faults.stream()
                                .map(fault -> new Link(fault.message(), anchor(fault, back != null)))
                                .toList());
    }

    private static String anchor(Fault fault, boolean back) {
        String name = HandoverFields.name(fault);
        return back && name.equals("items") ? "#back-items" : "#f-" + name;
    }
}
