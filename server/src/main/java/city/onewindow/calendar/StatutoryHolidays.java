package city.onewindow.calendar;

import static java.util.Objects.requireNonNull;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.Solar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The days off that the law itself names (全国年节及纪念日放假办法 第二条, as in force since 2025), by their date, by the moon or by the sun, so that
 * they are off before the year's notice says what lies around them. On which working day one that falls on a weekend is made up
 * for (第六条), and what is moved for a longer rest, is the notice's to name.
 */
final class StatutoryHolidays {

    private static final Map<Integer, Map<LocalDate, String>> YEARS = new ConcurrentHashMap<>();

    private StatutoryHolidays() {}

    /** Null if the law names no holiday on that date. */
    static @Nullable String name(LocalDate date) {
        return YEARS.computeIfAbsent(date.getYear(), StatutoryHolidays::year).get(date);
    }

    /** Where two fall on one day, as in 2031 中秋节 and 国庆节, it has the name of the later here. */
    private static Map<LocalDate, String> year(int year) {
        Map<LocalDate, String> days = new HashMap<>();
        LocalDate newYear = lunar(year, 1, 1);
        days.put(LocalDate.of(year, 1, 1), "元旦");
        newYear.minusDays(1).datesUntil(newYear.plusDays(3)).forEach(day -> days.put(day, "春节"));
        days.put(date(requireNonNull(Lunar.fromYmd(year, 1, 1).getJieQiTable().get("清明"))), "清明节");
        days.put(LocalDate.of(year, 5, 1), "劳动节");
        days.put(LocalDate.of(year, 5, 2), "劳动节");
        days.put(lunar(year, 5, 5), "端午节");
        days.put(lunar(year, 8, 15), "中秋节");
        days.put(LocalDate.of(year, 10, 1), "国庆节");
        days.put(LocalDate.of(year, 10, 2), "国庆节");
        days.put(LocalDate.of(year, 10, 3), "国庆节");
        return days;
    }

    private static LocalDate lunar(int year, int month, int day) {
        return date(Lunar.fromYmd(year, month, day).getSolar());
    }

    private static LocalDate date(Solar day) {
        return LocalDate.of(day.getYear(), day.getMonth(), day.getDay());
    }
}
