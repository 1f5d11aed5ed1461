package city.onewindow.notice;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Makes a {@link SealKey} for a centre that has none: its certificate is the centre's own word, which no authority confirms. */
final class SelfSigned {

    private static final String CURVE = "sm2p256v1";
    private static final int YEARS = 10;
    private static final int DAYS_OF_A_YEAR = 365;
    private static final int SERIAL_BITS = 63;

    private SelfSigned() {}

    /**
     * @param centre name
     * @param from first instant at which it is valid
     * @return as {@link SealKey#read} reads it
     */
    static String pem(String centre, Instant from) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", SealKey.BOUNCY_CASTLE);
            generator.initialize(new ECGenParameterSpec(CURVE), new SecureRandom());
            KeyPair pair = generator.generateKeyPair();
            return pem("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + pem("CERTIFICATE", certificate(name(centre), pair, from));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("No SM2 key can be made. Maybe Bouncy Castle is not whole.", e);
        }
    }

    private static byte[] certificate(X500Name name, KeyPair pair, Instant from)
            throws OperatorCreationException, IOException {
        return new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                        Date.from(from),
                        Date.from(from.plus((long) YEARS * DAYS_OF_A_YEAR, ChronoUnit.DAYS)),
                        name,
                        pair.getPublic())
                .addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                .build(new JcaContentSignerBuilder("SM3withSM2")
                        .setProvider(SealKey.BOUNCY_CASTLE)
                        .build(pair.getPrivate()))
                .getEncoded();
    }

    private static X500Name name(String centre) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "CN")
                .addRDN(BCStyle.O, centre)
                .addRDN(BCStyle.CN, centre)
                .build();
    }

    private static String pem(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
