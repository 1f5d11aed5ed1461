package city.onewindow.connection;

import city.onewindow.kernel.Digests;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How a department's system can tell that a message is the centre's. */
public enum Signing {
    /** A secret that both know (GB/T 32905, GB/T 15852.2). Its key is the UTF-8 bytes of the secret as it was shown. */
    HMAC_SM3("HMAC-SM3（双方共用一个密钥）") {
        @Override
        Key newKey() {
            byte[] random = new byte[SECRET];
            new SecureRandom().nextBytes(random);
            return new Key(HexFormat.of().formatHex(random), null);
        }

        @Override
        String sign(String secret, String text) {
            byte[] key = secret.getBytes(StandardCharsets.UTF_8);
            return "hmac-sm3=" + Digests.hmacSm3(key, text.getBytes(StandardCharsets.UTF_8));
        }
    },
    /** A key pair (RFC 8032) of which the private half never leaves the centre. */
    ED25519("Ed25519（对方只需公钥）") {
        @Override
        Key newKey() {
            try {
                KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
                return new Key(
                        base64(pair.getPrivate().getEncoded()),
                        base64(pair.getPublic().getEncoded()));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(ALGORITHM + " belongs to Java since 15", e);
            }
        }

        @Override
        String sign(String secret, String text) {
            try {
                Signature signature = Signature.getInstance(ALGORITHM);
                signature.initSign(KeyFactory.getInstance(ALGORITHM)
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(secret))));
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                return "ed25519=" + base64(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("The key was made here. Maybe the row was changed by hand.", e);
            }
        }
    };

    private static final String ALGORITHM = "Ed25519";
    private static final int SECRET = 32;

    /**
     * What signs.
     *
     * @param secret HMAC: 64 hexadecimal digits; Ed25519: the private key, PKCS #8 in base64
     * @param publicKey X.509 in base64; null where both use the secret
     */
    record Key(String secret, @Nullable String publicKey) {}

    private final String term;

    Signing(String term) {
        this.term = term;
    }

    /** As pages call it. */
    public String term() {
        return term;
    }

    abstract Key newKey();

    abstract String sign(String secret, String text);

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
