package city.onewindow.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one calculator of every date that follows from a time limit. Pure: it knows working days, and is told everything
 * else.
 *
 * <p>The rules; {@code deadlines.csv} among the tests has rows for each:
 *
 * <ol>
 *   <li>The day of the start isn't counted, whatever the hour (民法典 第二百零一条); the limit ends with the last day counted, at
 *       the close of business (第二百零三条).
 *   <li>Working days only, worked weekends included (行政许可法 第八十二条).
 *   <li>A limit in natural days counts every day; if it ends on a day off it ends on the next working day (民法典
 *       第二百零三条). Half a natural day is taken for a whole one, for a day off has no noon.
 *   <li>Half a day after whole working days ends at noon of the working day after them.
 *   <li>Limits under a day are counted from the moment (民法典 第二百零一条第二款): on the spot ends with the day of the start;
 *       half a day that starts before noon ends with that day, otherwise at noon of the next working day. A start on a day
 *       off or after the close of business counts from the opening of the next working day.
 *   <li>Days of a special procedure don't count, its first and its last included (行政许可法 第四十五条).
 * </ol>
 */
public record Deadlines(WorkingDays workingDays) {

    /** Business hours are 09:00–12:00 and 13:00–17:00; a last day ends when business does (民法典 第二百零三条). */
    public static final LocalTime CLOSE = LocalTime.of(17, 0);

    /** Where a working day halves. */
    public static final LocalTime NOON = LocalTime.NOON;

    /**
     * Works a due date out.
     *
     * @throws IllegalArgumentException if the suspensions leave no day to end on
     */
    public Deadline of(LocalDateTime start, TimeLimit limit, List<Suspension> suspensions) {
        DayCount count = new DayCount(workingDays, limit.unit(), List.copyOf(suspensions));
        LocalDateTime nominal = nominal(start, limit, count);
        LocalDate last = count.firstToEndOn(nominal.toLocalDate());
        LocalDateTime due = last.equals(nominal.toLocalDate()) ? nominal : last.atTime(CLOSE);

        List<DayCounted> days = new ArrayList<>();
        days.add(firstDay(start, limit, count));
        days.addAll(count.explain(start.toLocalDate(), nominal.toLocalDate(), due.toLocalDate()));
        boolean settled = workingDays.isSettled(start.toLocalDate(), due.toLocalDate());
        return new Deadline(start, limit, due, days, settled);
    }

    public Deadline of(LocalDateTime start, TimeLimit limit) {
        return of(start, limit, List.of());
    }

    /**
     * From when a clock is yellow: when a fifth of its time is left, or one working day of a longer time, or half of a shorter
     * one.
     *
     * @param start when the limit began to run
     */
    public LocalDateTime yellowFrom(LocalDateTime start, LocalDateTime due, List<Suspension> suspensions) {
        DayCount count = new DayCount(workingDays, DayUnit.WORKING, suspensions);
        int total = count.halfDays(start, due);
        int left = Math.max(total / 5, Math.min(2, total / 2));
        return count.halfDayEnd(start, total - left);
    }

    /**
     * How a clock stands that still runs.
     *
     * @param start when the limit began to run
     */
    public Remaining remaining(LocalDateTime now, LocalDateTime start, LocalDateTime due) {
        return remaining(now, start, due, List.of());
    }

    /** The same, without the days that the suspensions take. */
    public Remaining remaining(
            LocalDateTime now, LocalDateTime start, LocalDateTime due, List<Suspension> suspensions) {
        DayCount count = new DayCount(workingDays, DayUnit.WORKING, suspensions);
        if (now.isAfter(due)) {
            return new Remaining(count.halfDays(due, now), ClockState.RED);
        }
        boolean yellow = !now.isBefore(yellowFrom(start, due, suspensions));
        return new Remaining(count.halfDays(now, due), yellow ? ClockState.YELLOW : ClockState.NORMAL);
    }

    /** How a clock stands, or stood: a finished matter is judged by when it was finished, never by today. */
    public ClockState state(
            LocalDateTime now,
            @Nullable LocalDateTime finished,
            LocalDateTime start,
            LocalDateTime due,
            List<Suspension> suspensions) {
        if (finished == null) {
            return remaining(now, start, due, suspensions).state();
        }
        return finished.isAfter(due) ? ClockState.RED : ClockState.NORMAL;
    }

    private static LocalDateTime nominal(LocalDateTime start, TimeLimit limit, DayCount count) {
        LocalDate day = start.toLocalDate();
        if (limit.unit() == DayUnit.NATURAL && !limit.isOnTheSpot()) {
            return count.plus(
                            day, limit.days().setScale(0, RoundingMode.CEILING).intValueExact())
                    .atTime(CLOSE);
        }
        int whole = limit.days().intValue();
        boolean half = limit.days().remainder(BigDecimal.ONE).signum() > 0;
        if (whole > 0) {
            return half
                    ? count.plus(day, whole + 1).atTime(NOON)
                    : count.plus(day, whole).atTime(CLOSE);
        }
        if (!isOpen(start, count)) {
            return count.plus(day, 1).atTime(CLOSE);
        }
        boolean overNoon = half && !start.toLocalTime().isBefore(NOON);
        return overNoon ? count.plus(day, 1).atTime(NOON) : day.atTime(CLOSE);
    }

    private static DayCounted firstDay(LocalDateTime start, TimeLimit limit, DayCount count) {
        LocalDate day = start.toLocalDate();
        if (!limit.isUnderADay()) {
            return new DayCounted(day, false, Deadline.START);
        }
        boolean open = isOpen(start, count);
        return new DayCounted(day, open, open ? count.workingDays().describe(day) : "非工作时间");
    }

    private static boolean isOpen(LocalDateTime start, DayCount count) {
        return count.counts(start.toLocalDate()) && !start.toLocalTime().isAfter(CLOSE);
    }
}
