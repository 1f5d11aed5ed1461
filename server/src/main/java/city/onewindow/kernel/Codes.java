package city.onewindow.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Random codes that people read aloud, write down and type: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V, so each character can be
 * told from the others.
 */
public final class Codes {

    static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";
    private static final int QUERY_LENGTH = 8;
    private static final int VERIFY_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Codes() {}

    /** 查询码 of a case: eight characters, given out together with the case number, so 36 bits are enough. */
    public static String query() {
        return random(QUERY_LENGTH);
    }

    /** 验证码 of a document: sixteen characters (72 bits), for it alone opens the document. */
    public static String verify() {
        return random(VERIFY_LENGTH);
    }

    /** As people type one that they read off a paper: in any case, with blanks or hyphens between its characters. */
    public static String typed(String text) {
        return text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether the text can be a 验证码 as people type one; a document's number can't. */
    public static boolean isVerify(String text) {
        return typed(text).matches("[0-9A-Z]{" + VERIFY_LENGTH + "}");
    }

    /**
     * Whether somebody typed that very code; in a time that doesn't tell how much of it was right.
     *
     * @param text as {@link #typed} takes it
     */
    public static boolean isTyped(String code, String text) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8), typed(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String random(int length) {
        StringBuilder code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
