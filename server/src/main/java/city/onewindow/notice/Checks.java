package city.onewindow.notice;

import city.onewindow.kernel.Digests;
import city.onewindow.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a file is that somebody was handed. A PDF is compared and searched as bytes, never opened: what strangers send
 * is not given to a program that large. Its signature is one over ranges of bytes, so that needs no more.
 */
final class Checks {

    private static final int LARGEST_MEGABYTES = 10;

    /** Each may take some tens of megabytes, and anybody may ask. */
    private static final int AT_ONCE = 4;

    private static final long PATIENCE_SECONDS = 5;

    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] PDF_HEAD = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    /** Where our files say which page verifies them. */
    private static final Pattern NAMED = Pattern.compile("/documents/([34679ACDEFGHJKMNPQRTWXY]{16})(?![0-9A-Za-z])");

    private final DocumentTable table;
    private final ZoneId zone;
    private final Semaphore desks = new Semaphore(AT_ONCE);

    Checks(DocumentTable table, ZoneId zone) {
        this.table = table;
        this.zone = zone;
    }

    /**
     * @throws Problem.InvalidInput if the file is none that could be told anything of
     * @throws Problem.Conflict if too many are checked at this moment
     */
    Verification of(InputStream file) {
        try {
            if (!desks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Problem.Conflict("现在核验文件的人太多，请过一会儿再试；也可以先用文书末页的验证码核验。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting to check a file", e);
        }
        try {
            return of(file.readNBytes(LARGEST_MEGABYTES * MEGABYTE + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("An upload can't be read. Maybe the disk is full.", e);
        } finally {
            desks.release();
        }
    }

    private Verification of(byte[] file) {
        if (file.length == 0) {
            throw refused("没有收到文件，或者文件是空的。请选择要核验的 PDF 或 OFD 文件。");
        }
        if (file.length > LARGEST_MEGABYTES * MEGABYTE) {
            throw refused("文件超过了 " + LARGEST_MEGABYTES + " MB。本中心出具的文书没有这么大；扫描件请改用验证码核验。");
        }
        if (starts(file, PDF_HEAD)) {
            return found(file, Format.PDF, PdfSignature.of(file, this::isCentres), file);
        }
        if (starts(file, ZIP_HEAD)) {
            OfdPackage ofd = OfdPackage.open(file);
            Signed signed = OfdSignature.of(ofd, this::isCentres);
            return found(file, Format.OFD, signed, ofd.parts().getOrDefault(OfdPackage.ENTRY, new byte[0]));
        }
        throw refused("这不是 PDF 也不是 OFD 文件，没有核验。照片、扫描件和纸质文书请用文书末页的验证码核验。");
    }

    /** @param naming the bytes in which the file names its document */
    private Verification found(byte[] file, Format format, Signed signed, byte[] naming) {
        String digest = Digests.sm3(file);
        Optional<IssuedDocument> issued = table.byDigest(digest, format);
        Optional<IssuedDocument> document = issued.or(() -> named(naming));
        Verification.Verdict verdict = verdict(issued.isPresent(), document.isPresent(), isWhole(format, signed));
        return new Verification(
                verdict, format, digest, document, signed, lateAfter(verdict, format, document, signed));
    }

    /** By when the centre itself says that it made the file; what a signature says of its hour proves nothing. */
    private @Nullable LocalDate lateAfter(
            Verification.Verdict verdict, Format format, Optional<IssuedDocument> document, Signed signed) {
        Instant until = signed.until();
        boolean ours = verdict == Verification.Verdict.ISSUED || verdict == Verification.Verdict.REPACKED;
        if (until == null || !ours || signed.state() != Signed.State.BY_CENTRE) {
            return null;
        }
        LocalDateTime good = LocalDateTime.ofInstant(until, zone);
        return document.flatMap(its -> table.printedAt(its, format))
                .filter(good::isBefore)
                .map(late -> good.toLocalDate())
                .orElse(null);
    }

    /**
     * Whether the centre sealed what its reader is shown. Of a PDF that can't be told without opening it: a signature over bytes
     * says nothing of what else the key has signed, or of what is drawn from them.
     */
    private static boolean isWhole(Format format, Signed signed) {
        return format == Format.OFD && signed.state() == Signed.State.BY_CENTRE;
    }

    private static Verification.Verdict verdict(boolean issued, boolean named, boolean whole) {
        if (issued) {
            return Verification.Verdict.ISSUED;
        }
        if (whole) {
            return Verification.Verdict.REPACKED;
        }
        return named ? Verification.Verdict.DIFFERS : Verification.Verdict.UNKNOWN;
    }

    private Optional<IssuedDocument> named(byte[] naming) {
        Matcher matcher = NAMED.matcher(new String(naming, StandardCharsets.ISO_8859_1));
        return matcher.find() ? table.byVerifyCode(matcher.group(1)) : Optional.empty();
    }

    private boolean isCentres(X509Certificate certificate) {
        try {
            return table.isCentres(Digests.sm3(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            return false;
        }
    }

    static Problem.InvalidInput refused(String message) {
        return new Problem.InvalidInput("/file", message);
    }

    private static boolean starts(byte[] file, byte[] head) {
        return file.length > head.length && Arrays.equals(file, 0, head.length, head, 0, head.length);
    }
}
