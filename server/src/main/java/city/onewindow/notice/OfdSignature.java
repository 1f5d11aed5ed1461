package city.onewindow.notice;

import city.onewindow.kernel.Digests;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.IssuerAndSerialNumber;
import org.bouncycastle.asn1.pkcs.SignedData;
import org.bouncycastle.asn1.pkcs.SignerInfo;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an OFD is as it was when it was signed, and by whom (GB/T 33190 第18章, GB/T 35275). The library that signs would
 * unpack what strangers send onto the disk, and takes a list of no signers for a good one; so what it signed is checked here.
 */
final class OfdSignature {

    private static final Set<String> SM3 = Set.of("SM3", "1.2.156.10197.1.401");

    private OfdSignature() {}

    /** @param ofCentre whether a certificate is, or was, the centre's own */
    static Signed of(OfdPackage ofd, Predicate<X509Certificate> ofCentre) {
        try {
            String list = OfdXml.read(ofd, OfdPackage.ENTRY).text("Signatures");
            return list == null ? Signed.UNSIGNED : checked(ofd, OfdPackage.resolved(OfdPackage.ENTRY, list), ofCentre);
        } catch (OfdXml.Unreadable | GeneralSecurityException | IOException | RuntimeException unreadable) {
            // Bouncy Castle answers malformed bytes with exceptions of many kinds.
            return Signed.UNREADABLE;
        }
    }

    private static Signed checked(OfdPackage ofd, String list, Predicate<X509Certificate> ofCentre)
            throws OfdXml.Unreadable, GeneralSecurityException, IOException {
        List<OfdXml.Element> listed = OfdXml.read(ofd, list).all("Signature");
        if (listed.size() != 1) {
            return Signed.UNREADABLE;
        }
        String at = OfdPackage.resolved(list, listed.get(0).attributes().getOrDefault("BaseLoc", ""));
        OfdXml signature = OfdXml.read(ofd, at);
        String value = OfdPackage.resolved(at, signature.required("SignedValue"));
        byte[] tells = ofd.parts().get(at);
        byte[] signed = ofd.parts().get(value);
        if (tells == null || signed == null) {
            return Signed.UNREADABLE;
        }
        X509Certificate signer = signer(tells, signed);
        if (signer == null || !isWhole(ofd, Set.of(at, value), references(signature))) {
            return Signed.BROKEN;
        }
        return Signed.by(signer, ofCentre.test(signer));
    }

    /** SM3 by path. */
    private static Map<String, String> references(OfdXml signature) throws OfdXml.Unreadable {
        Map<String, String> references = new HashMap<>();
        String path = "";
        for (OfdXml.Element element : signature.elements()) {
            switch (element.name()) {
                case "References" -> {
                    if (!SM3.contains(element.attributes().getOrDefault("CheckMethod", ""))) {
                        throw new OfdXml.Unreadable("Digests of another kind than SM3");
                    }
                }
                case "Reference" -> path = element.attributes().getOrDefault("FileRef", "");
                case "CheckValue" ->
                    references.put(
                            path,
                            HexFormat.of()
                                    .formatHex(Base64.getMimeDecoder()
                                            .decode(element.text().toString())));
                default -> {}
            }
        }
        return references;
    }

    /** Everything in the package is named with its digest, but for what names it; and all that is named is there. */
    private static boolean isWhole(OfdPackage ofd, Set<String> naming, Map<String, String> references) {
        Set<String> named = new HashSet<>(ofd.parts().keySet());
        named.removeAll(naming);
        return named.equals(references.keySet())
                && references.entrySet().stream()
                        .allMatch(reference -> reference.getValue().equals(digest(ofd, reference.getKey())));
    }

    private static String digest(OfdPackage ofd, String path) {
        byte[] content = ofd.parts().get(path);
        return content == null ? "" : Digests.sm3(content);
    }

    /** Whose signature over the digest of what it tells holds; null if it doesn't. */
    private static @Nullable X509Certificate signer(byte[] tells, byte[] value)
            throws GeneralSecurityException, IOException {
        SignedData data = signedData(value);
        if (data.getSignerInfos().size() != 1) {
            return null;
        }
        byte[] digest = HexFormat.of().parseHex(Digests.sm3(tells));
        byte[] content =
                ASN1OctetString.getInstance(data.getContentInfo().getContent()).getOctets();
        SignerInfo info = SignerInfo.getInstance(data.getSignerInfos().getObjectAt(0));
        Certificate named = named(data, info.getIssuerAndSerialNumber());
        if (named == null || !Arrays.equals(digest, content)) {
            return null;
        }
        X509Certificate certificate = SealKey.certificate(named.getEncoded());
        Signature signature = Signature.getInstance(SealKind.SM2.signature(), SealKey.BOUNCY_CASTLE);
        signature.initVerify(certificate.getPublicKey());
        signature.update(digest);
        return signature.verify(info.getEncryptedDigest().getOctets()) ? certificate : null;
    }

    private static @Nullable Certificate named(SignedData data, IssuerAndSerialNumber name) {
        for (ASN1Encodable each : data.getCertificates()) {
            Certificate certificate = Certificate.getInstance(each);
            if (certificate.getIssuer().equals(name.getName())
                    && certificate.getSerialNumber().equals(name.getCertificateSerialNumber())) {
                return certificate;
            }
        }
        return null;
    }

    /** The Chinese standard has the shape of PKCS #7 under identifiers of its own; some write it without its wrapping. */
    private static SignedData signedData(byte[] value) {
        ASN1Sequence sequence = ASN1Sequence.getInstance(value);
        return SignedData.getInstance(
                sequence.getObjectAt(0) instanceof ASN1ObjectIdentifier
                        ? ContentInfo.getInstance(sequence).getContent()
                        : sequence);
    }
}
