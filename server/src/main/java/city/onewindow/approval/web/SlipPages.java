package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipPapers;
import city.onewindow.approval.SlipRights;
import city.onewindow.approval.Slips;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 物料流转: what is on its way, and where whoever gets it confirms or objects; {@link CaseSlipPages} begins it. */
@Controller
@PreAuthorize(SlipPages.CALLERS)
class SlipPages {

    static final String CALLERS = "hasAnyRole('CLERK', 'REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD', 'MANAGER')";

    private static final int ROWS = 30;

    private final Slips slips;
    private final SlipPapers papers;
    private final Catalogs catalogs;

    SlipPages(Slips slips, SlipPapers papers, Catalogs catalogs) {
        this.slips = slips;
        this.papers = papers;
        this.catalogs = catalogs;
    }

    @GetMapping("/slips")
    ModelAndView all(
            @RequestParam(defaultValue = "false") boolean kept,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        Slice<Slip> page = kept ? slips.kept(after, ROWS, actor) : slips.underWay(after, ROWS, actor);
        return new ModelAndView("approval/slips", "rows", rows(page.items()))
                .addObject("tabs", SlipRights.keeps(actor) ? tabs(kept) : List.of())
                .addObject("kept", kept)
                .addObject("bundles", actor.has(Role.CLERK))
                .addObject("first", after == null || after.isEmpty())
                .addObject("next", page.next());
    }

    private static List<Tab> tabs(boolean kept) {
        return List.of(new Tab("在途的", "/slips", null, !kept), new Tab("本部门保管的", "/slips?kept=true", null, kept));
    }

    @GetMapping("/slips/{id}")
    ModelAndView one(@PathVariable long id, Actor actor) {
        return page(slips.one(id, actor), actor, objection(), reason());
    }

    private static Field objection() {
        return Field.area("objection", "缺哪一份、哪里不符");
    }

    private static Field reason() {
        return Field.area("reason", "收回的原因");
    }

    private ModelAndView page(Slip slip, Actor actor, Field objection, Field reason) {
        return new ModelAndView("approval/slip")
                .addObject("row", SlipRow.of(slip, this::name))
                .addObject("receives", SlipRights.mayAnswer(slip, actor))
                .addObject("signed", slip.direction() == Slip.Direction.TO_APPLICANT)
                .addObject("goesOn", goesOn(slip, actor))
                .addObject("takesBack", SlipRights.mayTakeBack(slip, actor))
                .addObject("objection", objection)
                .addObject("reason", reason);
    }

    /** What may be begun on the page of the case's paper; empty if nothing. */
    private String goesOn(Slip slip, Actor actor) {
        boolean back = slip.direction() == Slip.Direction.TO_WINDOW;
        if (SlipRights.mayReplace(slip, actor)) {
            return back ? "重新移回" : "重新移交";
        }
        if (back && slip.state() == Slip.State.RECEIVED && slips.mayHand(slip.number(), actor)) {
            return "交下一个部门，或者退还申请人";
        }
        return SlipRights.isKeeper(slip, actor)
                        && !slips.whereabouts(slip.number(), actor).kept(slip).isEmpty()
                ? "移回窗口"
                : "";
    }

    @PostMapping("/slips/{id}/reception")
    String receive(@PathVariable long id, RedirectAttributes after, Actor actor) {
        try {
            after.addFlashAttribute("notice", Notice.success(received(slips.answer(id, null, actor))));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return "redirect:/slips/" + id;
    }

    private static String received(Slip slip) {
        return switch (slip.direction()) {
            case TO_DEPARTMENT -> "已确认接收，材料由本部门保管。";
            case TO_WINDOW -> "已确认接收，材料回到窗口，可以交下一个部门，或者退还申请人。";
            case TO_APPLICANT -> "已记下申请人签收。";
        };
    }

    @PostMapping("/slips/{id}/objection")
    ModelAndView object(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String objection,
            RedirectAttributes after,
            Actor actor) {
        try {
            slips.answer(id, objection, actor);
            after.addFlashAttribute("notice", Notice.success("已提出异议，等对方重新移交。"));
        } catch (Problem.InvalidInput wrong) {
            return refused(id, actor, refilled(objection(), objection, wrong), reason());
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/slips/" + id);
    }

    @PostMapping("/slips/{id}/take-back")
    ModelAndView takeBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes after,
            Actor actor) {
        try {
            slips.takeBack(id, reason, actor);
            after.addFlashAttribute("notice", Notice.success("已收回。"));
        } catch (Problem.InvalidInput wrong) {
            return refused(id, actor, objection(), refilled(reason(), reason, wrong));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/slips/" + id);
    }

    private static Field refilled(Field field, String typed, Problem.InvalidInput wrong) {
        return field.value(typed).error(wrong.faults().get(0).message());
    }

    private ModelAndView refused(long id, Actor actor, Field objection, Field reason) {
        ModelAndView again = page(slips.one(id, actor), actor, objection, reason);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    @GetMapping("/slips/{id}/paper")
    ResponseEntity<byte[]> paper(@PathVariable long id, Actor actor) {
        return PrintAnswer.of(DocumentKind.MATERIAL_SLIP.title() + "-" + id, Format.PDF, papers.print(id, actor));
    }

    private List<SlipRow> rows(List<Slip> all) {
        return all.stream().map(slip -> SlipRow.of(slip, this::name)).toList();
    }

    private String name(String department) {
        return catalogs.current().content().departmentName(department);
    }
}
