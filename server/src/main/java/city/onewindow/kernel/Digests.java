package city.onewindow.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM3 digests (GB/T 32905), 64 lower-case hexadecimal digits. */
public final class Digests {

    private static final int PIECE = 1 << 16;

    private Digests() {}

    public static String sm3(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        return finished(digest);
    }

    /** Of the text's UTF-8 bytes. */
    public static String sm3(String text) {
        return sm3(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a file, piece by piece. */
    public static String sm3(Path file) throws IOException {
        SM3Digest digest = new SM3Digest();
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return finished(digest);
    }

    /** HMAC-SM3 (GB/T 15852.2), 64 lower-case hexadecimal digits. */
    public static String hmacSm3(byte[] key, byte[] content) {
        return HexFormat.of().formatHex(hmac(new KeyParameter(key), content));
    }

    static byte[] hmac(KeyParameter key, byte[] content) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(key);
        mac.update(content, 0, content.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    private static String finished(SM3Digest digest) {
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
