package city.onewindow.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 取件码: a case number short enough to be read off a telephone: its day, its serial, and a character that tells when one was mistyped,
 * as in 261124-12-X. It finds a case and entitles to nothing: who takes a result shows who he is.
 */
public final class PickUpCode {

    private static final String CENTURY = "20";
    private static final Pattern NUMBER = Pattern.compile("\\d{6}-" + CENTURY + "(\\d{6})-(\\d{6})");
    private static final Pattern CODE = Pattern.compile("(\\d{6})(\\d{1,6})([0-9A-Z])");

    private PickUpCode() {}

    /** @param number of a case, whole */
    public static String of(String number) {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No case number: " + number);
        }
        String day = parts.group(1);
        String serial = parts.group(2);
        return day + "-" + Integer.parseInt(serial) + "-" + check(day + serial);
    }

    /**
     * The case that somebody means: in any case, with or without hyphens.
     *
     * @return empty if what was typed doesn't look like a code
     * @throws Problem.InvalidInput if it does, but was mistyped
     */
    public static Optional<String> caseNumber(String typed, String region) {
        Matcher parts = CODE.matcher(Codes.typed(typed));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String day = parts.group(1);
        String serial = "%06d".formatted(Integer.parseInt(parts.group(2)));
        if (parts.group(3).charAt(0) != check(day + serial)) {
            throw new Problem.InvalidInput("/code", "没有取件码“" + typed.strip() + "”：有一位输错了。请照通知重新输入，或者改用办件编号。");
        }
        return Optional.of(region + "-" + CENTURY + day + "-" + serial);
    }

    /** Any one digit wrong, and any two neighbours changed about, give another character: the count of characters is a prime. */
    private static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (i + 1) * Character.digit(digits.charAt(i), 10);
        }
        return Codes.ALPHABET.charAt(sum % Codes.ALPHABET.length());
    }
}
