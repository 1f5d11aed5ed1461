package city.onewindow.intake.web;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Notice;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OnlineGate;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.intake.PreReview;
import city.onewindow.intake.PreReviewTerms;
import city.onewindow.intake.Remote;
import city.onewindow.intake.RemoteApplications;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.DocumentLinks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/** 网上预审 for the applicant: begin, come back with number and query code, hand in, withdraw. */
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

    OnlinePages(
            OnlineApplications online,
            RemoteApplications remote,
            OnlineGate gate,
            Catalogs catalogs,
            Calendar calendar,
            PreReviewTerms terms) {
        this.online = online;
        this.remote = remote;
        this.gate = gate;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.terms = terms;
    }

    @GetMapping
    ModelAndView ask() {
        return new ModelAndView("intake/online-open", Map.of("number", "", "refused", ""));
    }

    /** The code comes in the body and not in the address, so that no log keeps it. */
    @PostMapping
    ModelAndView open(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        try {
            OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
            OnlineSession.open(request, opened);
            return new ModelAndView("redirect:" + OnlineBar.Place.HOME.of(opened.number()));
        } catch (Problem.NotFound | Problem.NotAllowed wrong) {
            ModelAndView again = new ModelAndView(
                    "intake/online-open", Map.of("number", number, "refused", String.valueOf(wrong.getMessage())));
            again.setStatus(wrong instanceof Problem.NotFound ? HttpStatus.NOT_FOUND : HttpStatus.TOO_MANY_REQUESTS);
            return again;
        }
    }

    /** From the guide; the answers stand in the query as they do there. */
    @GetMapping("/new")
    ModelAndView blank(HttpServletRequest request) {
        ErrandForm sent = ErrandForm.read(request.getParameterMap());
        ErrandForm blank = ErrandForm.blank(sent.thing());
        ErrandForm form = new ErrandForm(sent.thing(), List.of(), sent.answers(), blank.applicant(), "", blank.key());
        return new ModelAndView(
                "intake/online-begin", "view", OnlineBegin.of(form, catalogs.current(), terms, List.of()));
    }

    @PostMapping("/new")
    ModelAndView begin(HttpServletRequest request) {
        ErrandForm form = ErrandForm.read(request.getParameterMap());
        try {
            if (request.getParameter(OnlineBegin.CONSENT) == null) {
                throw new Problem.InvalidInput("/" + OnlineBegin.CONSENT, OnlineBegin.NO_CONSENT);
            }
            Map<String, String> answers =
                    new LinkedHashMap<>(form.choice().in(catalogs.current()).answers());
            OpenedApplication opened =
                    online.begin(form.application(answers), new IdempotencyKey(form.key()), request.getRemoteAddr());
            OnlineSession.open(request, opened);
            return new ModelAndView("redirect:" + OnlineBar.Place.HOME.of(opened.number()));
        } catch (Problem.InvalidInput wrong) {
            List<Fault> faults = wrong.faults();
            ModelAndView again = new ModelAndView(
                    "intake/online-begin", "view", OnlineBegin.of(form, catalogs.current(), terms, faults));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    @GetMapping("/{number}")
    ModelAndView home(@PathVariable String number, @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened) {
        Dossier dossier = online.dossier(opened);
        PreReview preReview = online.preReview(opened);
        return new ModelAndView(
                "intake/online-home",
                "view",
                OnlineHome.of(
                        dossier,
                        preReview,
                        catalogs.at(dossier.application().edition()),
                        answerUntil(dossier, preReview),
                        applying(dossier),
                        terms.keptDays()));
    }

    private OnlineHome.Applying applying(Dossier dossier) {
        Application application = dossier.application();
        Remote may = remote.remote(dossier);
        LocalDate until = application.status() == ApplicationStatus.AMENDING
                ? application.supplementUntil()
                : remote.decideUntil(dossier);
        return new OnlineHome.Applying(
                may.isOpenTo(application.status()),
                may.presence(),
                remote.told(dossier).stream()
                        .map(document -> new OnlineHome.Applying.Told(
                                document.kind().title(), document.number(), DocumentLinks.of(document)))
                        .toList(),
                until == null ? null : DeskWords.wholeDay(until));
    }

    private @Nullable String answerUntil(Dossier dossier, PreReview preReview) {
        LocalDate until = terms.answerUntil(dossier, preReview, calendar.workingDays());
        return until == null ? null : DeskWords.wholeDay(until);
    }

    @PostMapping("/{number}/submission")
    String submit(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            RedirectAttributes redirect) {
        Versions.mustMatch(online.dossier(opened), version);
        return handedIn(number, redirect, "已提交预审。结果在这里看；请记好申请编号和查询码。", () -> online.submit(opened, null));
    }

    @PostMapping("/{number}/application")
    String apply(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            RedirectAttributes redirect) {
        Versions.mustMatch(online.dossier(opened), version);
        return handedIn(number, redirect, "已申请，收件凭证在下面。请记好申请编号和查询码。", () -> remote.apply(opened, null));
    }

    private static String handedIn(String number, RedirectAttributes redirect, String done, Runnable act) {
        try {
            act.run();
            redirect.addFlashAttribute("notice", Notice.success(done));
            return "redirect:" + OnlineBar.Place.HOME.of(number);
        } catch (Problem.InvalidInput missing) {
            redirect.addFlashAttribute(
                    "notice",
                    Notice.warning("申请表还有 " + missing.faults().size() + " 处没有填好，填好再提交。第一处："
                            + missing.faults().get(0).message()));
            return "redirect:" + OnlineBar.Place.FORM.of(number);
        }
    }

    @PostMapping("/{number}/withdrawal")
    String retract(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            @SessionAttribute(OnlineSession.OPENED) OpenedApplication opened,
            RedirectAttributes redirect) {
        Versions.mustMatch(online.dossier(opened), version);
        online.retract(opened, null);
        redirect.addFlashAttribute("notice", Notice.success("已撤回。以后可以重新申请，也可以直接到窗口办理。"));
        return "redirect:" + OnlineBar.Place.HOME.of(number);
    }

    /** On a phone that others use, too. */
    @PostMapping("/{number}/leaving")
    String leave(@PathVariable String number, HttpServletRequest request, RedirectAttributes redirect) {
        OnlineSession.leave(request);
        redirect.addFlashAttribute("notice", Notice.success("已退出申请 " + number + "。再来时请输入申请编号和查询码。"));
        return "redirect:" + OnlineSession.ENTRY;
    }
}
