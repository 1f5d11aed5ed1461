package city.onewindow.window.filing;

import city.onewindow.calendar.DayUnit;
import city.onewindow.calendar.TimeLimit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time limit as people write it into a table: 20, 20个工作日, 60日, 当场办结. */
final class Limits {

    /** Where no law sets a limit. */
    static final String NONE = "—";

    private static final Pattern LIMIT = Pattern.compile("(\\d{1,4}(?:\\.[05])?)\\s*(个?工作日|个?自然日|日|天)?");

    /** Nothing more may stand there: 当场受理，20个工作日办结 is no limit of nought. */
    private static final Pattern ON_THE_SPOT = Pattern.compile("当场(办结|办理|办)?|即时办结|立即办结");

    private Limits() {}

    static Optional<TimeLimit> parse(String text) {
        if (ON_THE_SPOT.matcher(text).matches()) {
            return Optional.of(new TimeLimit(BigDecimal.ZERO, DayUnit.WORKING));
        }
        Matcher limit = LIMIT.matcher(text);
        if (!limit.matches()) {
            return Optional.empty();
        }
        String unit = limit.group(2);
        boolean working = unit == null || unit.endsWith("工作日");
        return Optional.of(new TimeLimit(new BigDecimal(limit.group(1)), working ? DayUnit.WORKING : DayUnit.NATURAL));
    }

    static boolean isNone(String text) {
        return text.isEmpty() || text.equals(NONE) || text.equals("-") || text.equals("无");
    }
}
