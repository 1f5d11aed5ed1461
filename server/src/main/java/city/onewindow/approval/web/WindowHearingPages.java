package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Hearing;
import city.onewindow.approval.HearingRequests;
import city.onewindow.frame.Link;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a clerk writes down that somebody who came to his window asks for a hearing (听证), or waives it. */
@Controller
@RequestMapping("/cases/{number}/hearing/{item}")
@PreAuthorize("hasRole('CLERK')")
class WindowHearingPages {

    private final HearingRequests requests;
    private final Clock clock;

    WindowHearingPages(HearingRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String number,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable Act act,
            Actor actor) {
        // Whoever stands at the window asks today, unless his letter came before.
        return form(
                requests.atWindow(number, item, actor),
                number,
                item,
                TypedHearing.blank(act, LocalDate.now(clock)),
                List.of());
    }

    @PostMapping
    ModelAndView act(
            @PathVariable String number,
            @PathVariable String item,
            TypedHearing typed,
            Actor actor,
            RedirectAttributes after) {
        try {
            after.addFlashAttribute("notice", Notice.success(done(number, item, typed, actor)));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = form(requests.atWindow(number, item, actor), number, item, typed, wrong.faults());
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            return HearingPages.late(
                    late,
                    () -> form(requests.wasAtWindow(number, item, actor), number, item, typed, List.of()),
                    "redirect:/cases/" + number,
                    after);
        }
        return new ModelAndView("redirect:/cases/" + number);
    }

    private String done(String number, String item, TypedHearing typed, Actor actor) {
        IdempotencyKey key = new IdempotencyKey(TypedAct.text(typed.key()));
        if (typed.act() == Act.WAIVE_HEARING) {
            requests.waive(number, item, typed.waiver(), TypedAct.text(typed.reason()), actor, key);
            return "已登记放弃听证，办理部门看得到。";
        }
        requests.ask(number, item, TypedAct.day(TypedAct.text(typed.on())), typed.party(), actor, key);
        return "已登记听证申请，办理部门看得到，由它通知听证的日期和地点。";
    }

    private ModelAndView form(
            HearingRequests.AtWindow open, String number, String item, TypedHearing typed, List<Fault> faults) {
        Hearing hearing = open.hearing();
        boolean waives = typed.act() == Act.WAIVE_HEARING || !open.mayAsk();
        Act act = waives ? Act.WAIVE_HEARING : Act.ASK_HEARING;
        String path = path(number, item);
        return new ModelAndView("approval/hearing")
                .addObject("action", path)
                .addObject("trail", List.of(new Link("办件 " + number, "/cases/" + number)))
                .addObject("itemName", open.itemName())
                .addObject("act", act)
                .addObject(
                        "others",
                        waives && open.mayAsk()
                                ? List.of(new Link(Act.ASK_HEARING.term(), path))
                                : waives
                                        ? List.of()
                                        : List.of(new Link(Act.WAIVE_HEARING.term(), path + "?act=WAIVE_HEARING")))
                .addObject("key", TypedAct.text(typed.key()))
                .addObject("errors", HearingPages.errors(faults))
                .addObject(
                        "fields",
                        waives
                                ? HearingForms.waiver(hearing, typed, faults)
                                : HearingForms.request(hearing, typed, faults));
    }

    static String path(String number, String item) {
        return "/cases/" + number + "/hearing/" + item;
    }
}
