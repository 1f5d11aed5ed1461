package city.onewindow.intake.web;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Bundles;
import city.onewindow.frame.Link;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Intake;
import city.onewindow.intake.IntakeAct;
import city.onewindow.intake.PreReview;
import city.onewindow.intake.PreReviewDesk;
import city.onewindow.intake.PreReviewTerms;
import city.onewindow.intake.Rerouting;
import city.onewindow.intake.WaitingPreReview;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 网上预审 for the window: what waits, the look itself, and the applicant who comes. */
@Controller
@PreAuthorize("hasRole('CLERK')")
class PreReviewPages {

    static final String LIST = "/pre-reviews";

    private static final String POINT = "point:";

    private final Intake intake;
    private final PreReviewDesk desk;
    private final Rerouting rerouting;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final PreReviewTerms terms;
    private final Bundles bundles;
    private final Clock clock;

    PreReviewPages(
            Intake intake,
            PreReviewDesk desk,
            Rerouting rerouting,
            Catalogs catalogs,
            Calendar calendar,
            PreReviewTerms terms,
            Bundles bundles,
            Clock clock) {
        this.intake = intake;
        this.desk = desk;
        this.rerouting = rerouting;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.terms = terms;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(LIST)
    ModelAndView list(Actor actor) {
        List<PreReviewLine> lines = desk.waiting(actor).stream().map(this::line).toList();
        return new ModelAndView(
                "intake/pre-reviews",
                Map.of("lines", lines, "away", rerouting.away(actor), "workingDays", terms.workingDays()));
    }

    private PreReviewLine line(WaitingPreReview waiting) {
        LocalDate until = terms.answerUntil(waiting, calendar.workingDays());
        return new PreReviewLine(
                waiting.number(),
                waiting.title(),
                waiting.applicant(),
                waiting.applied(),
                DayWords.shortHour(waiting.submittedAt()),
                waiting.reroutedFrom() != null,
                DeskWords.due(until, LocalDate.now(clock), calendar.workingDays()));
    }

    @GetMapping("/desk/{number}/pre-review")
    ModelAndView look(@PathVariable String number, Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        boolean applied = dossier.application().status() == ApplicationStatus.SUBMITTED;
        if (!applied && !dossier.application().status().allows(IntakeAct.PASS)) {
            return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(number));
        }
        // What was said the last time has been mended or not: the window looks anew.
        return page(dossier, new PreReview(null, List.of()), null, List.of());
    }

    @PostMapping("/desk/{number}/pre-review/pass")
    ModelAndView pass(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Versions.mustMatch(dossier, version);
        PreReview written = written(request);
        if (!written.remarks().isEmpty()) {
            return refused(dossier, request, "您写了 " + written.remarks().size() + " 处意见。要申请人改的，请点“退回”；不要改的，请清空后再通过。");
        }
        desk.pass(number, met(request), actor, null);
        redirect.addFlashAttribute("notice", Notice.success("申请 " + number + " 预审通过，申请人凭编号和查询码看得到要带什么。"));
        return new ModelAndView("redirect:" + LIST);
    }

    @PostMapping("/desk/{number}/pre-review/return")
    ModelAndView giveBack(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Actor actor) {
        Dossier dossier = intake.dossier(number, actor);
        Versions.mustMatch(dossier, version);
        try {
            desk.giveBack(number, remarks(request), met(request), actor, null);
        } catch (Problem.InvalidInput wrong) {
            return refused(dossier, request, wrong.faults().get(0).message());
        }
        redirect.addFlashAttribute("notice", Notice.success("申请 " + number + " 已退回，意见显示在申请人的各栏旁。"));
        return new ModelAndView("redirect:" + LIST);
    }

    @PostMapping("/desk/{number}/arrival")
    String arrive(
            @PathVariable String number,
            @RequestParam(name = "at-version") long version,
            RedirectAttributes redirect,
            Actor actor) {
        Versions.mustMatch(intake.dossier(number, actor), version);
        desk.arrive(number, actor, null);
        redirect.addFlashAttribute("notice", Notice.success("网上填的都在。请对着原件核验材料，齐全就受理。"));
        return "redirect:" + DossierBar.Place.MATERIALS.of(number);
    }

    private ModelAndView page(
            Dossier dossier, PreReview written, @Nullable Map<String, List<Integer>> met, List<Link> errors) {
        Catalog catalog = catalogs.at(dossier.application().edition());
        ReaderWords words = ReaderWords.of(bundles.in(Locale.CHINA), catalog);
        return new ModelAndView(
                "intake/pre-review", "view", PreReviewView.of(dossier, catalog, written, met, errors, words));
    }

    /** As it was written and ticked. */
    private ModelAndView refused(Dossier dossier, HttpServletRequest request, String why) {
        ModelAndView again = page(dossier, written(request), met(request), List.of(new Link(why, "#looked")));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static PreReview written(HttpServletRequest request) {
        return new PreReview(
                null,
                remarks(request).entrySet().stream()
                        .filter(remark -> !remark.getValue().isBlank())
                        .map(remark -> new PreReview.Remark(remark.getKey(), remark.getValue()))
                        .toList());
    }

    /** By pointer. */
    static Map<String, String> remarks(HttpServletRequest request) {
        Map<String, String> remarks = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PreReviewView.REMARK)) {
                remarks.put(name.substring(PreReviewView.REMARK.length()), values[0]);
            }
        });
        return remarks;
    }

    /** By key of the material; the page numbers the points from 0. */
    private static Map<String, List<Integer>> met(HttpServletRequest request) {
        Map<String, List<Integer>> met = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(POINT)) {
                met.put(
                        name.substring(POINT.length()),
                        Stream.of(values)
                                .filter(value -> value.matches("\\d{1,4}"))
                                .map(Integer::valueOf)
                                .toList());
            }
        });
        return met;
    }
}
