package city.onewindow.catalog.holiday.web;

import city.onewindow.calendar.Holiday;
import city.onewindow.calendar.HolidayNotice;
import city.onewindow.catalog.holiday.HolidayNotices;
import city.onewindow.frame.Field;
import city.onewindow.frame.Notice;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The manager pastes the notice, looks at what was read, and confirms. */
@Controller
@RequestMapping("/holidays")
@PreAuthorize("hasRole('MANAGER')")
class HolidayPages {

    private static final int YEARS = 3;
    private static final int LONGEST_FAULTS = 8;

    private final HolidayNotices notices;
    private final Clock clock;

    HolidayPages(HolidayNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return page("", null);
    }

    /** Nothing is written yet. */
    @PostMapping("/preview")
    ModelAndView preview(@RequestParam(defaultValue = "") String text) {
        return page(text, notices.read(text));
    }

    @PostMapping
    ModelAndView take(@RequestParam(defaultValue = "") String text, Actor actor, RedirectAttributes after) {
        try {
            HolidayNotice taken = notices.take(text, actor);
            after.addFlashAttribute("notice", Notice.success(taken.year() + " 年的放假安排已经启用，正在办理的时限会在一分钟内自动重算。"));
            return new ModelAndView("redirect:/holidays");
        } catch (Problem.InvalidInput wrong) {
            return page(text, notices.read(text));
        }
    }

    private ModelAndView page(String text, @Nullable HolidayNotice read) {
        List<String> faults = read == null ? List.of() : read.faults();
        Map<Integer, List<Holiday>> years = notices.years();
        HolidayNotice good = faults.isEmpty() ? read : null;
        ModelAndView page = new ModelAndView("catalog/holidays");
        page.addObject(
                "view",
                new HolidayView(
                        missing(years.keySet()),
                        Field.area("text", "放假通知全文")
                                .value(text)
                                .required()
                                .hint("从国务院办公厅的通知复制，从标题到“国庆节”一条；读出的日期先给您核对，确认后才启用。")
                                .error(
                                        faults.isEmpty()
                                                ? null
                                                : String.join(
                                                        "",
                                                        faults.stream()
                                                                .limit(LONGEST_FAULTS)
                                                                .toList())),
                        good == null ? 0 : good.year(),
                        good == null ? "" : text,
                        good == null ? List.of() : days(good.days()),
                        good == null ? "" : difference(good.days(), years.getOrDefault(good.year(), List.of())),
                        years.entrySet().stream()
                                .limit(YEARS)
                                .map(year -> new HolidayView.Year(year.getKey(), days(year.getValue())))
                                .toList()));
        if (!faults.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /** Of this year and the next; empty if both are there. */
    private String missing(Set<Integer> known) {
        int year = LocalDate.now(clock).getYear();
        String missing = Stream.of(year, year + 1)
                .filter(each -> !known.contains(each))
                .map(String::valueOf)
                .collect(Collectors.joining("、"));
        return missing.isEmpty()
                ? ""
                : missing + " 年的放假安排还没有录入。通知公布后请尽快录入：此前算到 " + missing + " 年的期限只扣除周末和法定节假日当天，调休和补休还没有计入。";
    }

    /** A notice that comes again, put right, mostly moves a day or two: these are what is to be looked at. */
    private static String difference(List<Holiday> read, List<Holiday> stands) {
        if (stands.isEmpty()) {
            return "";
        }
        String more = told(read, stands);
        String less = told(stands, read);
        return more.isEmpty() && less.isEmpty()
                ? "与已经启用的安排相同，不用再启用。"
                : "与已经启用的安排不同。"
                        + (more.isEmpty() ? "" : "改为：" + more + "。")
                        + (less.isEmpty() ? "" : "不再是：" + less + "。");
    }

    private static String told(List<Holiday> days, List<Holiday> without) {
        return days(days.stream().filter(day -> !without.contains(day)).toList()).stream()
                .map(line -> line.days() + (line.off() ? "放假" : "上班"))
                .collect(Collectors.joining("，"));
    }

    /** Days that follow one another are one line. */
    private static List<HolidayView.Line> days(List<Holiday> days) {
        List<HolidayView.Line> lines = new ArrayList<>();
        for (int from = 0; from < days.size(); ) {
            int to = from;
            while (to + 1 < days.size() && follows(days.get(to), days.get(to + 1))) {
                to++;
            }
            Holiday first = days.get(from);
            lines.add(new HolidayView.Line(
                    first.name(),
                    first.kind() == Holiday.Kind.HOLIDAY,
                    from == to
                            ? day(first.date())
                            : day(first.date()) + " 至 " + day(days.get(to).date()),
                    to - from + 1));
            from = to + 1;
        }
        return lines;
    }

    private static boolean follows(Holiday one, Holiday next) {
        return next.kind() == one.kind()
                && next.name().equals(one.name())
                && next.date().equals(one.date().plusDays(1));
    }

    private static String day(LocalDate date) {
        return DayWords.weekday(date);
    }
}
