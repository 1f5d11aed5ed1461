package city.onewindow.notice.web;

import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

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

    @Operation(
            summary = "Tells what is true of a PDF or OFD file: issued by this centre, altered, or unknown",
            description = "At most 10 MB. The file is compared and forgotten; nothing is kept of it.")
    @PostMapping(path = "/api/documents/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    CheckedFile check(@RequestParam MultipartFile file) {
        return CheckedFile.of(documents.check(new SentFile(file).content()));
    }

    @Operation(summary = "The document as printed")
    @GetMapping(path = "/api/documents/{code}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable String code, @Nullable Actor reader) {
        return PrintAnswer.of(documents, code, Format.PDF, reader);
    }

    @Operation(summary = "The document as printed, sealed with the centre's SM2 key (GB/T 33190)")
    @GetMapping(path = "/api/documents/{code}/ofd", produces = "application/ofd")
    ResponseEntity<byte[]> ofd(@PathVariable String code, @Nullable Actor reader) {
        return PrintAnswer.of(documents, code, Format.OFD, reader);
    }
}
