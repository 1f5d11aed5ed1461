package city.onewindow.kernel;

import java.util.Optional;

/** 车辆识别代号 (GB 16735): 17 characters, the ninth checks the others. */
public final class Vin {

    private static final int LENGTH = 17;
    private static final int CHECK_POSITION = 8;
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    /** What each of {@link #CHARACTERS} counts. */
    private static final String VALUES = "0123456789" + "12345678" + "12345" + "79" + "23456789";

    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final String CHECKS = "0123456789X";

    private Vin() {}

    /** Why this is no vehicle's number, in Chinese; empty if it is one. Blanks around it and lower-case letters are forgiven. */
    public static Optional<String> refusal(String typed) {
        String value = Typed.normal(typed);
        if (value.length() != LENGTH) {
            return Optional.of("车辆识别代号应为17位，现为" + value.length() + "位，请核对行驶证后重新填写。");
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int at = CHARACTERS.indexOf(value.charAt(i));
            if (at < 0) {
                return Optional.of("车辆识别代号第" + (i + 1) + "位“" + value.charAt(i) + "”不对：只能是数字和大写字母，且没有I、O、Q。");
            }
            sum += WEIGHTS[i] * (VALUES.charAt(at) - '0');
        }
        if (value.charAt(CHECK_POSITION) != CHECKS.charAt(sum % 11)) {
            return Optional.of("车辆识别代号的校验位（第9位）不符，至少有一位填错了，请逐位核对行驶证后重新填写。");
        }
        return Optional.empty();
    }
}
