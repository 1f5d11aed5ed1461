package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Hearing;
import city.onewindow.approval.HearingRequests;
import city.onewindow.approval.Hearings;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.Procedure;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Link;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
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

/** 听证 of a matter: where it is told, asked for, called and recorded. */
@Controller
@RequestMapping("/matters/{number}/{item}/hearing")
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD')")
class HearingPages {

    private final Hearings hearings;
    private final HearingRequests requests;
    private final Cases cases;
    private final Clock clock;

    HearingPages(Hearings hearings, HearingRequests requests, Cases cases, Clock clock) {
        this.hearings = hearings;
        this.requests = requests;
        this.cases = cases;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView form(
            @PathVariable String number,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable Act act,
            Actor actor) {
        return form(number, item, TypedHearing.blank(act, null), List.of(), null, actor);
    }

    @PostMapping
    ModelAndView act(
            @PathVariable String number,
            @PathVariable String item,
            TypedHearing typed,
            Actor actor,
            RedirectAttributes after) {
        try {
            Act done = walk(number, item, typed, actor);
            after.addFlashAttribute("notice", Notice.success("已办理“" + done.term() + "”。"));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = form(number, item, typed, wrong.faults(), null, actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            return late(
                    late,
                    () -> form(number, item, typed, List.of(), late, actor),
                    "redirect:/matters/" + number + "/" + item,
                    after);
        }
        return new ModelAndView("redirect:/matters/" + number + "/" + item);
    }

    private Act walk(String number, String item, TypedHearing typed, Actor actor) {
        Act act = typed.act();
        IdempotencyKey key = new IdempotencyKey(TypedAct.text(typed.key()));
        String reason = TypedAct.text(typed.reason());
        if (act == Act.TELL_HEARING) {
            hearings.tell(
                    number, item, reason, typed.parties(), TypedAct.day(TypedAct.text(typed.askUntil())), actor, key);
        } else if (act == Act.ASK_HEARING) {
            requests.ask(number, item, TypedAct.day(TypedAct.text(typed.on())), typed.party(), actor, key);
        } else if (act == Act.WAIVE_HEARING) {
            requests.waive(number, item, typed.waiver(), reason, actor, key);
        } else if (act == Act.CALL_HEARING) {
            hearings.call(number, item, typed.session(), reason, typed.parties(), actor, key);
        } else if (act == Act.RECORD_HEARING) {
            hearings.record(number, item, typed.record(), actor, key);
        } else {
            throw new Problem.Conflict("请选择听证的哪一步。");
        }
        return act;
    }

    /** @param late what refused what was typed, which is then shown though it can't be done any more: a record is long */
    private ModelAndView form(
            String number,
            String item,
            TypedHearing typed,
            List<Fault> faults,
            Problem.@Nullable Conflict late,
            Actor actor) {
        MatterView view = cases.matter(number, item, actor);
        List<Act> open = open(view);
        Act wanted = typed.act();
        boolean shown = late != null && wanted != null && wanted.isOfHearing();
        if (open.isEmpty() && !shown) {
            throw new Problem.Conflict(
                    "「" + view.matter().itemName() + "」现在不能由您办理听证：听证在审查环节由有“审查”权限的人员办理。请回到事项页查看最新情况。");
        }
        Act act = wanted != null && (shown || open.contains(wanted)) ? wanted : open.get(0);
        // Who asks, and who doesn't any more, is chosen by name.
        List<Hearing> all = act == Act.ASK_HEARING || act == Act.WAIVE_HEARING
                ? cases.hearings(number, item, actor)
                : view.hearings();
        Hearing concerned = Hearing.concerned(all, act, LocalDate.now(clock)).orElse(null);
        List<Choice> presiders = hearings.presiders(view.matter(), actor).stream()
                .map(one -> new Choice(one.name(), one.details().displayName()))
                .toList();
        return new ModelAndView("approval/hearing")
                .addObject("action", path(number, item))
                .addObject(
                        "trail",
                        List.of(
                                new Link("办件 " + number, "/cases/" + number),
                                new Link(view.matter().itemName(), "/matters/" + number + "/" + item)))
                .addObject("itemName", view.matter().itemName())
                .addObject("act", act)
                .addObject(
                        "others",
                        open.stream()
                                .filter(one -> one != act)
                                .map(one -> new Link(one.term(), path(number, item) + "?act=" + one))
                                .toList())
                .addObject("key", TypedAct.text(typed.key()))
                .addObject("errors", errors(faults))
                .addObject(
                        "fields",
                        HearingForms.of(
                                act, concerned, view.matter(), LocalDateTime.now(clock), presiders, typed, faults));
    }

    /**
     * The form again, with what was typed and the conflict's message; where even the form can't be drawn any more, the message alone.
     *
     * @param elsewhere where to then
     */
    static ModelAndView late(
            Problem.Conflict late, Supplier<ModelAndView> form, String elsewhere, RedirectAttributes after) {
        Notice told = Notice.error(String.valueOf(late.getMessage()));
        try {
            ModelAndView again = form.get();
            again.setStatus(HttpStatus.CONFLICT);
            return again.addObject("notice", told);
        } catch (Problem.Conflict | Problem.NotFound gone) {
            after.addFlashAttribute("notice", told);
            return new ModelAndView(elsewhere);
        }
    }

    static List<Link> errors(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new Link(fault.message(), "#f-" + field(fault)))
                .toList();
    }

    private static String field(Fault fault) {
        String name = fault.pointer().substring(1);
        return name.equals("at") ? "day" : name;
    }

    /** What the reader may do of it; what comes next first. */
    private static List<Act> open(MatterView view) {
        List<Act> open = view.next().stream()
                .map(Procedure.Edge::act)
                .filter(Act::isOfHearing)
                .distinct()
                .toList();
        return view.matter().hearing().toBeHeld()
                ? open.stream()
                        .sorted(Comparator.comparing(HearingPages::isSeldom))
                        .toList()
                : open;
    }

    private static boolean isSeldom(Act act) {
        return act == Act.ASK_HEARING || act == Act.WAIVE_HEARING;
    }

    private static String path(String number, String item) {
        return "/matters/" + number + "/" + item + "/hearing";
    }

    /** Null unless the reader may do something of it. */
    static @Nullable Link link(MatterView view) {
        List<Act> open = open(view);
        return open.isEmpty()
                ? null
                : new Link(
                        "听证：" + open.get(0).term(),
                        path(view.matter().number(), view.matter().item()));
    }
}
