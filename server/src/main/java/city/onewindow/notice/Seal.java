package city.onewindow.notice;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.SecretFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.NumberFormatAtomicSignID;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.ofdrw.sign.signContainer.GBT35275DSContainer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The centre's seal: a digital signature with SM2 and SM3 (GB/T 35275) over everything in an OFD (电子签名法 第十三条). Its key lies
 * in a file beside the master key; several instances share one.
 */
@Component
class Seal {

    private final String pem;
    private @Nullable SealKey key;

    /** Makes the key at the first start; a centre that has a certificate of an authority names its own file. */
    Seal(Environment settings, Centre centre, Clock clock) {
        Path file = Path.of(settings.getProperty("onewindow.seal-file", "data/onewindow.seal"));
        pem = SecretFile.readOrCreate(file, () -> SelfSigned.pem(centre.name(), clock.instant()));
    }

    X509Certificate certificate() {
        return key().certificate();
    }

    /** @return the same OFD, sealed */
    byte[] put(byte[] ofd) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(ofd));
                OFDSigner signer = new OFDSigner(reader, sealed, new NumberFormatAtomicSignID())) {
            signer.setSignMode(SignMode.WholeProtected);
            signer.setSignContainer(new GBT35275DSContainer(key().certificate(), key().key()));
            signer.exeSign();
        } catch (IOException e) {
            throw new UncheckedIOException("The OFD can't be sealed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The OFD can't be sealed. Maybe the key of the seal is no SM2 key.", e);
        }
        return sealed.toByteArray();
    }

    /** Read when first needed: a start would wait for it. */
    private synchronized SealKey key() {
        if (key == null) {
            key = SealKey.read(pem);
        }
        return key;
    }
}
