package city.onewindow.intake.web;

import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.Reception;
import city.onewindow.intake.Refusal;
import city.onewindow.intake.WithdrawnApplications;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The decisions at the window; each leads to the page that says what came of it. */
@Controller
@RequestMapping("/desk/{number}")
@PreAuthorize("hasRole('CLERK')")
class DecisionPages {

    private static final String OTHER = "other";

    private final Intake intake;
    private final Reception reception;
    private final WithdrawnApplications withdrawn;
    private final MaterialsPage page;

    DecisionPages(Intake intake, Reception reception, WithdrawnApplications withdrawn, MaterialsPage page) {
        this.intake = intake;
        this.reception = reception;
        this.withdrawn = withdrawn;
        this.page = page;
    }

    @PostMapping("/acceptance")
    ModelAndView accept(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @RequestParam(defaultValue = "") String promisedBy,
            @RequestParam(defaultValue = "") String declaredBy,
            Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        if (dossier.application().status() != ApplicationStatus.ACCEPTED) {
            Versions.mustMatch(dossier, version);
        }
        return decided(
                dossier,
                "promise",
                Map.of("promisedBy", promisedBy, "declaredBy", declaredBy),
                actor,
                () -> reception.accept(number, promisedBy, declaredBy, actor));
    }

    /** 告知承诺书, for the applicant to sign before the acceptance. */
    @GetMapping("/declaration")
    ResponseEntity<byte[]> declaration(@PathVariable String number, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(reception.declarationToSign(number, actor));
    }

    /** For an applicant who lets somebody else act from now on, or fetch the results. */
    @GetMapping("/letter-of-authority")
    ResponseEntity<byte[]> letterOfAuthority(@PathVariable String number, Actor actor) {
        return PrintAnswer.of(
                DocumentKind.LETTER_OF_AUTHORITY.title() + "-" + number,
                Format.PDF,
                intake.letterOfAuthority(number, actor));
    }

    /** For an applicant who leaves before a decision, or whose materials came by mail. */
    @PostMapping("/receipt")
    ModelAndView receive(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate cameIn,
            @RequestParam(defaultValue = "false") boolean accepted,
            Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Versions.mustMatch(dossier, version);
        Map<String, String> typed =
                Map.of("cameIn", Objects.toString(cameIn, ""), "accepted", String.valueOf(accepted));
        return decided(
                dossier, "receive", typed, actor, () -> reception.receive(number, cameIn, accepted, actor, null));
    }

    @PostMapping("/notice")
    ModelAndView notifyOnce(@PathVariable String number, @RequestParam(name = "at-version") long version, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Versions.mustMatch(dossier, version);
        return decided(dossier, "", Map.of(), actor, () -> reception.notifyOnce(number, actor, null));
    }

    @PostMapping("/refusal")
    ModelAndView refuse(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String otherGround,
            @RequestParam(defaultValue = "") String organ,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Versions.mustMatch(dossier, version);
        Map<String, String> typed =
                Map.of("ground", ground, "otherGround", otherGround, "organ", organ, "reason", reason);
        String law = ground.equals(OTHER)
                ? otherGround
                : Decisions.GROUNDS.stream()
                        .filter(common -> common.code().equals(ground))
                        .map(Decisions.Ground::ground)
                        .findFirst()
                        .orElse("");
        Refusal refusal = new Refusal(reason, law, organ);
        return decided(dossier, "refuse", typed, actor, () -> reception.refuse(number, refusal, actor, null));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            RedirectAttributes redirect,
            Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Versions.mustMatch(dossier, version);
        withdrawn.withdraw(number, actor, null);
        redirect.addFlashAttribute("notice", Notice.info("申请已撤回。"));
        return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
    }

    @PostMapping("/lapse")
    ModelAndView lapse(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            RedirectAttributes redirect,
            Actor actor) {
        Versions.mustMatch(intake.dossier(number, actor), version);
        withdrawn.lapse(number, actor, null);
        redirect.addFlashAttribute("notice", Notice.info("已按撤回申请处理，请把退件通知书交给申请人。"));
        return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
    }

    /** @param dialog in which what was typed is shown again if it is refused; empty if the decision has none */
    private ModelAndView decided(
            Dossier dossier, String dialog, Map<String, String> typed, Actor actor, Runnable decision) {
        String number = dossier.application().number();
        try {
            decision.run();
            return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
        } catch (Problem.InvalidInput wrong) {
            Map<String, String> faults = new LinkedHashMap<>();
            for (Fault fault : wrong.faults()) {
                faults.putIfAbsent(fault.pointer().substring(1), fault.message());
            }
            boolean inDialog = faults.keySet().stream().noneMatch(pointer -> pointer.contains("/"));
            Decisions.Tried tried = new Decisions.Tried(inDialog ? dialog : "", typed, faults);
            return page.refused(dossier, tried, inDialog ? List.of() : wrong.faults(), actor);
        }
    }
}
