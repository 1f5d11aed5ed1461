package city.onewindow.notice;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.SecretFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.NumberFormatAtomicSignID;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The centre's seal: a digital signature (电子签名法 第十三条), with SM2 and SM3 (GB/T 35275) over everything in an OFD. Its key lies
 * in a file beside the master key, or in a device; several instances share one. A device whose key isn't one of SM2 seals the
 * PDF, and the file's the OFD.
 */
@Component
class Seal {

    private final Path file;
    private final Centre centre;
    private final Clock clock;
    private final Optional<DeviceDesk> device;
    private @Nullable SealKey key;

    Seal(Environment settings, Centre centre, Clock clock) {
        this.file = Path.of(settings.getProperty("onewindow.seal-file", "data/onewindow.seal"));
        this.centre = centre;
        this.clock = clock;
        String named = settings.getProperty("onewindow.seal-device", "");
        this.device = Optional.of(named)
                .filter(name -> !name.isBlank())
                .map(name -> new SealDevice(Path.of(name), settings.getProperty("onewindow.seal-pin", ""), clock))
                .map(found -> new DeviceDesk(found, clock));
        if (needsFile()) {
            pem();
        }
    }

    /** The start has seen that a device is ready; one that failed since is no reason to begin with another key. */
    private boolean needsFile() {
        try {
            return device.filter(DeviceDesk::sealsOfd).isEmpty();
        } catch (Problem.Conflict away) {
            return false;
        }
    }

    /** @throws Problem.Conflict if its device doesn't answer */
    Sealed putOnOfd(byte[] ofd) {
        return device.filter(DeviceDesk::sealsOfd)
                .map(with -> with.seal(its -> sealedOfd(ofd, its)))
                .orElseGet(() -> sealedOfd(ofd, key()));
    }

    /**
     * @return empty if there is no key that readers of PDF know
     * @throws Problem.Conflict if its device doesn't answer
     */
    Optional<Sealed> putOnPdf(byte[] pdf) {
        return device.filter(with -> !with.sealsOfd()).map(with -> with.seal(its -> PdfSeal.put(pdf, its, clock)));
    }

    private static Sealed sealedOfd(byte[] ofd, SealKey key) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OFDReader reader = new OFDReader(new ByteArrayInputStream(ofd));
                OFDSigner signer = new OFDSigner(reader, sealed, new NumberFormatAtomicSignID())) {
            signer.setSignMode(SignMode.WholeProtected);
            signer.setSignContainer(new OfdContainer(key));
            signer.exeSign();
        } catch (IOException e) {
            throw new UncheckedIOException("The OFD can't be sealed", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The OFD can't be sealed. Maybe the key of the seal is no SM2 key.", e);
        }
        return new Sealed(sealed.toByteArray(), key.certificate());
    }

    /** Made at the first start; a centre that has a certificate of an authority names its own file. */
    private String pem() {
        return SecretFile.readOrCreate(file, () -> SelfSigned.pem(centre.name(), clock.instant()));
    }

    /** Read when first needed: a start would wait for it. */
    private synchronized SealKey key() {
        if (key == null) {
            key = SealKey.read(pem());
        }
        return key;
    }
}
