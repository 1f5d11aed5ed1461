package city.onewindow.catalog.content;

import java.time.LocalDate;

/**
 * A day that the State Council's notice names (国务院办公厅关于部分节假日安排的通知).
 *
 * @param dayOff a day off; else a weekend day that is worked
 * @param noticeYear the year the notice is about
 */
public record NamedDay(LocalDate date, boolean dayOff, String name, int noticeYear) {}
