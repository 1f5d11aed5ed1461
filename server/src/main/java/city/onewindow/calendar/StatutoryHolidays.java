package city.onewindow.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days off that the law itself names by their date (全国年节及纪念日放假办法 第二条, as in force since 2025), so that they are off before the
 * year's notice says what lies around them. 春节, 清明节, 端午节 and 中秋节 follow the moon and the sun: these days are the notice's to name.
 */
final class StatutoryHolidays {

    private static final Map<MonthDay, String> NAMES = Map.of(
            MonthDay.of(1, 1), "元旦",
            MonthDay.of(5, 1), "劳动节",
            MonthDay.of(5, 2), "劳动节",
            MonthDay.of(10, 1), "国庆节",
            MonthDay.of(10, 2), "国庆节",
            MonthDay.of(10, 3), "国庆节");

    private StatutoryHolidays() {}

    /** Null if the law names no holiday on that date. */
    static @Nullable String name(LocalDate date) {
        return NAMES.get(MonthDay.from(date));
    }
}
