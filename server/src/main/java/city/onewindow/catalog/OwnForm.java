package city.onewindow.catalog;

import city.onewindow.kernel.Digests;
import city.onewindow.kernel.FileType;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Upload;
import city.onewindow.kernel.UploadRules;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A department's own form, blank or filled in, as a file. Its content is known by its digest, so that equal files are kept once and
 * another content is another file, whatever its name.
 *
 * @param size in bytes
 * @param digest SM3 of the content, hexadecimal
 */
public record OwnForm(String name, long size, String digest) {

    private static final Pattern WRITTEN = Pattern.compile("([^/\\\\]{1,200})\\|(\\d{1,9})\\|([0-9a-f]{64})");
    private static final int KILOBYTE = 1024;
    /** So much of a digest tells two files apart. */
    private static final int SHORT = 8;

    /** @throws Problem.InvalidInput if it may not be such a file, at /file */
    public static OwnForm of(FormPaper paper, Upload upload) {
        if (paper.rules().check(upload) == FileType.PDF) {
            PdfCheck.mustBePaper(upload.content());
        }
        return new OwnForm(UploadRules.name(upload), upload.content().length, Digests.sm3(upload.content()));
    }

    /** What {@link #written()} wrote; empty if it is something else. */
    public static Optional<OwnForm> read(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches()
                ? Optional.of(new OwnForm(written.group(1), Long.parseLong(written.group(2)), written.group(3)))
                : Optional.empty();
    }

    /** In the cell of a row that lies in no file. */
    public String written() {
        return name + "|" + size + "|" + digest;
    }

    /** What a cell names, for people: by its digest one sees that it is another file of the same name. Any other text stays as it is. */
    public static String told(String cell) {
        return read(cell)
                .map(form -> form.name + "（" + form.sizeInWords() + "，摘要 " + form.digest.substring(0, SHORT) + "）")
                .orElse(cell);
    }

    /** Its ending, as people know kinds of file: DOCX. */
    public String kind() {
        return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    public String mediaType() {
        return type().map(FileType::mediaType).orElse("application/octet-stream");
    }

    Optional<FileType> type() {
        return FileType.named(name);
    }

    /** For people: 23 KB, 1.2 MB. */
    public String sizeInWords() {
        return size < KILOBYTE * KILOBYTE
                ? Math.max(1, Math.round((double) size / KILOBYTE)) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", (double) size / KILOBYTE / KILOBYTE);
    }
}
