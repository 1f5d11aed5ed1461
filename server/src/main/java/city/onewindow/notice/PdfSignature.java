package city.onewindow.notice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a PDF is as it was when it was signed last, and by whom (ISO 32000-1 12.8). The signature stands in a gap of the
 * bytes that it covers; where it covers all the others, nothing of how a PDF is built needs to be understood.
 */
final class PdfSignature {

    private static final Pattern RANGE = Pattern.compile(
            "/ByteRange\\s{0,9}\\[\\s{0,9}0\\s{1,9}(\\d{1,9})\\s{1,9}(\\d{1,9})\\s{1,9}(\\d{1,9})\\s{0,9}]");

    private PdfSignature() {}

    /** @param ofCentre whether a certificate is, or was, the centre's own */
    static Signed of(byte[] pdf, Predicate<X509Certificate> ofCentre) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        if (!text.contains("/ByteRange")) {
            return Signed.UNCHECKED;
        }
        int[] gap = gap(text);
        if (gap == null) {
            return Signed.BROKEN;
        }
        try {
            X509Certificate signer = signer(covered(pdf, gap), HexFormat.of().parseHex(text, gap[0] + 1, gap[1] - 1));
            return signer == null ? Signed.BROKEN : Signed.by(signer, ofCentre.test(signer));
        } catch (CMSSignerDigestMismatchException changed) {
            return Signed.BROKEN;
        } catch (IOException
                | CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException unreadable) {
            // Bouncy Castle answers malformed bytes with exceptions of many kinds.
            return Signed.UNREADABLE;
        }
    }

    /** Begin and end of the only bytes that the last signature doesn't cover; null if there are more of them. */
    private static int @Nullable [] gap(String text) {
        int[] gap = null;
        for (Matcher range = RANGE.matcher(text); range.find(); ) {
            int begin = Integer.parseInt(range.group(1));
            int end = Integer.parseInt(range.group(2));
            boolean toTheEnd = end + (long) Integer.parseInt(range.group(3)) == text.length();
            boolean signature =
                    begin < end && end <= text.length() && text.charAt(begin) == '<' && text.charAt(end - 1) == '>';
            gap = toTheEnd && signature ? new int[] {begin, end} : null;
        }
        return gap;
    }

    private static byte[] covered(byte[] pdf, int[] gap) {
        byte[] covered = Arrays.copyOf(pdf, pdf.length - (gap[1] - gap[0]));
        System.arraycopy(pdf, gap[1], covered, gap[0], pdf.length - gap[1]);
        return covered;
    }

    /** Whose signature holds; null if it doesn't. */
    private static @Nullable X509Certificate signer(byte[] covered, byte[] value)
            throws IOException, CMSException, OperatorCreationException, GeneralSecurityException {
        ByteArrayInputStream rest = new ByteArrayInputStream(value);
        ContentInfo info = ContentInfo.getInstance(new ASN1InputStream(rest).readObject());
        CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(covered), info);
        Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
        SignerInformation signer = signers.iterator().next();
        @SuppressWarnings("unchecked") // the library's selectors are of a raw type
        Collection<X509CertificateHolder> named = data.getCertificates().getMatches(signer.getSID());
        X509Certificate certificate =
                SealKey.certificate(named.iterator().next().getEncoded());
        boolean holds = signers.size() == 1
                && isPadding(rest.readAllBytes())
                && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .setProvider(SealKey.BOUNCY_CASTLE)
                        .build(certificate.getPublicKey()));
        return holds ? certificate : null;
    }

    /** Room for the signature is made before it is known how long it will be. */
    private static boolean isPadding(byte[] rest) {
        for (byte each : rest) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
