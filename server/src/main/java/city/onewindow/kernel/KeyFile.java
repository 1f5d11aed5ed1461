package city.onewindow.kernel;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Where the master key comes from: the configuration, or a file that only the program's user may read. */
public final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /** @param key hexadecimal digits (at least 32), or base64 */
    static byte[] decode(String key) {
        String text = key.strip();
        try {
            boolean hex = text.length() % 2 == 0 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
            return hex ? HexFormat.of().parseHex(text) : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("ONEWINDOW_KEY 既不是十六进制也不是 base64。可以用 openssl rand -hex 32 生成一个密钥。", e);
        }
    }

    /** Reads the key, or makes one at the first start. */
    public static byte[] readOrCreate(Path file) {
        return decode(SecretFile.readOrCreate(file, KeyFile::fresh));
    }

    private static String fresh() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key) + "\n";
    }
}
