package city.onewindow.intake.web;

import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.FieldType;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedField;
import city.onewindow.frame.Bundles;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.EarlierStages;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.ReturningApplicant;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second of the three pages: the merged form, kept as it is typed. */
@Controller
@RequestMapping("/desk/{number}/form")
@PreAuthorize("hasRole('CLERK')")
class FormPages {

    private final Intake intake;
    private final EarlierStages earlier;
    private final ReturningApplicant returning;
    private final FormSaving saving;
    private final Uploads uploads;
    private final Bundles bundles;
    private final boolean demo;

    FormPages(
            Intake intake,
            EarlierStages earlier,
            ReturningApplicant returning,
            FormSaving saving,
            Uploads uploads,
            Bundles bundles,
            DemoAccounts demo) {
        this.intake = intake;
        this.earlier = earlier;
        this.returning = returning;
        this.saving = saving;
        this.uploads = uploads;
        this.bundles = bundles;
        this.demo = demo.enabled();
    }

    @GetMapping
    ModelAndView form(@PathVariable String number, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        if (!dossier.application().status().allows(IntakeAct.FILL)) {
            return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
        }
        return saving.show(desk(number, actor), dossier, List.of());
    }

    @PostMapping("/keep")
    ModelAndView keep(
            @PathVariable String number,
            @RequestParam(name = "keep") Set<String> codes,
            @RequestParam(name = "at-version") long version,
            HttpServletRequest request,
            Actor actor) {
        return saving.keep(desk(number, actor), intake.dossier(number, actor), codes, version, request);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Actor actor) {
        return saving.save(
                desk(number, actor),
                intake.dossier(number, actor),
                FormSaving.Sent.of(request, version),
                request,
                redirect);
    }

    @PostMapping("/files/{code}")
    ModelAndView upload(
            @PathVariable String number,
            @PathVariable String code,
            @RequestParam(name = "at-version") long version,
            @RequestParam MultipartFile file,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Actor actor) {
        return saving.upload(
                desk(number, actor),
                intake.dossier(number, actor),
                code,
                FormSaving.Sent.of(request, version),
                file,
                request,
                redirect);
    }

    /** What the applicant said and handed in for the project's earlier stages. */
    @PostMapping("/earlier-stages")
    String takeOver(@PathVariable String number, RedirectAttributes redirect, Actor actor) {
        earlier.takeOver(number, actor);
        redirect.addFlashAttribute("notice", Notice.success("已沿用前阶段填过的内容和交过的电子件。请申请人核对，有变化的直接改；材料在下一步逐项核验。"));
        return "redirect:" + DossierBar.Place.FORM.of(number);
    }

    /** Who the applicant is and how he is reached, from his newest accepted case. */
    @PostMapping("/earlier-case")
    String takeOverReturning(@PathVariable String number, RedirectAttributes redirect, Actor actor) {
        returning.takeOver(number, actor);
        redirect.addFlashAttribute("notice", Notice.success("已沿用申请人上次办件里的身份和联系信息。请申请人核对，有变化的直接改。"));
        return "redirect:" + DossierBar.Place.FORM.of(number);
    }

    /** For demonstrations: what is still empty takes the published example. */
    @PostMapping("/example")
    String example(@PathVariable String number, RedirectAttributes redirect, Actor actor) {
        if (!demo) {
            throw new Problem.NotFound("示范文本只在演示时可以填入。");
        }
        Dossier dossier = intake.dossier(number, actor);
        FormValues example = new ExampleForm(saving.catalog(dossier), dossier.merge()).values();
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

    private FormDesk desk(String number, Actor actor) {
        return new FormDesk(
                new Filling.ByClerk(intake, uploads, actor),
                "/desk/" + number,
                "intake/form",
                bundles.in(Locale.CHINA),
                (dossier, words) -> DossierBar.of(dossier, DossierBar.Place.FORM),
                intake::alike,
                earlier::of,
                returning::of,
                demo);
    }
}
