package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.catalog.Question;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Dossier after = answer(keep(before, typed, faults, actor), request, actor);
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
                        DossierBar.of(after, DossierBar.Place.FORM),
                        !after.merge().equals(before.merge())));
    }

    /**
     * The whole form at once: what is right is kept, what is wrong is shown again as it was typed.
     *
     * @param go where to go on to; empty to stay
     * @param addRow the table whose button without JavaScript was pressed
     * @param at the input at which the page was drawn anew; empty if it was not
     */
    @PostMapping
    ModelAndView save(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @RequestParam(defaultValue = "") String go,
            @RequestParam(name = "add-row", defaultValue = "") String addRow,
            @RequestParam(defaultValue = "") String at,
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
        Dossier after = answer(keep(before, typed, faults, actor), request, actor);
        if (!faults.isEmpty()) {
            List<Fault> told = new ArrayList<>(faults);
            // Who wants to go on hears at once what is missing, too.
            told.addAll(go.isEmpty() ? List.of() : missingBeside(faults, after));
            return refused(page(after, typed, told, addRow), false);
        }
        if (!addRow.isEmpty() || request.getParameter("remove-row") != null) {
            return show(page(after, typed, faults, addRow), false);
        }
        if (go.isEmpty()) {
            redirect.addFlashAttribute("notice", saved(after));
            return new ModelAndView("redirect:" + DossierBar.Place.FORM.of(number) + place(after, at));
        }
        List<Fault> missing = missingBeside(List.of(), after);
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

    /** What was answered of the questions that stand on the page; one that the same values have just hidden has no answer. */
    private Dossier answer(Dossier kept, HttpServletRequest request, Actor actor) {
        Map<String, String> answers = new LinkedHashMap<>();
        Map<String, String> known = kept.application().choice().answers();
        FormQuestions.of(kept).behind().values().stream().flatMap(List::stream).forEach(question -> {
            String answer = request.getParameter(question.code());
            if (answer != null && !answer.equals(known.get(question.code()))) {
                answers.put(question.code(), answer);
            }
        });
        return answers.isEmpty() ? kept : intake.answer(kept.application().number(), answers, actor);
    }

    private static Notice saved(Dossier after) {
        List<Question> open = after.unanswered();
        return open.isEmpty()
                ? Notice.success("已保存。")
                : Notice.warning("按刚填的内容，还要回答 " + open.size() + " 个问题：「"
                        + open.stream().map(Question::text).collect(Collectors.joining("」「")) + "」。请在下面回答。");
    }

    /** The first question that is open, else where the clerk was. */
    private static String place(Dossier after, String at) {
        String code =
                after.unanswered().stream().findFirst().map(Question::code).orElse(at);
        return code.matches("[a-z][a-z0-9_]*") ? "#f-" + code : "";
    }

    /** What is still open, but for the fields that are told to be wrong: what was kept of those isn't what was typed. */
    private static List<Fault> missingBeside(List<Fault> faults, Dossier after) {
        Set<String> told = faults.stream().map(TypedForm::codeOf).collect(Collectors.toSet());
        return Stream.concat(
                        unanswered(after).stream(), after.check().open(after.application().form()).stream())
                .filter(fault -> !told.contains(TypedForm.codeOf(fault)))
                .toList();
    }

    private static List<Fault> unanswered(Dossier after) {
        return after.unanswered().stream()
                .map(question -> new Fault("/answers/" + question.code(), "「" + question.text() + "」还没有回答，请选定。"))
                .toList();
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
