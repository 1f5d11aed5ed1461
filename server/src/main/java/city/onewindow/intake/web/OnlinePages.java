package city.onewindow.intake.web;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Remote;
import city.onewindow.frame.Bundles;
import city.onewindow.frame.Notice;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.NewApplication;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OnlineGate;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.intake.PreReview;
import city.onewindow.intake.PreReviewTerms;
import city.onewindow.intake.RemoteApplications;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 网上预审 and 网上申请 for the applicant: begin, come back with number and query code, hand in, withdraw. */
@Controller
@RequestMapping(OnlineSession.ENTRY)
@PreAuthorize("permitAll()")
class OnlinePages {

    private final OnlineApplications online;
    private final RemoteApplications remote;
    private final OnlineGate gate;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final PreReviewTerms terms;
    private final Bundles bundles;

    OnlinePages(
            OnlineApplications online,
            RemoteApplications remote,
            OnlineGate gate,
            Catalogs catalogs,
            Calendar calendar,
            PreReviewTerms terms,
            Bundles bundles) {
        this.online = online;
        this.remote = remote;
        this.gate = gate;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.terms = terms;
        this.bundles = bundles;
    }

    /** @param number of the application that was wanted while none was open in this browser, or no longer; else empty */
    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "") String number) {
        return new ModelAndView("intake/online-open", Map.of("number", number, "refused", ""));
    }

    /** The code comes in the body and not in the address, so that no log keeps it. */
    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            Locale locale) {
        try {
            OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
            OnlineSession.open(request, opened);
            return new ModelAndView("redirect:" + OnlineBar.Place.HOME.of(opened.number()));
        } catch (Problem.InvalidInput malformed) {
            return refused(number, "online.open.malformed", HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (Problem.NotFound unknown) {
            return refused(number, "online.open.unknown", HttpStatus.NOT_FOUND, locale);
        } catch (Problem.NotAllowed tooOften) {
            return refused(number, "online.open.too-often", HttpStatus.TOO_MANY_REQUESTS, locale);
        }
    }

    private ModelAndView refused(String number, String why, HttpStatus status, Locale locale) {
        String refused = bundles.in(locale).t(why);
        ModelAndView again = new ModelAndView("intake/online-open", Map.of("number", number, "refused", refused));
        again.setStatus(status);
        return again;
    }

    /** From the guide; the answers stand in the query as they do there. */
    @GetMapping("/new")
    ModelAndView blank(HttpServletRequest request, Locale locale) {
        ErrandForm sent = ErrandForm.read(request.getParameterMap());
        ErrandForm blank = ErrandForm.blank(sent.thing());
        ErrandForm form = new ErrandForm(sent.thing(), List.of(), sent.answers(), blank.applicant(), "", blank.key());
        return begin(form, List.of(), locale);
    }

    private ModelAndView begin(ErrandForm form, List<Fault> faults, Locale locale) {
        Catalog catalog = catalogs.current();
        ReaderWords words = ReaderWords.of(bundles.in(locale), catalog);
        return new ModelAndView("intake/online-begin", "view", OnlineBegin.of(form, catalog, terms, faults, words));
    }

    @PostMapping("/new")
    ModelAndView begin(HttpServletRequest request, Locale locale) {
        ErrandForm form = ErrandForm.read(request.getParameterMap());
        try {
            Map<String, String> answers =
                    new LinkedHashMap<>(form.choice().in(catalogs.current()).answers());
            NewApplication wanted = form.application(answers);
            OnlineBegin.demandConsent(request.getParameter(OnlineBegin.CONSENT) != null, wanted.applicant());
            OpenedApplication opened = online.begin(wanted, new IdempotencyKey(form.key()), request.getRemoteAddr());
            OnlineSession.open(request, opened);
            return new ModelAndView("redirect:" + OnlineBar.Place.HOME.of(opened.number()));
        } catch (Problem.InvalidInput wrong) {
            ModelAndView again = begin(form, wrong.faults(), locale);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @GetMapping("/{number}")
    ModelAndView home(
            @PathVariable String number,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            Locale locale) {
        Dossier dossier = online.dossier(opened);
        Application application = dossier.application();
        PreReview preReview = online.preReview(opened);
        ReaderWords words = words(dossier, locale);
        LocalDate until = terms.answerUntil(dossier, preReview, calendar.workingDays());
        return new ModelAndView(
                "intake/online-home",
                "view",
                OnlineHome.of(
                        dossier,
                        preReview,
                        catalogs.window(application.edition(), application.window())
                                .orElse(null),
                        until == null ? null : words.day(until),
                        applying(dossier, words),
                        terms.keptDays(),
                        words));
    }

    private ReaderWords words(Dossier dossier, Locale locale) {
        return ReaderWords.of(
                bundles.in(locale), catalogs.at(dossier.application().edition()));
    }

    private OnlineHome.Applying applying(Dossier dossier, ReaderWords words) {
        Application application = dossier.application();
        Remote may = remote.remote(dossier);
        LocalDate until = application.status() == ApplicationStatus.AMENDING
                ? application.supplementUntil()
                : remote.decideUntil(dossier);
        return new OnlineHome.Applying(
                application.status().mayApply(may),
                may.presence(),
                remote.told(dossier).stream()
                        .map(document -> new OnlineHome.Applying.Told(
                                document.kind().title(), document.number(), DocumentLinks.of(document)))
                        .toList(),
                until == null ? null : words.day(until));
    }

    @PostMapping("/{number}/submission")
    String submit(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            RedirectAttributes redirect,
            Locale locale) {
        Dossier dossier = online.dossier(opened);
        Versions.mustMatch(dossier, version);
        return handedIn(
                dossier, redirect, words(dossier, locale), "online.submitted", () -> online.submit(opened, null));
    }

    @PostMapping("/{number}/application")
    String apply(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            RedirectAttributes redirect,
            Locale locale) {
        Dossier dossier = online.dossier(opened);
        Versions.mustMatch(dossier, version);
        return handedIn(dossier, redirect, words(dossier, locale), "online.applied", () -> remote.apply(opened, null));
    }

    private static String handedIn(
            Dossier dossier, RedirectAttributes redirect, ReaderWords words, String done, Runnable act) {
        String number = dossier.application().number();
        try {
            act.run();
            redirect.addFlashAttribute("notice", Notice.success(words.t(done)));
            return "redirect:" + OnlineBar.Place.HOME.of(number);
        } catch (Problem.InvalidInput wrong) {
            String first = FormSaving.missing(dossier, words).stream()
                    .findFirst()
                    .map(Fault::message)
                    .map(message -> words.t("online.not-filled.first", message))
                    .orElse("");
            String told = words.t("online.not-filled", wrong.faults().size());
            redirect.addFlashAttribute("notice", Notice.warning(told + first));
            return "redirect:" + OnlineBar.Place.FORM.of(number);
        }
    }

    @PostMapping("/{number}/withdrawal")
    String retract(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            RedirectAttributes redirect,
            Locale locale) {
        Versions.mustMatch(online.dossier(opened), version);
        online.retract(opened, null);
        redirect.addFlashAttribute("notice", Notice.success(bundles.in(locale).t("online.withdrawn")));
        return "redirect:" + OnlineBar.Place.HOME.of(number);
    }

    /** On a phone that others use, too. */
    @PostMapping("/{number}/leaving")
    String leave(@PathVariable String number, HttpServletRequest request, RedirectAttributes redirect, Locale locale) {
        OnlineSession.leave(request);
        redirect.addFlashAttribute("notice", Notice.success(bundles.in(locale).t("online.left", number)));
        return "redirect:" + OnlineSession.ENTRY;
    }
}
