package city.onewindow.catalog.holiday;

import city.onewindow.audit.Audit;
import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Holiday;
import city.onewindow.calendar.HolidayNotice;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the yearly notice in from its own words. Limits that run are counted anew by themselves afterwards, and everything that is
 * reckoned from then on follows it.
 */
@Service
public class HolidayNotices {

    private final Calendar calendar;
    private final Audit audit;

    HolidayNotices(Calendar calendar, Audit audit) {
        this.calendar = calendar;
        this.audit = audit;
    }

    /** What stands, by year of the notice, the newest first. */
    public Map<Integer, List<Holiday>> years() {
        return calendar.published().stream()
                .collect(Collectors.groupingBy(
                        Holiday::noticeYear,
                        () -> new TreeMap<Integer, List<Holiday>>((one, other) -> other - one),
                        Collectors.toList()));
    }

    /** What the text says, and what is wrong with it beside what stands already; changes nothing. */
    public HolidayNotice read(String text) {
        HolidayNotice notice = HolidayNotice.of(text);
        Set<LocalDate> read = notice.days().stream().map(Holiday::date).collect(Collectors.toSet());
        List<String> faults = new ArrayList<>(notice.faults());
        calendar.published().stream()
                .filter(day -> day.noticeYear() != notice.year() && read.contains(day.date()))
                .forEach(day ->
                        faults.add(DayWords.of(day.date()) + "已按 " + day.noticeYear() + " 年的通知载入，不能再由这一年的通知安排。"));
        return new HolidayNotice(notice.year(), notice.days(), faults);
    }

    /**
     * Takes it as the whole truth about its year.
     *
     * @throws Problem.InvalidInput with every fault at {@code /text}
     */
    @Transactional
    public HolidayNotice take(String text, Actor actor) {
        actor.must(Role.MANAGER);
        HolidayNotice notice = read(text);
        if (!notice.faults().isEmpty()) {
            throw new Problem.InvalidInput(notice.faults().stream()
                    .map(fault -> new Fault("/text", fault))
                    .toList());
        }
        if (calendar.replaceYears(notice.days())) {
            audit.record(actor.account(), "calendar.import", "holidays", notice.year() + " 年放假通知");
        }
        return notice;
    }
}
