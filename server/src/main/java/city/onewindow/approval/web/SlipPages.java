package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipPapers;
import city.onewindow.approval.SlipRights;
import city.onewindow.approval.Slips;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

/** 物料流转: where a window hands paper to departments, and where these confirm or object. */
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
    ModelAndView underWay(@RequestParam(required = false) @Nullable String after, Actor actor) {
        Slice<Slip> page = slips.underWay(after, ROWS, actor);
        return new ModelAndView("approval/slips", "rows", rows(page.items(), actor))
                .addObject("first", after == null || after.isEmpty())
                .addObject("next", page.next());
    }

    @GetMapping("/cases/{number}/slips")
    ModelAndView ofCase(@PathVariable String number, Actor actor) {
        List<Slip> handed = slips.ofCase(number, actor);
        List<CaseSlipsView.Paper> paper = slips.paper(number, actor).stream()
                .map(one -> new CaseSlipsView.Paper(one.department(), name(one.department()), field(one, handed)))
                .toList();
        CaseSlipsView view = new CaseSlipsView(
                number, paper, rows(handed, actor), UUID.randomUUID().toString());
        return new ModelAndView("approval/case-slips", "view", view);
    }

    /** What a department has, or is on its way to one, isn't ticked and says so. */
    private Field field(Slips.Paper paper, List<Slip> handed) {
        List<Choice> choices = new ArrayList<>();
        List<String> ticked = new ArrayList<>();
        for (PaperMaterial one : paper.materials()) {
            Optional<Slip> with =
                    handed.stream().filter(slip -> slip.holds(one.key())).findFirst();
            String where = with.map(slip ->
                            "；" + name(slip.department()) + "：" + slip.state().term())
                    .orElse("");
            choices.add(new Choice(one.key(), one.name(), one.form() + where));
            if (with.isEmpty()) {
                ticked.add(one.key());
            }
        }
        return Field.checkboxes("materials-" + paper.department(), "移交的材料", choices)
                .value(String.join("|", ticked));
    }

    @PostMapping("/cases/{number}/slips/{department}")
    String hand(
            @PathVariable String number,
            @PathVariable String department,
            @RequestParam String key,
            HttpServletRequest request,
            RedirectAttributes after,
            Actor actor) {
        String[] ticked = request.getParameterValues("materials-" + department);
        try {
            Slip made = slips.hand(
                    number, department, ticked == null ? List.of() : List.of(ticked), actor, new IdempotencyKey(key));
            after.addFlashAttribute("notice", Notice.success("已移交" + name(department) + "，等对方接收。请打印流转单，随材料一起送。"));
            return "redirect:/slips/" + made.id();
        } catch (Problem.InvalidInput wrong) {
            after.addFlashAttribute("notice", Notice.error(wrong.faults().get(0).message()));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return "redirect:/cases/" + number + "/slips";
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
                .addObject("row", SlipRow.of(slip, actor, this::name))
                .addObject("receives", slip.state() == Slip.State.HANDED && SlipRights.mayMove(slip, actor))
                .addObject("replaces", SlipRights.mayReplace(slip, actor))
                .addObject("takesBack", SlipRights.mayTakeBack(slip, actor))
                .addObject("objection", objection)
                .addObject("reason", reason);
    }

    @PostMapping("/slips/{id}/reception")
    String receive(@PathVariable long id, RedirectAttributes after, Actor actor) {
        try {
            slips.answer(id, null, actor);
            after.addFlashAttribute("notice", Notice.success("已确认接收，材料由本部门保管。"));
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return "redirect:/slips/" + id;
    }

    @PostMapping("/slips/{id}/objection")
    ModelAndView object(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String objection,
            RedirectAttributes after,
            Actor actor) {
        try {
            slips.answer(id, objection, actor);
            after.addFlashAttribute("notice", Notice.success("已提出异议，等窗口重新移交。"));
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
            after.addFlashAttribute("notice", Notice.success("已收回。还要移交的，请重新出流转单。"));
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

    private List<SlipRow> rows(List<Slip> all, Actor actor) {
        return all.stream().map(slip -> SlipRow.of(slip, actor, this::name)).toList();
    }

    private String name(String department) {
        return catalogs.current().content().departmentName(department);
    }
}
