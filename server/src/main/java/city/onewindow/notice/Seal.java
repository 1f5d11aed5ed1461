package city.onewindow.notice;

import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.SecretFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ofdrw.reader.OFDReader;
import org.ofdrw.sign.NumberFormatAtomicSignID;
import org.ofdrw.sign.OFDSigner;
import org.ofdrw.sign.SignMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The centre's seal: a digital signature (电子签名法 第十三条), with SM2 and SM3 (GB/T 35275) over everything in an OFD. Its key lies
 * in a file beside the master key, or in a device; several instances share one. A device whose key isn't one of SM2 seals the
 * PDF, and the file's the OFD.
 */
@Component
class Seal {

    private static final Logger LOG = LoggerFactory.getLogger(Seal.class);

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

    /** @throws Problem.Conflict if its device doesn't answer, or its file's certificate is over */
    Sealed putOnOfd(byte[] ofd) {
        return device.filter(DeviceDesk::sealsOfd)
                .map(with -> with.seal(its -> sealedOfd(ofd, its)))
                .orElseGet(() -> sealedOfd(ofd, goodKey()));
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

    /** The old one stays where what was put there meanwhile is none. */
    private SealKey renewed(SealKey old) {
        try {
            return SealKey.read(pem());
        } catch (IllegalStateException unreadable) {
            LOG.error("The new file of the seal can't be used", unreadable);
            return old;
        }
    }

    /** Made at the first start; a centre that has a certificate of an authority names its own file. */
    private String pem() {
        return SecretFile.readOrCreate(file, () -> SelfSigned.pem(centre.name(), clock.instant()));
    }

    /** What it seals with now; a device's key once it was seen. */
    List<SealKey> keys() {
        Stream<SealKey> ofDevice = device.flatMap(DeviceDesk::held).stream();
        return Stream.concat(ofDevice, needsFile() ? Stream.of(key()) : Stream.empty())
                .toList();
    }

    /** A document is sealed once, for ever: rather later than with a certificate that no reader takes for valid. */
    private SealKey goodKey() {
        SealKey its = key();
        if (its.isOver(clock)) {
            throw new Problem.Conflict("这份文书已经出具，但现在盖不上电子签章：本中心签章的证书已于" + DayWords.of(its.lastDay(clock))
                    + "到期，换了新证书就能盖。PDF 文件照样可以打开，内容相同，也可以用验证码核验。");
        }
        return its;
    }

    /** Read when first needed: a start would wait for it; and again once it is over, for there may be a new one by now. */
    private synchronized SealKey key() {
        SealKey its = key;
        if (its == null || its.isOver(clock)) {
            its = its == null ? SealKey.read(pem()) : renewed(its);
            key = its;
        }
        return its;
    }
}
