package city.onewindow.approval.web;

import city.onewindow.approval.Cases;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Ruling;
import city.onewindow.approval.RulingActs;
import city.onewindow.calendar.DayUnit;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
import java.util.Arrays;
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

/** Where a ruling (复议、诉讼结果) on a matter is written down. */
@Controller
@RequestMapping("/matters/{number}/{item}/ruling")
@PreAuthorize("hasAnyRole('DECIDER', 'MANAGER')")
class RulingPages {

    private static final String ANEW = "kind == 'DECIDE_ANEW'";
    private static final String ORDERED = "kind == 'ORDERED'";

    private final RulingActs rulings;
    private final Cases cases;

    RulingPages(RulingActs rulings, Cases cases) {
        this.rulings = rulings;
        this.cases = cases;
    }

    @GetMapping
    ModelAndView form(@PathVariable String number, @PathVariable String item, Actor actor) {
        return form(number, item, TypedRuling.blank(), List.of(), actor);
    }

    @PostMapping
    ModelAndView record(
            @PathVariable String number,
            @PathVariable String item,
            TypedRuling typed,
            Actor actor,
            RedirectAttributes after) {
        try {
            rulings.record(number, item, typed.asked(), actor, new IdempotencyKey(TypedAct.text(typed.key())));
            after.addFlashAttribute("notice", Notice.success("已登记复议、诉讼结果。"));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = form(number, item, typed, wrong.faults(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/matters/" + number + "/" + item);
    }

    private ModelAndView form(String number, String item, TypedRuling typed, List<Fault> faults, Actor actor) {
        MatterView view = cases.matter(number, item, actor);
        if (!view.mayRule()) {
            throw new Problem.Conflict(
                    "「" + view.matter().itemName() + "」现在不能由您登记复议、诉讼结果：正在办理的和已经决定的由办理的部门有决定权限的人员登记，窗口终止的由中心登记。");
        }
        return new ModelAndView("approval/ruling")
                .addObject("number", number)
                .addObject("item", item)
                .addObject("itemName", view.matter().itemName())
                .addObject("status", Words.status(view.matter()))
                .addObject("key", TypedAct.text(typed.key()))
                .addObject("errors", ActForm.errors(faults))
                .addObject("fields", fields(view.matter().outcome(), typed, faults));
    }

    private static List<Field> fields(@Nullable Outcome outcome, TypedRuling typed, List<Fault> faults) {
        DayUnit unit = typed.unit();
        List<Field> fields =
                new ArrayList<>(RulingFields.of(typed.asked().paper(), kinds(outcome), typed.kind(), faults));
        fields.addAll(List.of(
                Field.yesNo("procedural", "以违反法定程序为由撤销")
                        .value(typed.procedural())
                        .hint("是的，可以再作出相同的决定（行政复议法第六十四条第二款；法释〔2018〕1号第九十条）。")
                        .shownWhen(ANEW)
                        .error(ActForm.error("procedural", faults)),
                Field.number("days", "裁决确定的期限")
                        .value(typed.days())
                        .hint("责令重新作出而没有确定期限的不填，按本事项的法定期限计算。")
                        .shownWhen(ANEW + " or " + ORDERED)
                        .requiredWhen(ORDERED)
                        .error(ActForm.error("days", faults)),
                Field.select(
                                "unit",
                                "期限的单位",
                                Arrays.stream(DayUnit.values())
                                        .map(one -> new Choice(one.name(), one.term()))
                                        .toList())
                        .value(unit == null ? null : unit.name())
                        .shownWhen(ANEW + " or " + ORDERED)
                        .requiredWhen(ORDERED)
                        .error(ActForm.error("unit", faults))));
        return fields;
    }

    /** Nothing takes the place of what was never decided. */
    private static List<Choice> kinds(@Nullable Outcome outcome) {
        return Arrays.stream(Ruling.Kind.values())
                .filter(one -> one.isAbout(outcome))
                .map(one -> new Choice(one.name(), one.term(), RulingLine.grounds(one::ground)))
                .toList();
    }
}
