package city.onewindow.kernel;

/**
 * What a screen shows of personal data to a reader who needs to recognise it, not to know it (个人信息保护法 第六条
 * 最小必要). Characters are counted as people count them, so that rare names stay whole.
 */
public final class Masking {

    private Masking() {}

    /** 张* for two characters, 李*敏 for three, 欧**敏 for more. */
    public static String name(String name) {
        return keep(name, 1, name.codePointCount(0, name.length()) > 2 ? 1 : 0);
    }

    /** 410311********0001; the number of another document keeps its first and its last two characters. */
    public static String idNumber(String number) {
        return number.length() >= 15 ? keep(number, 6, 4) : keep(number, 1, 2);
    }

    /** 洛阳市****: which city, as a rule, and nothing more. */
    public static String address(String address) {
        return keep(address, 3, 0);
    }

    /** Keeps some characters at the head and the tail, and nothing at the tail of a text too short to hide anything else. */
    private static String keep(String text, int head, int tail) {
        int[] points = text.codePoints().toArray();
        int kept = points.length > head + tail ? tail : 0;
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            boolean shown = i < head || i >= points.length - kept;
            masked.appendCodePoint(shown ? points[i] : '*');
        }
        return masked.toString();
    }
}
