package city.onewindow.kernel;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How people are told a day and an hour in Chinese. Each takes whatever has them, by the clock of the centre. */
public final class DayWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter SHORT_HOUR = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("yyyy年M月d日（E）", Locale.CHINA);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.CHINA);
    private static final DateTimeFormatter LISTED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.CHINA);

    private DayWords() {}

    /** 2026年11月9日. */
    public static String of(TemporalAccessor day) {
        return DAY.format(day);
    }

    /** 2026年11月9日（周一）. */
    public static String weekday(TemporalAccessor day) {
        return WEEKDAY.format(day);
    }

    /** 11月9日, of what is so near that nobody asks for the year. */
    public static String shortDay(TemporalAccessor day) {
        return SHORT_DAY.format(day);
    }

    /** 2026年11月9日 14:30. */
    public static String hour(TemporalAccessor at) {
        return HOUR.format(at);
    }

    /** As {@link #hour}; of the beginning of a day the day alone, for what is known by its day stands there. */
    public static String hourIfKnown(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? of(at) : hour(at);
    }

    /** 11月9日 14:30, of what is so near that nobody asks for the year. */
    public static String shortHour(TemporalAccessor at) {
        return SHORT_HOUR.format(at);
    }

    /** As {@link #shortHour}; of the beginning of a day the day alone. */
    public static String shortHourIfKnown(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? shortDay(at) : shortHour(at);
    }

    /** 14:30, of a day that is known. */
    public static String time(TemporalAccessor at) {
        return TIME.format(at);
    }

    /** 2026-11-09 14:30, one under another in a table. */
    public static String listed(TemporalAccessor at) {
        return LISTED.format(at);
    }
}
