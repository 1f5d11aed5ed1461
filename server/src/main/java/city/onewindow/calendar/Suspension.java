package city.onewindow.calendar;

import java.time.LocalDate;

/**
 * Days on which a clock stands still (行政许可法 第四十五条: hearing, inspection, testing, quarantine, appraisal, expert
 * review).
 *
 * @param from the first day that doesn't count
 * @param to the last one; while the procedure runs, {@link #running} says what to take
 * @param reason what the days are needed for, such as 专家评审
 */
public record Suspension(LocalDate from, LocalDate to, String reason) {

    public Suspension {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A suspension from " + from + " can't end on " + to);
        }
    }

    /**
     * A procedure that isn't over: it takes until the day that the applicant was told in writing, or until today if that
     * day has passed.
     */
    public static Suspension running(LocalDate from, LocalDate expectedEnd, LocalDate today, String reason) {
        return new Suspension(from, expectedEnd.isAfter(today) ? expectedEnd : today, reason);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
