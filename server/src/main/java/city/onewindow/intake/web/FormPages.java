package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/** The second of the three pages: the merged form, kept as it is typed. */
@Controller
@RequestMapping("/desk/{number}/form")
@PreAuthorize("hasRole('CLERK')")
class FormPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Intake intake;
    private final Catalogs catalogs;
    private final Clock clock;
    private final boolean demo;

    FormPages(Intake intake, Catalogs catalogs, Clock clock, DemoAccounts demo) {
        this.intake = intake;
        this.catalogs = catalogs;
        this.clock = clock;
        this.demo = demo.enabled();
    }

    @GetMapping
    ModelAndView form(@PathVariable String number, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        if (!dossier.application().status().allows(IntakeAct.FILL)) {
            return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
        }
        return show(page(dossier, TypedForm.NOTHING, List.of(), ""), false);
    }

    /**
     * Keeps the fields named, those of them that are right.
     *
     * @param version what the page was made from, so that nobody overwrites unseen what another typed meanwhile
     */
    @PostMapping("/keep")
    ModelAndView keep(
            @PathVariable String number,
            @RequestParam(name = "keep") Set<String> codes,
            @RequestParam(name = "at-version") long version,
            HttpServletRequest request,
            Actor actor) {
        Dossier before = intake.dossier(number, actor);
        Versions.mustMatch(before, version);
        TypedForm typed = TypedForm.read(before, request.getParameterMap(), codes);
        List<Fault> faults = typed.faults(before);
        Dossier after = keep(before, typed, faults, actor);
        Map<String, String> errors = new LinkedHashMap<>();
        faults.forEach(fault -> errors.putIfAbsent(typed.inputOf(fault), fault.message()));
        return new ModelAndView(
                "intake/kept",
                "kept",
                new Kept(
                        errors,
                        LocalTime.now(clock).format(TIME),
                        after.application().version(),
                        FormPage.progress(after),
                        DossierBar.of(after, DossierBar.Place.FORM)));
    }

    /**
     * The whole form at once: what is right is kept, what is wrong is shown again as it was typed.
     *
     * @param go where to go on to; empty to stay
     * @param addRow the table whose button without JavaScript was pressed
     */
    @PostMapping
    ModelAndView save(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @RequestParam(defaultValue = "") String go,
            @RequestParam(name = "add-row", defaultValue = "") String addRow,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Actor actor) {
        Dossier before = intake.dossier(number, actor);
        TypedForm typed = TypedForm.read(before, request.getParameterMap(), asked(before));
        List<Fault> faults = typed.faults(before);
        if (before.application().version() != version) {
            ModelAndView told = show(page(before, typed, faults, addRow), false);
            told.setStatus(HttpStatus.CONFLICT);
            return told.addObject("notice", Notice.warning(Versions.CHANGED + "本页已换成最新内容，您刚才填的仍保留在栏里，请核对后再保存。"));
        }
        Dossier after = keep(before, typed, faults, actor);
        if (!faults.isEmpty()) {
            return refused(page(after, typed, faults, addRow), false);
        }
        if (!addRow.isEmpty() || request.getParameter("remove-row") != null) {
            return show(page(after, typed, faults, addRow), false);
        }
        if (go.isEmpty()) {
            redirect.addFlashAttribute("notice", Notice.success("已保存。"));
            return new ModelAndView("redirect:" + DossierBar.Place.FORM.of(number));
        }
        List<Fault> missing = after.check().open(after.application().form());
        return missing.isEmpty()
                ? new ModelAndView("redirect:" + DossierBar.Place.MATERIALS.of(number))
                : refused(page(after, TypedForm.NOTHING, missing, ""), true);
    }

    /** For demonstrations: what is still empty takes the published example. */
    @PostMapping("/example")
    String example(@PathVariable String number, RedirectAttributes redirect, Actor actor) {
        if (!demo) {
            throw new Problem.NotFound("示范文本只在演示时可以填入。");
        }
        Dossier dossier = intake.dossier(number, actor);
        FormValues example = new ExampleForm(catalog(dossier), dossier.merge()).values();
        Set<String> files = dossier.merge().fields().stream()
                .map(MergedField::element)
                .filter(element -> element.type() == FieldType.FILE_REF)
                .map(DataElement::code)
                .collect(Collectors.toSet());
        FormValues empty = example.without(dossier.application().form().codes()).without(files);
        intake.fill(number, empty, Set.of(), actor);
        redirect.addFlashAttribute("notice", Notice.info("已用示范文本填充还空着的必填栏，要上传的文件除外。示范内容都是虚构的。"));
        return "redirect:" + DossierBar.Place.FORM.of(number);
    }

    private Dossier keep(Dossier before, TypedForm typed, List<Fault> faults, Actor actor) {
        TypedForm kept = typed.worthKeeping(before.application().form(), faults);
        return kept.isEmpty()
                ? before
                : intake.fill(before.application().number(), kept.values(), kept.cleared(), actor);
    }

    private FormPage page(Dossier dossier, TypedForm typed, List<Fault> faults, String addRow) {
        return new FormPage(dossier, catalog(dossier), typed, faults, addRow);
    }

    private ModelAndView show(FormPage page, boolean mayGoOn) {
        return new ModelAndView("intake/form", "view", page.show(mayGoOn, intake.alike(page.dossier()), demo));
    }

    private ModelAndView refused(FormPage page, boolean mayGoOn) {
        ModelAndView shown = show(page, mayGoOn);
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private Catalog catalog(Dossier dossier) {
        return catalogs.at(dossier.application().edition());
    }

    private static Set<String> asked(Dossier dossier) {
        return dossier.merge().fields().stream()
                .map(field -> field.element().code())
                .collect(Collectors.toSet());
    }
}
