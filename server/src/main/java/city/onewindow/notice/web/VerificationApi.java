package city.onewindow.notice.web;

import city.onewindow.identity.Actor;
import city.onewindow.notice.Documents;
import city.onewindow.notice.PdfAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
@PreAuthorize("permitAll()")
@Tag(name = "documents", description = "Official documents, by the code printed on them")
class VerificationApi {

    private final Documents documents;

    VerificationApi(Documents documents) {
        this.documents = documents;
    }

    @Operation(summary = "Tells whether a document is genuine")
    @GetMapping("/api/documents/{code}")
    VerifiedDocument verify(@PathVariable String code) {
        return documents
                .byVerifyCode(code)
                .map(document -> VerifiedDocument.of(document, documents.digest(document)))
                .orElseThrow(Documents::unknown);
    }

    @Operation(summary = "The document as printed")
    @GetMapping(path = "/api/documents/{code}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable String code, @Nullable Actor reader) {
        return PdfAnswer.of(documents, code, reader);
    }
}
