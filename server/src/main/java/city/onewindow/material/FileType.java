package city.onewindow.material;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The kinds of file that are taken in; told by content, for a name proves nothing. */
public enum FileType {
    PDF("PDF 文件", "application/pdf", List.of("pdf")),
    JPEG("JPEG 图片", "image/jpeg", List.of("jpg", "jpeg")),
    PNG("PNG 图片", "image/png", List.of("png")),
    /** 版式文件 (GB/T 33190), in which electronic certificates come. */
    OFD("OFD 文件", "application/ofd", List.of("ofd"));

    private static final byte[] PDF_HEAD = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    private final String label;
    private final String mediaType;
    private final List<String> endings;

    FileType(String label, String mediaType, List<String> endings) {
        this.label = label;
        this.mediaType = mediaType;
        this.endings = endings;
    }

    /** As people call it. */
    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    /** What this content is; empty if it is none of these. */
    static Optional<FileType> of(byte[] content) {
        if (startsWith(content, PDF_HEAD)) {
            return Optional.of(PDF);
        }
        if (startsWith(content, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        return startsWith(content, ZIP_HEAD) && isOfd(content) ? Optional.of(OFD) : Optional.empty();
    }

    /** Whether a file of this type may bear the name. */
    boolean fits(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && endings.contains(ending);
    }

    /** All endings, for a message or a file chooser: .pdf、.jpg、.jpeg、.png、.ofd. */
    public static String allEndings() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining("、"));
    }

    private static boolean startsWith(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }

    /** Reads the table of contents only, so that nothing packed is unpacked. */
    private static boolean isOfd(byte[] content) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            return zip.getEntry("OFD.xml") != null;
        } catch (IOException e) {
            return false;
        }
    }
}
