package city.onewindow.notice.web;

import city.onewindow.identity.Actor;
import city.onewindow.notice.Documents;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a document is sent, to people and to programs. */
final class PdfAnswer {

    private PdfAnswer() {}

    static ResponseEntity<byte[]> of(Documents documents, String verifyCode, @Nullable Actor reader) {
        byte[] content = documents
                .read(verifyCode, reader == null ? "public" : reader.account())
                .content();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.inline()
                                .filename("document.pdf")
                                .build()
                                .toString())
                .body(content);
    }
}
