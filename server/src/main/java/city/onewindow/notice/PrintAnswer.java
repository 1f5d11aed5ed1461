package city.onewindow.notice;

import city.onewindow.frame.FileName;
import city.onewindow.identity.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a document is sent, to people and to programs: under a name by which it is found again among other downloads. */
public final class PrintAnswer {

    private PrintAnswer() {}

    /** Named by its kind and number, never by whom it concerns. */
    public static ResponseEntity<byte[]> of(
            Documents documents, String verifyCode, Format format, @Nullable Actor reader) {
        IssuedDocument document = documents.byVerifyCode(verifyCode).orElseThrow(Documents::unknown);
        byte[] content = documents
                .read(verifyCode, format, reader == null ? "public" : reader.account())
                .content();
        String number = document.number().replaceAll("[〔\\[]|号$", "").replaceAll("[〕\\]]", "-");
        return of(document.kind().title() + "-" + number, format, content);
    }

    /** @param name without its ending */
    public static ResponseEntity<byte[]> of(String name, Format format, byte[] content) {
        String file = name + "." + format.ending();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .cacheControl(CacheControl.noStore())
                // Browsers show a PDF; an OFD they can only keep.
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        format == Format.PDF ? FileName.shown(file) : FileName.kept(file))
                .body(content);
    }
}
