package city.onewindow.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;

/** Seals a PDF so that every reader of PDF can tell (ISO 32000-1 12.8, PKCS #7): invisibly, over all of its bytes. */
final class PdfSeal {

    /** For all of a signature but its certificates. */
    private static final int ROOM = 4096;

    private PdfSeal() {}

    /** @throws SealFault if the key's device doesn't answer */
    static Sealed put(byte[] pdf, SealKey key, Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(pdf.length * 2);
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions()) {
            options.setPreferredSignatureSize(size(key));
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setSignDate(GregorianCalendar.from(now));
            document.addSignature(signature, content -> signed(content, key, now), options);
            document.saveIncremental(sealed);
        } catch (IOException e) {
            throw new UncheckedIOException("The PDF can't be sealed", e);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The seal's certificate was read, and can't be written", e);
        }
        return new Sealed(sealed.toByteArray(), key.certificate());
    }

    /** Certificates may be long, and an authority's chain of any length: the room is made before the signature. */
    private static int size(SealKey key) throws CertificateEncodingException {
        int size = ROOM;
        for (X509Certificate each : key.chain()) {
            size += each.getEncoded().length;
        }
        return size;
    }

    private static byte[] signed(InputStream content, SealKey key, ZonedDateTime now) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addCertificates(new JcaCertStore(key.chain()));
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                    .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(at(now)))
                    .build(new Signer(key), new JcaX509CertificateHolder(key.certificate())));
            return generator
                    .generate(new CMSProcessableByteArray(content.readAllBytes()), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("The PDF can't be sealed. Maybe its certificate is of an unknown kind.", e);
        }
    }

    /** By the house's clock, not by the machine's. */
    private static AttributeTable at(ZonedDateTime now) {
        return new AttributeTable(
                new DERSet(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(now.toInstant()))))));
    }

    /** What Bouncy Castle wants signed, by whatever provider has the key. */
    private record Signer(SealKey key, ByteArrayOutputStream content) implements ContentSigner {

        Signer(SealKey key) {
            this(key, new ByteArrayOutputStream());
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder()
                    .find(key.kind().signature());
        }

        @Override
        public OutputStream getOutputStream() {
            return content;
        }

        @Override
        public byte[] getSignature() {
            return key.sign(content.toByteArray());
        }
    }
}
