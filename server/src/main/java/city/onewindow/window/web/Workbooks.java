package city.onewindow.window.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** Workbooks as they come in and go out over HTTP. */
public final class Workbooks {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private Workbooks() {}

    public static ResponseEntity<byte[]> answer(String name, byte[] content) {
        return answer(name + ".xlsx", XLSX, content);
    }

    /** Several in one file. */
    static ResponseEntity<byte[]> zip(String name, byte[] content) {
        return answer(name + ".zip", MediaType.parseMediaType("application/zip"), content);
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    /** Puts an upload aside, for whoever reads it. */
    public static Path spooled(MultipartFile file) {
        try {
            Path spooled = Files.createTempFile("annex", ".xlsx");
            file.transferTo(spooled);
            return spooled;
        } catch (IOException full) {
            throw new UncheckedIOException("An upload can't be put aside", full);
        }
    }

    /** As the browser calls it; empty where it says nothing. */
    public static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
