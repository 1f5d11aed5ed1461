package city.onewindow.kernel;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Keeps personal data unreadable at rest (密码法 第二十七条, GB/T 39786): SM4-GCM, so that a changed byte is noticed too.
 *
 * <p>What {@link #seal} gives is one byte of format, one byte that numbers the key, twelve of nonce, then the text and its
 * tag of sixteen; the key's number lets a later key be added without touching what was sealed with this one.
 */
public final class Cipher {

    private static final byte FORMAT = 1;
    private static final byte KEY_NUMBER = 1;
    private static final int HEAD = 2;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int SM4_KEY = 16;
    private static final int SHORTEST_MASTER_KEY = 16;

    private final SecureRandom random = new SecureRandom();

    /** Kept by each thread: what GCM computes of its key beforehand costs more than sealing a page. */
    private final ThreadLocal<GCMModeCipher> modes =
            ThreadLocal.withInitial(() -> GCMBlockCipher.newInstance(new SM4Engine()));

    private final KeyParameter sealKey;
    private final KeyParameter fingerprintKey;

    /**
     * The keys in use are derived from the master key, one for each purpose, so that none tells anything of another.
     *
     * @param masterKey at least 16 random bytes
     */
    public Cipher(byte[] masterKey) {
        if (masterKey.length < SHORTEST_MASTER_KEY) {
            throw new IllegalArgumentException("The master key has " + masterKey.length + " bytes. It needs at least "
                    + SHORTEST_MASTER_KEY + "; maybe it was cut off.");
        }
        KeyParameter master = new KeyParameter(masterKey);
        sealKey = new KeyParameter(Arrays.copyOf(hmac(master, "onewindow seal " + KEY_NUMBER), SM4_KEY));
        fingerprintKey = new KeyParameter(hmac(master, "onewindow fingerprint"));
    }

    /** Whether the text is a master key: at least 16 bytes in hexadecimal digits or base64. */
    public static boolean isKey(String text) {
        try {
            return KeyFile.decode(text).length >= SHORTEST_MASTER_KEY;
        } catch (IllegalStateException neither) {
            return false;
        }
    }

    public byte[] seal(byte[] plain) {
        return seal(plain, "");
    }

    /**
     * Seals for one place, such as the row that will hold it: moved to another place it doesn't open.
     *
     * @param place handed in again to open
     */
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = new byte[HEAD + NONCE + plain.length + TAG];
        sealed[0] = FORMAT;
        sealed[1] = KEY_NUMBER;
        System.arraycopy(nonce, 0, sealed, HEAD, NONCE);
        try {
            run(true, nonce, place, plain, 0, plain.length, sealed, HEAD + NONCE);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Sealing fails only on what is opened", e);
        }
        return sealed;
    }

    public byte[] seal(String plain) {
        return seal(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException if this was not sealed with this key, or was changed since */
    public byte[] open(byte[] sealed) {
        return open(sealed, "");
    }

    /** @throws IllegalStateException if this was not sealed with this key for this place, or was changed since */
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < HEAD + NONCE + TAG || sealed[0] != FORMAT || sealed[1] != KEY_NUMBER) {
            throw new IllegalStateException("These " + sealed.length + " bytes are nothing that this key sealed");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, HEAD, HEAD + NONCE);
        byte[] plain = new byte[sealed.length - HEAD - NONCE - TAG];
        try {
            run(false, nonce, place, sealed, HEAD + NONCE, sealed.length - HEAD - NONCE, plain, 0);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException(
                    "Sealed data doesn't open. Maybe ONEWINDOW_KEY is not the key it was sealed with.", e);
        }
        return plain;
    }

    public String openText(byte[] sealed) {
        return new String(open(sealed), StandardCharsets.UTF_8);
    }

    /**
     * Finds a sealed number again without opening anything: the same text always has the same fingerprint (HMAC-SM3), and
     * without the key none can be tried out.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String fingerprint(String text) {
        return HexFormat.of().formatHex(hmac(fingerprintKey, text));
    }

    private void run(boolean seal, byte[] nonce, String place, byte[] in, int from, int length, byte[] out, int to)
            throws InvalidCipherTextException {
        GCMModeCipher gcm = modes.get();
        gcm.init(seal, new AEADParameters(sealKey, TAG * Byte.SIZE, nonce, bound(place)));
        int done = gcm.processBytes(in, from, length, out, to);
        gcm.doFinal(out, to + done);
    }

    /** What is authenticated beside the text. */
    private static byte[] bound(String place) {
        byte[] bytes = place.getBytes(StandardCharsets.UTF_8);
        byte[] bound = new byte[HEAD + bytes.length];
        bound[0] = FORMAT;
        bound[1] = KEY_NUMBER;
        System.arraycopy(bytes, 0, bound, HEAD, bytes.length);
        return bound;
    }

    private static byte[] hmac(KeyParameter key, String text) {
        return Digests.hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }
}
