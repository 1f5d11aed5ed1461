package city.onewindow.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a clock stands still (行政许可法 第四十五条: hearing, inspection, testing, quarantine, appraisal, expert
 * review).
 *
 * @param from the first day that doesn't count
 * @param to the last one
 * @param reason what the days are needed for, such as 专家评审
 */
public record Suspension(LocalDate from, LocalDate to, String reason) {

    public Suspension {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A suspension from " + from + " can't end on " + to);
        }
    }

    /**
     * A procedure takes the time that the applicant was told in writing (行政许可法 第四十五条), less if it was over sooner; what it
     * takes beyond that counts like any other day.
     *
     * @param ended null while it runs
     */
    public static Suspension told(LocalDate from, LocalDate expectedEnd, @Nullable LocalDate ended, String reason) {
        return new Suspension(from, ended != null && ended.isBefore(expectedEnd) ? ended : expectedEnd, reason);
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
