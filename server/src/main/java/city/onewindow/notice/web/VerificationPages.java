package city.onewindow.notice.web;

import city.onewindow.frame.SentFile;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.PrintAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The pages behind a document's QR code; open to everybody, for whoever is shown a document must be able to check it. */
@Controller
@PreAuthorize("permitAll()")
class VerificationPages {

    private final Documents documents;

    VerificationPages(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/documents")
    ModelAndView ask(@RequestParam(defaultValue = "") String code) {
        // Some paste what the QR code says, or where the document itself was opened: the whole address.
        String typed = code.replaceFirst("(?s).*/documents/([^/?#]*).*", "$1")
                .replace('/', ' ')
                .strip();
        if (!typed.isEmpty()) {
            return new ModelAndView("redirect:/documents/" + UriUtils.encodePathSegment(typed, "UTF-8"));
        }
        return page("", null);
    }

    @GetMapping("/documents/{code}")
    ModelAndView tell(@PathVariable String code) {
        Optional<IssuedDocument> document = documents.byVerifyCode(code);
        ModelAndView page = page(code, document.orElse(null));
        document.ifPresent(found -> page.addObject("digest", documents.digest(found)));
        page.setStatus(document.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        return page;
    }

    /** A file that somebody was handed; it is compared and forgotten. */
    @PostMapping("/documents/check")
    ModelAndView check(@RequestParam MultipartFile file) {
        ModelAndView page = page("", null);
        try {
            return page.addObject("verification", documents.check(new SentFile(file).content()));
        } catch (Problem.InvalidInput refused) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("refusal", refused.faults().get(0).message());
        }
    }

    @GetMapping("/documents/{code}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String code, @Nullable Actor reader) {
        return PrintAnswer.of(documents, code, Format.PDF, reader);
    }

    @GetMapping("/documents/{code}/ofd")
    ResponseEntity<byte[]> ofd(@PathVariable String code, @Nullable Actor reader) {
        return PrintAnswer.of(documents, code, Format.OFD, reader);
    }

    private static ModelAndView page(String code, @Nullable IssuedDocument document) {
        return new ModelAndView("notice/verification").addObject("code", code).addObject("document", document);
    }
}
