package city.onewindow.catalog.web;

import city.onewindow.catalog.OwnForm;
import city.onewindow.frame.FileName;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a department's own form goes out over HTTP: kept by the browser as a file, never shown as a page of this house. */
public final class OwnFormAnswer {

    private OwnFormAnswer() {}

    public static ResponseEntity<byte[]> of(OwnForm form, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(form.mediaType()))
                .eTag(form.digest())
                // Asked for again each time, for the department may have another by then; not sent again if it hasn't.
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.kept(form.name()))
                .body(content);
    }
}
