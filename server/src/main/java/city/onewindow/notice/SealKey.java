package city.onewindow.notice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/**
 * What the centre seals its documents with: a key, and the certificate that says whose it is.
 *
 * @param key may be no more than a handle of one that never leaves its device
 * @param chain the certificate, by the centre itself or by an authority that people trust, then those that vouch for it
 * @param provider whose key it is
 */
record SealKey(PrivateKey key, List<X509Certificate> chain, SealKind kind, Provider provider) {

    /** Not registered with the JVM: everything else of it goes on as it did. */
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    SealKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** Whether readers would take what it seals now for invalid, since its certificate has ended. */
    boolean isOver(Clock clock) {
        return clock.instant().isAfter(until());
    }

    /** The last day on which its certificate is good. */
    LocalDate lastDay(Clock clock) {
        return LocalDate.ofInstant(until(), clock.getZone());
    }

    /** The last instant at which readers take what it seals for valid. */
    Instant until() {
        return certificate().getNotAfter().toInstant();
    }

    /** @throws SealFault if the key's device doesn't answer, or anything else is wrong with it */
    byte[] sign(byte[] content) {
        try {
            Signature signer = Signature.getInstance(kind.signature(), provider);
            signer.initSign(key);
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            // Providers tell of a device that was pulled by exceptions of many kinds, and some lack a class or library.
            throw new SealFault("签章密钥现在不能签名（" + e.getMessage() + "）", e);
        }
    }

    /** Whether what the key signs is what the certificate verifies: another one would seal what nobody can verify. */
    boolean isPair() throws GeneralSecurityException {
        byte[] trial = certificate().getSerialNumber().toByteArray();
        Signature verifier = Signature.getInstance(kind.signature(), BOUNCY_CASTLE);
        verifier.initVerify(certificate().getPublicKey());
        verifier.update(trial);
        return verifier.verify(sign(trial));
    }

    /**
     * @param pem a PRIVATE KEY (PKCS#8, not encrypted) of SM2 and its CERTIFICATE
     * @throws IllegalStateException if it is something else, with what to do
     */
    static SealKey read(String pem) {
        PrivateKey key = null;
        X509Certificate certificate = null;
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            for (PemObject part = reader.readPemObject(); part != null; part = reader.readPemObject()) {
                if (part.getType().equals("PRIVATE KEY")) {
                    key = KeyFactory.getInstance("EC", BOUNCY_CASTLE)
                            .generatePrivate(new PKCS8EncodedKeySpec(part.getContent()));
                } else if (part.getType().equals("CERTIFICATE") && certificate == null) {
                    certificate = certificate(part.getContent());
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw wrong("读不出来", e);
        }
        return fitting(key, certificate);
    }

    /** @throws GeneralSecurityException if these bytes (DER) are none */
    static X509Certificate certificate(byte[] content) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                .generateCertificate(new ByteArrayInputStream(content));
    }

    private static SealKey fitting(@Nullable PrivateKey key, @Nullable X509Certificate certificate) {
        if (key == null || certificate == null) {
            throw wrong("里面没有" + (key == null ? "私钥（PRIVATE KEY）" : "证书（CERTIFICATE）"), null);
        }
        SealKey read = new SealKey(key, List.of(certificate), SealKind.SM2, BOUNCY_CASTLE);
        try {
            if (read.isPair()) {
                return read;
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            throw wrong("读不出来", e);
        }
        throw wrong("里面的私钥和证书不是一对", null);
    }

    private static IllegalStateException wrong(String what, @Nullable Exception cause) {
        return new IllegalStateException(
                "文书签章文件（onewindow.seal-file，环境变量 ONEWINDOW_SEAL_FILE）" + what
                        + "。它应是 PEM 文本：未加密的 SM2 私钥（PKCS#8，BEGIN PRIVATE KEY）和对应的证书（BEGIN CERTIFICATE）。",
                cause);
    }
}
