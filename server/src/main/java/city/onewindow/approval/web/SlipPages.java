package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipPapers;
import city.onewindow.approval.Slips;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Choice;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.PaperMaterial;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    static final String CALLERS = "hasAnyRole('CLERK', 'REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD')";

    private final Slips slips;
    private final SlipPapers papers;
    private final Catalogs catalogs;

    SlipPages(Slips slips, SlipPapers papers, Catalogs catalogs) {
        this.slips = slips;
        this.papers = papers;
        this.catalogs = catalogs;
    }

    @GetMapping("/slips")
    ModelAndView open(Actor actor) {
        return new ModelAndView("approval/slips", "rows", rows(slips.open(actor), actor));
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

    /** What the department has, or is on its way to it, isn't ticked. */
    private static Field field(Slips.Paper paper, List<Slip> handed) {
        Set<String> there = handed.stream()
                .filter(slip -> slip.department().equals(paper.department()))
                .filter(slip -> slip.state() == Slip.State.HANDED || slip.state() == Slip.State.RECEIVED)
                .flatMap(slip -> slip.lines().stream())
                .map(Slip.Line::name)
                .collect(Collectors.toSet());
        return Field.checkboxes(
                        "materials-" + paper.department(),
                        "移交的材料",
                        paper.materials().stream()
                                .map(one -> new Choice(one.key(), one.name(), one.form()))
                                .toList())
                .value(paper.materials().stream()
                        .filter(one -> !there.contains(one.name()))
                        .map(PaperMaterial::key)
                        .collect(Collectors.joining("|")));
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
            return "redirect:/cases/" + number + "/slips";
        }
    }

    @GetMapping("/slips/{id}")
    ModelAndView one(@PathVariable long id, Actor actor) {
        return page(slips.one(id, actor), "", null, actor);
    }

    private ModelAndView page(Slip slip, String typed, @Nullable String error, Actor actor) {
        return new ModelAndView("approval/slip")
                .addObject("row", SlipRow.of(slip, actor, this::name))
                .addObject("receives", slip.state() == Slip.State.HANDED && Slips.mayMove(slip, actor))
                .addObject("replaces", slip.state() == Slip.State.OBJECTED && Slips.mayMove(slip, actor))
                .addObject("refused", error != null)
                .addObject(
                        "objection",
                        Field.area("objection", "缺哪一份、哪里不符").value(typed).error(error));
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
            ModelAndView again =
                    page(slips.one(id, actor), objection, wrong.faults().get(0).message(), actor);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Problem.Conflict late) {
            after.addFlashAttribute("notice", Notice.error(String.valueOf(late.getMessage())));
        }
        return new ModelAndView("redirect:/slips/" + id);
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
