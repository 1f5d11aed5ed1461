package city.onewindow.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which days count as working days (行政许可法 第八十二条): Monday to Friday, but for the holidays and the worked weekends that
 * the State Council's notices name, and for {@link StatutoryHolidays} in a year without a notice. Immutable.
 */
public final class WorkingDays {

    private final Map<LocalDate, Holiday> named;
    /** Of the notices. */
    private final Set<Integer> years;

    /** @throws IllegalStateException if a day is named twice */
    public WorkingDays(Collection<Holiday> holidays) {
        named = holidays.stream().collect(Collectors.toUnmodifiableMap(Holiday::date, Function.identity()));
        years = holidays.stream().map(Holiday::noticeYear).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isWorking(LocalDate date) {
        Holiday day = named.get(date);
        return day == null ? !isWeekend(date) && statutory(date) == null : day.kind() == Holiday.Kind.WORKDAY;
    }

    /** The first working day after the date. */
    public LocalDate next(LocalDate date) {
        LocalDate day = date.plusDays(1);
        while (!isWorking(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The date's {@code n}th following working day; the date itself for 0, which may be a day off. */
    public LocalDate plus(LocalDate date, int n) {
        LocalDate day = date;
        for (int i = 0; i < n; i++) {
            day = next(day);
        }
        return day;
    }

    /** How many working days have passed: those after the one date, up to and with the other; 0 if that comes first. */
    public int between(LocalDate after, LocalDate upTo) {
        int days = 0;
        for (LocalDate day = next(after); !day.isAfter(upTo); day = next(day)) {
            days++;
        }
        return days;
    }

    /** Why the day counts or doesn't, in Chinese: 工作日, 休息日, 国庆节放假, 国庆节调休上班. */
    public String describe(LocalDate date) {
        Holiday day = named.get(date);
        if (day == null) {
            String statutory = statutory(date);
            return statutory != null ? statutory + "放假" : isWeekend(date) ? "休息日" : "工作日";
        }
        return day.name() + (day.kind() == Holiday.Kind.HOLIDAY ? "放假" : "调休上班");
    }

    /**
     * Whether a published notice settles every day from the one to the other. Of other years Monday to Friday are taken for worked, but
     * for what the law names, which their notice may change.
     */
    public boolean isSettled(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(years::contains);
    }

    /** Before a year's notice, which settles the year alone. */
    private @Nullable String statutory(LocalDate date) {
        return years.contains(date.getYear()) ? null : StatutoryHolidays.name(date);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
