package city.onewindow.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** 公民身份号码 (GB 11643): 18 characters; six of the division, eight of the birth date, three in sequence, one to check. */
public final class CitizenId {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private CitizenId() {}

    /** Why this is no citizen's number, in Chinese; empty if it is one. Blanks around it and lower-case letters are forgiven. */
    public static Optional<String> refusal(String typed) {
        String value = Typed.normal(typed);
        if (value.length() != LENGTH) {
            return Optional.of("公民身份号码应为18位，现为" + value.length() + "位，请核对证件后重新填写。");
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean last = i == LENGTH - 1;
            char c = value.charAt(i);
            if (!isDigit(c) && !(last && c == 'X')) {
                return Optional.of("公民身份号码第" + (i + 1) + "位“" + c + "”不对：前17位只能是数字，第18位是数字或大写X。");
            }
        }
        try {
            birthDate(value);
        } catch (DateTimeException e) {
            return Optional.of("公民身份号码第7至14位“" + value.substring(6, 14) + "”不是一个存在的出生日期，请核对证件后重新填写。");
        }
        if (value.charAt(LENGTH - 1) != checkCharacter(value)) {
            return Optional.of("公民身份号码的校验码不符，至少有一位填错了，请逐位核对证件后重新填写。");
        }
        return Optional.empty();
    }

    /** @param value a number that isn't refused */
    public static LocalDate birthDate(String value) {
        return LocalDate.of(number(value, 6, 10), number(value, 10, 12), number(value, 12, 14));
    }

    /**
     * The seventeenth digit is odd for men.
     *
     * @param value a number that isn't refused
     */
    public static boolean isMale(String value) {
        return (value.charAt(16) - '0') % 2 == 1;
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** ISO 7064 MOD 11-2. */
    private static char checkCharacter(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }
}
