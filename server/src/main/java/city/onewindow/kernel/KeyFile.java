package city.onewindow.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Where the master key comes from: the configuration, or a file that only the program's user may read. */
final class KeyFile {

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

    /** Reads the key, or makes one at the first start; two instances that start at once end with the same key. */
    static byte[] readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return decode(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("密钥文件 " + file + " 读不出来。请检查该文件和所在目录的权限。", e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "onewindow",
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    fresh, HexFormat.of().formatHex(key) + "\n", StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException e) {
            // The other instance was faster: its key counts.
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
