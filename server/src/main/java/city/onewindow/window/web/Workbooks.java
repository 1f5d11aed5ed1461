package city.onewindow.window.web;

import city.onewindow.frame.FileName;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Workbooks as they go out over HTTP. */
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
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.kept(name))
                .body(content);
    }
}
