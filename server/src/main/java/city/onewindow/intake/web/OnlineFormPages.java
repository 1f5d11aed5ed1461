package city.onewindow.intake.web;

import city.onewindow.frame.Bundles;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Earlier;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.kernel.Fault;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The merged form in the applicant's own browser: the same as the window's, kept as it is typed. */
@Controller
@RequestMapping(OnlineSession.ENTRY + "/{number}/form")
@PreAuthorize("permitAll()")
class OnlineFormPages {

    private final OnlineApplications online;
    private final FormSaving saving;
    private final Bundles bundles;

    OnlineFormPages(OnlineApplications online, FormSaving saving, Bundles bundles) {
        this.online = online;
        this.saving = saving;
        this.bundles = bundles;
    }

    /** With what the window said of each field, if it came back. */
    @GetMapping
    ModelAndView form(
            @PathVariable String number,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            HttpServletRequest request,
            Locale locale) {
        Dossier dossier = online.dossier(opened);
        if (!dossier.application().status().allows(IntakeAct.PREPARE)) {
            return new ModelAndView("redirect:" + OnlineBar.Place.HOME.of(number));
        }
        boolean noticed = dossier.application().status() == ApplicationStatus.AMENDING;
        String said = noticed ? "online.remark.notice" : "online.remark";
        List<Fault> remarks = online.preReview(opened).remarks().stream()
                .filter(remark -> remark.pointer().startsWith("/form/"))
                .map(remark -> new Fault(remark.pointer(), bundles.in(locale).t(said, remark.text())))
                .toList();
        return saving.show(desk(opened, request, locale), dossier, remarks);
    }

    @PostMapping("/keep")
    ModelAndView keep(
            @PathVariable String number,
            @RequestParam(name = "keep") Set<String> codes,
            @RequestParam(name = "at-version") long version,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            HttpServletRequest request,
            Locale locale) {
        return saving.keep(desk(opened, request, locale), online.dossier(opened), codes, version, request);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        return saving.save(
                desk(opened, request, locale),
                online.dossier(opened),
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
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Locale locale) {
        return saving.upload(
                desk(opened, request, locale),
                online.dossier(opened),
                code,
                FormSaving.Sent.of(request, version),
                file,
                request,
                redirect);
    }

    /** What others of this name have handed in is nothing to tell whoever typed it. */
    private FormDesk desk(OpenedApplication opened, HttpServletRequest request, Locale locale) {
        return new FormDesk(
                new Filling.ByApplicant(online, opened, request.getRemoteAddr()),
                OnlineBar.Place.HOME.of(opened.number()),
                "intake/online-form",
                bundles.in(locale),
                (dossier, words) -> OnlineBar.of(dossier, OnlineBar.Place.FORM, words),
                dossier -> List.of(),
                dossier -> Earlier.NOTHING,
                dossier -> Earlier.NOTHING,
                false);
    }
}
