package city.onewindow.approval.web;

import city.onewindow.approval.Inspection;
import city.onewindow.approval.InspectionCalendar;
import city.onewindow.approval.InspectionEntry;
import city.onewindow.approval.InspectionView;
import city.onewindow.approval.Inspections;
import city.onewindow.approval.Matter;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 联合踏勘: where departments arrange to meet on the spot, and write down what they found. */
@Controller
@PreAuthorize(InspectionPages.ACTORS)
class InspectionPages {

    static final String ACTORS = "hasAnyRole('REVIEWER', 'DECIDER', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR')";

    private static final int ROWS = 30;

    private final Inspections inspections;
    private final InspectionCalendar calendar;
    private final InspectionPageViews views;
    private final Catalogs catalogs;
    private final Clock clock;

    InspectionPages(
            Inspections inspections,
            InspectionCalendar calendar,
            InspectionPageViews views,
            Catalogs catalogs,
            Clock clock) {
        this.inspections = inspections;
        this.calendar = calendar;
        this.views = views;
        this.catalogs = catalogs;
        this.clock = clock;
    }

    /** Ours, by day. */
    @GetMapping("/inspections")
    ModelAndView ours(@RequestParam(required = false) @Nullable String after, Actor actor) {
        Slice<Inspection> page = calendar.ours(after, ROWS, actor);
        return new ModelAndView("approval/inspections")
                .addObject("days", InspectionDay.of(page.items(), name(), actor.department(), LocalDateTime.now(clock)))
                .addObject("first", after == null || after.isEmpty())
                .addObject("next", page.next());
    }

    /** @param items those that are ticked at first: the one from whose page it is proposed */
    @GetMapping("/cases/{number}/inspections")
    ModelAndView form(
            @PathVariable String number, @RequestParam(required = false) @Nullable List<String> items, Actor actor) {
        return form(number, TypedInspection.of(items), List.of(), actor);
    }

    @PostMapping("/cases/{number}/inspections")
    ModelAndView propose(@PathVariable String number, TypedInspection typed, Actor actor, RedirectAttributes after) {
        try {
            Inspection proposed = inspections.propose(number, typed.proposal(), actor, key(typed));
            after.addFlashAttribute("notice", Notice.success(proposed(proposed)));
            return new ModelAndView("redirect:" + InspectionPageViews.address(proposed));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = form(number, typed, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
            return new ModelAndView("redirect:/cases/" + number);
        }
    }

    /** With no other department to answer it stands at once. */
    private static String proposed(Inspection inspection) {
        return inspection.state() == Inspection.State.AGREED ? "联合踏勘已约定，通知书已出具。" : "已提议联合踏勘。各部门答复之后，约定成立，并告知申请人。";
    }

    private ModelAndView form(String number, TypedInspection typed, List<Fault> faults, Actor actor) {
        List<Matter> open = calendar.proposable(number, actor);
        if (open.isEmpty()) {
            throw new Problem.NotFound("办件 " + number + " 没有正在审查的事项，或者它与您的部门无关，不能约联合踏勘。");
        }
        boolean own = open.stream().anyMatch(matter -> matter.department().equals(actor.department()));
        return new ModelAndView("approval/inspection-new")
                .addObject("number", number)
                .addObject("key", TypedAct.text(typed.key()))
                .addObject("fields", InspectionForms.proposal(open, own, typed, faults));
    }

    @GetMapping("/inspections/{number}/{seq}")
    ModelAndView one(@PathVariable String number, @PathVariable int seq, Actor actor) {
        return page(number, seq, TypedInspection.blank(), List.of(), actor);
    }

    /** Whatever is refused is told on the same page, with what was typed still there. */
    @PostMapping("/inspections/{number}/{seq}")
    ModelAndView act(
            @PathVariable String number,
            @PathVariable int seq,
            TypedInspection typed,
            Actor actor,
            RedirectAttributes after) {
        try {
            Inspection done = walk(number, seq, typed, actor);
            after.addFlashAttribute(
                    "notice", Notice.success("已办理。这次踏勘现在“" + done.state().term() + "”。"));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = page(number, seq, typed, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/inspections/" + number + "/" + seq);
    }

    private Inspection walk(String number, int seq, TypedInspection typed, Actor actor) {
        InspectionEntry.Act act = typed.act();
        if (act == null) {
            throw new Problem.InvalidInput("/act", "请选择要办理的动作。");
        }
        IdempotencyKey key = key(typed);
        String text = TypedAct.text(typed.text());
        return switch (act) {
            case ANSWER ->
                inspections.answer(number, seq, typed.reply(), typed.officerLines(), text, typed.at(), actor, key);
            case MOVE -> inspections.move(number, seq, typed.at(), TypedAct.text(typed.place()), text, actor, key);
            case CANCEL -> inspections.cancel(number, seq, text, actor, key);
            case FIND -> inspections.find(number, seq, typed.result(), typed.officerLines(), text, actor, key);
            case CLOSE -> inspections.close(number, seq, text, typed.absentCodes(), actor, key);
            case PROPOSE, AGREE -> throw new Problem.InvalidInput("/act", "“" + act.term() + "”不在这一页办理。");
        };
    }

    private ModelAndView page(String number, int seq, TypedInspection typed, List<Fault> faults, Actor actor) {
        InspectionView view = calendar.one(number, seq, actor);
        return new ModelAndView("approval/inspection")
                .addObject("view", views.of(view, typed, faults, actor.department(), name()));
    }

    private UnaryOperator<String> name() {
        return catalogs.current().content()::departmentName;
    }

    private static IdempotencyKey key(TypedInspection typed) {
        return new IdempotencyKey(TypedAct.text(typed.key()));
    }
}
