package city.onewindow.intake.web;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.WorkingDays;
import city.onewindow.catalog.Catalogs;
import city.onewindow.frame.Tab;
import city.onewindow.identity.Actor;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.Intake;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a clerk's day begins: the window's applications, newest first. */
@Controller
@PreAuthorize("hasRole('CLERK')")
class DeskPages {

    private static final int ROWS = 25;
    private static final String AWAITED = "AWAITED";

    private final Intake intake;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final ApplicationNumbers numbers;
    private final Clock clock;

    DeskPages(Intake intake, Catalogs catalogs, Calendar calendar, ApplicationNumbers numbers, Clock clock) {
        this.intake = intake;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.numbers = numbers;
        this.clock = clock;
    }

    @GetMapping("/desk")
    ModelAndView desk(
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        String notFound = "";
        if (!q.isBlank()) {
            notFound = refusalOf(q, actor);
            if (notFound.isEmpty()) {
                return new ModelAndView("redirect:" + DossierBar.Place.RESULT.of(numbers.whole(q)));
            }
        }
        Slice<ApplicationSummary> found = intake.ofWindow(actor, statusOf(status), status.equals(AWAITED), after, ROWS);
        return shown(new DeskView(
                windowName(actor),
                q.strip(),
                notFound,
                "",
                tabs(status),
                lines(found.items()),
                found.next(),
                after == null,
                status.isEmpty() ? "本窗口还没有申请" : "没有这样的申请"));
    }

    /**
     * Who comes back without a number of ours is found by his document's, which goes into no address: the page is the answer. A few digits may
     * end a number of any day, or be a document's: what is found of either is shown.
     */
    @PostMapping("/desk")
    ModelAndView find(@RequestParam(defaultValue = "") String q, Actor actor) {
        boolean serial = numbers.isSerial(q);
        if (q.isBlank() || numbers.mayBe(q) && !serial) {
            return new ModelAndView("redirect:/desk" + (q.isBlank() ? "" : "?q=" + numbers.whole(q)));
        }
        List<ApplicationSummary> found = new ArrayList<>(intake.ofSerial(q, actor));
        String more = "";
        String refused = "";
        try {
            Slice<ApplicationSummary> his = intake.ofApplicant(q, actor);
            found.addAll(his.items());
            if (his.next() != null) {
                more = "只列出最近的 " + Intake.MOST_OF_ONE + " 件，更早的没有列出。要找更早的，请输入申请编号；已受理的，也可以在“查办件”里按姓名或单位名称逐页查看。";
            }
        } catch (Problem.InvalidInput wrong) {
            refused = "「" + q.strip() + "」不是申请编号，也不是证件号码。请输入完整编号，如 410300-20261124-000012；也可以只输末尾的数字；"
                    + "没有编号的，输入申请人的证件号码或统一社会信用代码；已受理的，也可以在“查办件”里按姓名查找。";
        }
        List<ApplicationSummary> each = found.stream().distinct().toList();
        if (serial && each.size() < 2) {
            String only = each.isEmpty() ? numbers.whole(q) : each.get(0).number();
            return new ModelAndView("redirect:/desk?q=" + only);
        }
        String none = refused.isEmpty() ? "本窗口没有这个证件号码的申请" : "没有查找";
        return shown(new DeskView(
                windowName(actor), q.strip(), serial ? "" : refused, more, tabs("*"), lines(each), null, true, none));
    }

    private static ModelAndView shown(DeskView view) {
        return new ModelAndView("intake/desk", "view", view);
    }

    private List<DeskView.Line> lines(List<ApplicationSummary> found) {
        LocalDate today = LocalDate.now(clock);
        WorkingDays days = calendar.workingDays();
        return found.stream().map(line -> line(line, today, days)).toList();
    }

    /** Why what was looked for can't be opened; empty if it can. */
    private String refusalOf(String typed, Actor actor) {
        try {
            intake.dossier(numbers.whole(typed), actor);
            return "";
        } catch (Problem.InvalidInput wrong) {
            return wrong.faults().get(0).message();
        } catch (Problem.NotFound wrong) {
            return "您的窗口没有编号为「" + typed.strip() + "」的申请。请核对编号。没有编号的，输入申请人完整的证件号码（加密保存，"
                    + "只凭手机号码、证件号码的后几位查不到）；已受理的，也可以在“查办件”里按姓名查找。";
        }
    }

    private String windowName(Actor actor) {
        String code = ErrandPage.windowOf(actor);
        return catalogs.current().content().windowName(code);
    }

    private static @Nullable ApplicationStatus statusOf(String name) {
        return Stream.of(ApplicationStatus.values())
                .filter(status -> status.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static List<Tab> tabs(String current) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(tab("全部", "", current));
        tabs.add(new Tab("网上待办", PreReviewPages.LIST, null, false));
        tabs.add(tab(ApplicationStatus.SUBMITTED.words(), ApplicationStatus.SUBMITTED.name(), current));
        tabs.add(tab(ApplicationStatus.DRAFT.words(), ApplicationStatus.DRAFT.name(), current));
        tabs.add(tab(ApplicationStatus.SUPPLEMENT.words(), ApplicationStatus.SUPPLEMENT.name(), current));
        tabs.add(tab("容缺待补", AWAITED, current));
        tabs.add(tab(ApplicationStatus.ACCEPTED.words(), ApplicationStatus.ACCEPTED.name(), current));
        tabs.add(tab(ApplicationStatus.REFUSED.words(), ApplicationStatus.REFUSED.name(), current));
        tabs.add(tab(ApplicationStatus.WITHDRAWN.words(), ApplicationStatus.WITHDRAWN.name(), current));
        return tabs;
    }

    private static Tab tab(String words, String status, String current) {
        return new Tab(words, status.isEmpty() ? "/desk" : "/desk?status=" + status, null, status.equals(current));
    }

    private static DeskView.Line line(ApplicationSummary summary, LocalDate today, WorkingDays days) {
        LocalDate until = until(summary);
        return new DeskView.Line(
                summary.number(),
                summary.title(),
                summary.reroutedFrom() != null,
                summary.reopened(),
                summary.applicant(),
                DayWords.shortHour(summary.createdAt()),
                DeskWords.tone(summary.status()),
                summary.words(),
                until == null ? null : DeskWords.due(until, today, days));
    }

    /** The day that the window is held to, or else the applicant. */
    private static @Nullable LocalDate until(ApplicationSummary summary) {
        LocalDate ordered = summary.orderedUntil();
        LocalDate decide = summary.decideUntil();
        if (decide != null) {
            return ordered != null && ordered.isBefore(decide) ? ordered : decide;
        }
        return summary.status().isSupplement()
                ? summary.supplementUntil()
                : summary.status() == ApplicationStatus.ACCEPTED ? summary.deferredUntil() : null;
    }
}
