package city.onewindow.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A mobile number: of the mainland eleven digits, of anywhere else in international form (ITU-T E.164), as in +85251234567. */
public final class MobileNumber {

    private static final Pattern MAINLAND = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern MAINLAND_CODE = Pattern.compile("^(\\+|00)?86(?=1\\d{10}$)");
    private static final Pattern ABROAD = Pattern.compile("\\+(?!86)[1-9]\\d{6,14}");
    /** What is dialled before a country's code. */
    private static final Pattern DIALLED = Pattern.compile("^00(?=[1-9])");

    private MobileNumber() {}

    /** As people write one: address books put +86 before it, and gaps between the groups; input methods type full width. */
    public static String typed(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s()-]", "");
        return DIALLED.matcher(MAINLAND_CODE.matcher(bare).replaceFirst("")).replaceFirst("+");
    }

    /** @param number as {@link #typed} gives it */
    public static boolean isOne(String number) {
        return MAINLAND.matcher(number).matches() || isAbroad(number);
    }

    /** @param number as {@link #typed} gives it */
    public static boolean isAbroad(String number) {
        return ABROAD.matcher(number).matches();
    }
}
