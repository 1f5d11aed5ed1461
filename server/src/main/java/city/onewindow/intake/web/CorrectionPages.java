package city.onewindow.intake.web;

import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Corrections;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.DocumentLinks;
import city.onewindow.notice.Documents;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 当场更正: what was changed at the counter of what was handed in, and the record that the applicant signs. */
@Controller
@RequestMapping("/desk/{number}/corrections")
@PreAuthorize("hasRole('CLERK')")
class CorrectionPages {

    private final Intake intake;
    private final Corrections corrections;
    private final Documents documents;

    CorrectionPages(Intake intake, Corrections corrections, Documents documents) {
        this.intake = intake;
        this.corrections = corrections;
        this.documents = documents;
    }

    @GetMapping
    ModelAndView corrections(@PathVariable String number, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        List<DocumentLinks> records = documents.bySubject(number).stream()
                .filter(paper -> paper.kind() == DocumentKind.CORRECTION_RECORD)
                .map(DocumentLinks::of)
                .toList();
        CorrectionsView view = new CorrectionsView(
                DossierBar.of(dossier, DossierBar.Place.CORRECTIONS),
                corrections.open(number, actor),
                records,
                UUID.randomUUID().toString(),
                dossier.application().status().allows(IntakeAct.CORRECT));
        return new ModelAndView("intake/corrections", "view", view);
    }

    @PostMapping
    String record(@PathVariable String number, @RequestParam String key, RedirectAttributes redirect, Actor actor) {
        corrections.record(number, actor, new IdempotencyKey(key));
        redirect.addFlashAttribute("notice", Notice.success("已出具当场更正记录。请打印，由申请人核对后签字。"));
        return "redirect:" + DossierBar.Place.CORRECTIONS.of(number);
    }
}
