package city.onewindow.approval;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts limits day by day, half day by half day, so plainly that it can be checked with a wall calendar; it knows nothing of the
 * product's calculator.
 *
 * @param worked what the notices say of single days
 */
record NaiveClock(Map<LocalDate, Boolean> worked) {

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime CLOSE = LocalTime.of(17, 0);

    /** 全国年节及纪念日放假办法 第二条: of every year, and by the moon and the sun of the years that a life may see without their notices. */
    private static final List<String> BY_LAW = List.of("01-01", "05-01", "05-02", "10-01", "10-02", "10-03");

    private static final List<String> BY_MOON_AND_SUN = List.of(
            "2027-02-05",
            "2027-02-06",
            "2027-02-07",
            "2027-02-08",
            "2027-04-05",
            "2027-06-09",
            "2027-09-15",
            "2028-01-25",
            "2028-01-26",
            "2028-01-27",
            "2028-01-28",
            "2028-04-04",
            "2028-05-28",
            "2028-10-03");

    /** Days on which a clock stands still, the last included. */
    record Pause(LocalDate from, LocalDate to) {}

    static NaiveClock read(JdbcClient jdbc) {
        Map<LocalDate, Boolean> worked = new HashMap<>();
        jdbc.sql("select day, kind from calendar.holiday order by source = 'LOCAL'")
                .query(row -> {
                    worked.put(
                            row.getObject("day", LocalDate.class),
                            row.getString("kind").equals("WORKDAY"));
                });
        return new NaiveClock(worked);
    }

    LocalDateTime due(LocalDateTime start, TimeLimit limit, List<Pause> pauses) {
        int halves = limit.days().movePointRight(1).intValueExact() / 5;
        if (limit.unit() == DayUnit.NATURAL && halves > 0) {
            return natural(start.toLocalDate(), (halves + 1) / 2, pauses);
        }
        LocalDate today = start.toLocalDate();
        boolean atWork = counts(today, pauses) && !start.toLocalTime().isAfter(CLOSE);
        if (halves == 0) {
            return (atWork ? today : next(today, pauses)).atTime(CLOSE);
        }
        if (halves == 1 && (!atWork || start.toLocalTime().isBefore(NOON))) {
            return (atWork ? today : next(today, pauses)).atTime(CLOSE);
        }
        return ends(today, halves, pauses).get(halves - 1);
    }

    /** The noons and closes after a day on which it is worked, as many as are needed. */
    private List<LocalDateTime> ends(LocalDate after, int needed, List<Pause> pauses) {
        List<LocalDateTime> ends = new ArrayList<>();
        for (LocalDate day = after; ends.size() < needed; ) {
            day = next(day, pauses);
            ends.add(day.atTime(NOON));
            ends.add(day.atTime(CLOSE));
        }
        return ends;
    }

    private LocalDateTime natural(LocalDate start, int days, List<Pause> pauses) {
        LocalDate day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= paused(day, pauses) ? 0 : 1;
        }
        return (counts(day, pauses) ? day : next(day, pauses)).atTime(CLOSE);
    }

    /** Yellow when a fifth of the half days is left, but no later than two of many, or half of few. */
    LocalDateTime yellow(LocalDateTime opened, LocalDateTime due, List<Pause> pauses) {
        List<LocalDateTime> ends = new ArrayList<>();
        ends.add(opened);
        for (LocalDate day = opened.toLocalDate(); !day.isAfter(due.toLocalDate()); day = day.plusDays(1)) {
            for (LocalTime time : List.of(NOON, CLOSE)) {
                LocalDateTime end = day.atTime(time);
                if (counts(day, pauses) && end.isAfter(opened) && !end.isAfter(due)) {
                    ends.add(end);
                }
            }
        }
        int total = ends.size() - 1;
        return ends.get(total - Math.max(total / 5, Math.min(2, total / 2)));
    }

    /** How many whole days were worked since, the first not counted; today is whole when it is closed. */
    int whole(LocalDate since, LocalDateTime now) {
        int days = 0;
        LocalDate last = now.toLocalTime().isBefore(CLOSE) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
        for (LocalDate day = since.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            days += counts(day, List.of()) ? 1 : 0;
        }
        return days;
    }

    private LocalDate next(LocalDate day, List<Pause> pauses) {
        LocalDate next = day.plusDays(1);
        return counts(next, pauses) ? next : next(next, pauses);
    }

    private boolean counts(LocalDate day, List<Pause> pauses) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !BY_LAW.contains(day.toString().substring(5))
                && !BY_MOON_AND_SUN.contains(day.toString());
        return worked.getOrDefault(day, weekday) && !paused(day, pauses);
    }

    private static boolean paused(LocalDate day, List<Pause> pauses) {
        return pauses.stream().anyMatch(pause -> !day.isBefore(pause.from()) && !day.isAfter(pause.to()));
    }
}
