package city.onewindow.kernel;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** 办件编号, the number of an application and then of its case: region, day, serial, as in 410300-20261124-000012. */
public final class CaseNumber {

    private static final Pattern WHOLE = Pattern.compile("\\d{6}-\\d{8}-\\d{6}");
    private static final Pattern WITHOUT_HYPHENS = Pattern.compile("(\\d{6})(\\d{8})(\\d{6})");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,6}");

    private CaseNumber() {}

    /** @param serial its last six digits count */
    public static String of(String region, LocalDate day, long serial) {
        return "%s-%s-%06d".formatted(region, DateTimeFormatter.BASIC_ISO_DATE.format(day), serial % 1_000_000);
    }

    /** As people type one that they read off a paper: blanks around it and missing hyphens are forgiven. */
    public static String typed(String text) {
        return WITHOUT_HYPHENS.matcher(text.strip()).replaceFirst("$1-$2-$3");
    }

    /** As {@link #typed}, of somebody outside, who is told how a number looks rather than that there is none. */
    public static String typedWhole(String text) {
        String number = typed(text);
        if (!WHOLE.matcher(number).matches()) {
            throw new Problem.InvalidInput(
                    "/number", "「" + text.strip() + "」不是编号。编号是 20 位数字，如 410300-20261124-000012，连字符可以不填；请对照通知书逐位核对。");
        }
        return number;
    }

    /** What may be the end of a number, as its serial; empty if it can't be. */
    public static Optional<String> typedSerial(String text) {
        String serial = text.strip();
        return SERIAL.matcher(serial).matches()
                ? Optional.of("%06d".formatted(Integer.parseInt(serial)))
                : Optional.empty();
    }

    /** As a clerk types it: whole, or only the end of one of today's; empty if it can't be a number. */
    public static Optional<String> typedAtTheCounter(String text, String region, LocalDate today) {
        String number = typed(text);
        if (WHOLE.matcher(number).matches()) {
            return Optional.of(number);
        }
        return typedSerial(number).map(serial -> of(region, today, Integer.parseInt(serial)));
    }
}
