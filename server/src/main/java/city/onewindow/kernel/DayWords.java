package city.onewindow.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How messages to people say a day: 2026年11月9日. */
public final class DayWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private DayWords() {}

    public static String of(LocalDate day) {
        return DAY.format(day);
    }
}
