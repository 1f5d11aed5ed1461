package city.onewindow.kernel;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of file that are taken in; told by content, for a name proves nothing. */
public enum FileType {
    PDF("PDF 文件", "application/pdf", List.of("pdf")),
    JPEG("JPEG 图片", "image/jpeg", List.of("jpg", "jpeg")),
    PNG("PNG 图片", "image/png", List.of("png")),
    /** 版式文件 (GB/T 33190), in which electronic certificates come. */
    OFD("OFD 文件", "application/ofd", List.of("ofd")),
    DOCX("Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx")),
    XLSX("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx")),
    /** WPS writes the same under another ending. */
    DOC("Word 97-2003 文档", "application/msword", List.of("doc", "wps")),
    XLS("Excel 97-2003 表格", "application/vnd.ms-excel", List.of("xls", "et"));

    private static final byte[] PDF_HEAD = {'%', 'P', 'D', 'F', '-'};
    private static final byte[] JPEG_HEAD = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

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
        return ofParts(FileParts.of(content));
    }

    private static Optional<FileType> ofParts(Set<String> parts) {
        if (parts.contains("OFD.xml")) {
            return Optional.of(OFD);
        }
        if (parts.contains("word/document.xml")) {
            return Optional.of(DOCX);
        }
        if (parts.contains("xl/workbook.xml")) {
            return Optional.of(XLSX);
        }
        if (parts.contains("WordDocument")) {
            return Optional.of(DOC);
        }
        return parts.contains("Workbook") ? Optional.of(XLS) : Optional.empty();
    }

    /** What a file of this name should be; empty if it is none of these. */
    public static Optional<FileType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.fits(name)).findFirst();
    }

    /** Whether a file of this type may bear the name. */
    public boolean fits(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return name.contains(".") && endings.contains(ending);
    }

    /** All endings of some types: .pdf、.jpg、.jpeg. */
    static String endings(Collection<FileType> types) {
        return types.stream()
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining("、"));
    }

    static boolean startsWith(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }
}
