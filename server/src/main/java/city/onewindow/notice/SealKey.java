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
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/**
 * What the centre seals its documents with: an SM2 key (GB/T 32918) and the certificate that says whose it is.
 *
 * @param certificate by the centre itself, or by an authority that people trust
 */
record SealKey(PrivateKey key, X509Certificate certificate) {

    /** Not registered with the JVM: everything else of it goes on as it did. */
    static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    static final String SM3_WITH_SM2 = GMObjectIdentifiers.sm2sign_with_sm3.getId();

    /**
     * @param pem a PRIVATE KEY (PKCS#8, not encrypted) and its CERTIFICATE
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
            return fitting(key, certificate);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw wrong("读不出来", e);
        }
    }

    /** @throws GeneralSecurityException if these bytes (DER) are none */
    static X509Certificate certificate(byte[] content) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", BOUNCY_CASTLE)
                .generateCertificate(new ByteArrayInputStream(content));
    }

    /** A key of another curve, or one that isn't the certificate's, would seal what nobody can verify. */
    private static SealKey fitting(@Nullable PrivateKey key, @Nullable X509Certificate certificate)
            throws GeneralSecurityException {
        if (key == null || certificate == null) {
            throw wrong("里面没有" + (key == null ? "私钥（PRIVATE KEY）" : "证书（CERTIFICATE）"), null);
        }
        byte[] trial = certificate.getSerialNumber().toByteArray();
        Signature signer = Signature.getInstance(SM3_WITH_SM2, BOUNCY_CASTLE);
        signer.initSign(key);
        signer.update(trial);
        byte[] signature = signer.sign();
        signer.initVerify(certificate.getPublicKey());
        signer.update(trial);
        if (!signer.verify(signature)) {
            throw wrong("里面的私钥和证书不是一对", null);
        }
        return new SealKey(key, certificate);
    }

    private static IllegalStateException wrong(String what, @Nullable Exception cause) {
        return cause instanceof IllegalStateException told
                ? told
                : new IllegalStateException(
                        "文书签章文件（onewindow.seal-file，环境变量 ONEWINDOW_SEAL_FILE）" + what
                                + "。它应是 PEM 文本：未加密的 SM2 私钥（PKCS#8，BEGIN PRIVATE KEY）和对应的证书（BEGIN CERTIFICATE）。",
                        cause);
    }
}
