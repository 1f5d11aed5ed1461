package city.onewindow.notice;

import city.onewindow.identity.Actor;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a document is sent, to people and to programs: under a name by which it is found again among other downloads. */
public final class PdfAnswer {

    private PdfAnswer() {}

    /** Named by its kind and number, never by whom it concerns. */
    public static ResponseEntity<byte[]> of(Documents documents, String verifyCode, @Nullable Actor reader) {
        IssuedDocument document = documents.byVerifyCode(verifyCode).orElseThrow(Documents::unknown);
        byte[] content = documents
                .read(verifyCode, reader == null ? "public" : reader.account())
                .content();
        String number = document.number().replaceAll("[〔\\[]|号$", "").replaceAll("[〕\\]]", "-");
        return of(document.kind().title() + "-" + number, content);
    }

    /** @param name without its ending */
    public static ResponseEntity<byte[]> of(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name.replaceAll("[\\\\/:*?\"<>|]", "-") + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
