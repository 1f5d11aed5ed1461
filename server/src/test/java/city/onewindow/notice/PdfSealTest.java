package city.onewindow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("给 PDF 签章")
class PdfSealTest {

    private static final Instant NOW = Instant.parse("2026-11-04T02:00:00Z");

    @DisplayName("发证机构的证书链再长也装得下")
    @Test
    void longChain() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        KeyPair pair = generator.generateKeyPair();
        var chain = IntStream.range(1, 21)
                .mapToObj(number -> certificate(pair, number))
                .toList();
        SealKey key = new SealKey(pair.getPrivate(), chain, SealKind.RSA, SealKey.BOUNCY_CASTLE);

        Sealed sealed = PdfSeal.put(page(), key, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(PdfSignature.of(sealed.content(), chain.get(0)::equals).state())
                .isEqualTo(Signed.State.BY_CENTRE);
    }

    private static X509Certificate certificate(KeyPair pair, int number) {
        try {
            X500Name name = new X500Name("CN=" + number + ", OU=" + String.join("", Collections.nCopies(60, "x")));
            return SealKey.certificate(new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(number),
                            Date.from(NOW),
                            Date.from(NOW.plusSeconds(1)),
                            name,
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                    .getEncoded());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] page() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(written);
        }
        return written.toByteArray();
    }
}
