package city.onewindow.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says: off, or made a working day (调休).
 *
 * @param name of the holiday that the day belongs to, such as 国庆节
 * @param noticeYear of which year's State Council notice it comes; that notice settles the whole year
 */
public record Holiday(LocalDate date, Kind kind, String name, int noticeYear) {

    /** Off, or worked. */
    public enum Kind {
        HOLIDAY,
        WORKDAY
    }
}
