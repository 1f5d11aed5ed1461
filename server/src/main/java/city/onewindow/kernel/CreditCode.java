package city.onewindow.kernel;

import java.util.Optional;

/**
 * 统一社会信用代码 (GB 32100): 18 characters; who registers, what kind, division, organisation code of nine (GB 11714), check.
 * Digits and upper-case letters other than I, O, S, V and Z.
 */
public final class CreditCode {

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ORGANISATION_CHECKS = "0X987654321";
    private static final int ORGANISATION_START = 8;

    private CreditCode() {}

    /** Why this is no credit code, in Chinese; empty if it is one. Blanks around it and lower-case letters are forgiven. */
    public static Optional<String> refusal(String typed) {
        String value = Typed.normal(typed);
        if (value.length() != LENGTH) {
            return Optional.of("统一社会信用代码应为18位，现为" + value.length() + "位，请核对营业执照或登记证书后重新填写。");
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(value.charAt(i)) < 0) {
                return Optional.of("统一社会信用代码第" + (i + 1) + "位“" + value.charAt(i) + "”不对：只能是数字和大写字母，且没有I、O、S、V、Z。");
            }
        }
        for (int i = 2; i < ORGANISATION_START; i++) {
            if (value.charAt(i) > '9') {
                return Optional.of("统一社会信用代码第3至8位是行政区划代码，只能是数字，现为“" + value.substring(2, 8) + "”。");
            }
        }
        if (value.charAt(LENGTH - 1) != checkCharacter(value)) {
            return Optional.of("统一社会信用代码的校验码（第18位）不符，至少有一位填错了，请逐位核对后重新填写。");
        }
        if (!isIndividualBusiness(value) && value.charAt(LENGTH - 2) != organisationCheckCharacter(value)) {
            return Optional.of("统一社会信用代码第9至17位（组织机构代码）的校验码不符，请逐位核对后重新填写。");
        }
        return Optional.empty();
    }

    /** The code as it is written, of one that isn't refused: in upper case, without blanks around it. */
    public static String written(String typed) {
        return Typed.normal(typed);
    }

    /** Codes that were once given to individual businesses (92) don't all keep GB 11714; their holders can't help it. */
    private static boolean isIndividualBusiness(String value) {
        return value.startsWith("92");
    }

    private static char checkCharacter(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(value.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheckCharacter(String value) {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += ORGANISATION_WEIGHTS[i] * Character.digit(value.charAt(ORGANISATION_START + i), 36);
        }
        return ORGANISATION_CHECKS.charAt(sum % 11);
    }
}
