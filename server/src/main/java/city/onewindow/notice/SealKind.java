package city.onewindow.notice;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What the key of a seal is, which decides what can be sealed with it. */
enum SealKind {
    /** GB/T 32918: the only one that an OFD may be sealed with. */
    SM2("SM3withSM2"),
    /** What readers of PDF all over the world know; they don't know SM2. */
    RSA("SHA256withRSA"),
    P256("SHA256withECDSA");

    private final String signature;

    SealKind(String signature) {
        this.signature = signature;
    }

    /** Its signature, as every provider calls it. */
    String signature() {
        return signature;
    }

    boolean sealsOfd() {
        return this == SM2;
    }

    /** Empty for a key that is none of these, such as one of another curve. */
    static Optional<SealKind> of(X509Certificate certificate) {
        AlgorithmIdentifier key = SubjectPublicKeyInfo.getInstance(
                        certificate.getPublicKey().getEncoded())
                .getAlgorithm();
        if (key.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(RSA);
        }
        boolean named = key.getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)
                && key.getParameters() instanceof ASN1ObjectIdentifier;
        if (named && key.getParameters().equals(GMObjectIdentifiers.sm2p256v1)) {
            return Optional.of(SM2);
        }
        return named && key.getParameters().equals(X9ObjectIdentifiers.prime256v1)
                ? Optional.of(P256)
                : Optional.empty();
    }
}
