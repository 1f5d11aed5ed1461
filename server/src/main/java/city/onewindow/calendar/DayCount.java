package city.onewindow.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts days in one unit, around some suspensions. */
record DayCount(WorkingDays workingDays, DayUnit unit, List<Suspension> suspensions) {

    /** No limit is that long; a suspension without end would otherwise be walked for ever. */
    private static final int HORIZON_DAYS = 40_000;

    boolean counts(LocalDate day) {
        return (unit == DayUnit.NATURAL || workingDays.isWorking(day))
                && suspension(day).isEmpty();
    }

    /** The {@code n}th day after this one that counts. */
    LocalDate plus(LocalDate from, int n) {
        LocalDate day = from;
        for (int i = 0; i < n; i++) {
            LocalDate last = day;
            day = day.plusDays(1);
            while (!counts(day)) {
                day = within(last, day.plusDays(1));
            }
        }
        return day;
    }

    /** The first day at or after this one that a limit may end on: worked, and not suspended. */
    LocalDate firstToEndOn(LocalDate from) {
        LocalDate day = from;
        while (!workingDays.isWorking(day) || suspension(day).isPresent()) {
            day = within(from, day.plusDays(1));
        }
        return day;
    }

    /** How many noons and closes of business lie after one moment, up to and with the other. */
    int halfDays(LocalDateTime after, LocalDateTime upTo) {
        int ends = 0;
        for (LocalDate day = after.toLocalDate(); !day.isAfter(upTo.toLocalDate()); day = day.plusDays(1)) {
            if (counts(day)) {
                ends += isBetween(after, day.atTime(Deadlines.NOON), upTo) ? 1 : 0;
                ends += isBetween(after, day.atTime(Deadlines.CLOSE), upTo) ? 1 : 0;
            }
        }
        return ends;
    }

    /** The {@code n}th noon or close of business after the moment; the moment itself for 0. */
    LocalDateTime halfDayEnd(LocalDateTime after, int n) {
        LocalDateTime end = after;
        LocalDate day = after.toLocalDate();
        for (int i = 0; i < n; day = within(after.toLocalDate(), day.plusDays(1))) {
            for (LocalTime time : List.of(Deadlines.NOON, Deadlines.CLOSE)) {
                if (i < n && counts(day) && day.atTime(time).isAfter(after)) {
                    end = day.atTime(time);
                    i++;
                }
            }
        }
        return end;
    }

    /**
     * Says of every day after the start what it did.
     *
     * @param nominal where the count ended
     * @param due where it was moved to, for the count ended on a day off
     */
    List<DayCounted> explain(LocalDate start, LocalDate nominal, LocalDate due) {
        List<DayCounted> days = new ArrayList<>();
        for (LocalDate day = start.plusDays(1); !day.isAfter(due); day = day.plusDays(1)) {
            Optional<Suspension> standing = suspension(day);
            if (standing.isPresent()) {
                days.add(new DayCounted(day, false, standing.get().reason()));
            } else if (day.isAfter(nominal)) {
                days.add(new DayCounted(day, false, day.equals(due) ? Deadline.MOVED : workingDays.describe(day)));
            } else {
                days.add(new DayCounted(day, counts(day), workingDays.describe(day)));
            }
        }
        return days;
    }

    private Optional<Suspension> suspension(LocalDate day) {
        return suspensions.stream().filter(one -> one.covers(day)).findFirst();
    }

    private static boolean isBetween(LocalDateTime after, LocalDateTime moment, LocalDateTime upTo) {
        return moment.isAfter(after) && !moment.isAfter(upTo);
    }

    private static LocalDate within(LocalDate from, LocalDate day) {
        if (day.isAfter(from.plusDays(HORIZON_DAYS))) {
            throw new IllegalArgumentException("No day to count within " + HORIZON_DAYS + " days after " + from
                    + ". Maybe a suspension has no end.");
        }
        return day;
    }
}
