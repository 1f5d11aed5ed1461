package city.onewindow.material;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a file goes out over HTTP, whoever reads it. */
public final class FileAnswer {

    private FileAnswer() {}

    /** @return the content, named by the application and not as the applicant named it: file names tell who people are, and stay in download folders */
    public static ResponseEntity<InputStreamResource> of(OpenedFile opened) {
        StoredFile file = opened.file();
        String ending = file.name().replaceAll(".*\\.", "");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .contentLength(file.size())
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file.subject() + "." + ending)
                                .build()
                                .toString())
                .body(new InputStreamResource(opened.content()));
    }
}
