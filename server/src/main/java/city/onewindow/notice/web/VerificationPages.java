package city.onewindow.notice.web;

import city.onewindow.identity.Actor;
import city.onewindow.notice.Documents;
import city.onewindow.notice.IssuedDocument;
import city.onewindow.notice.PdfAnswer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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
        if (!code.isBlank()) {
            return new ModelAndView("redirect:/documents/" + UriUtils.encodePathSegment(code.strip(), "UTF-8"));
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

    @GetMapping("/documents/{code}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String code, @Nullable Actor reader) {
        return PdfAnswer.of(documents, code, reader);
    }

    private static ModelAndView page(String code, @Nullable IssuedDocument document) {
        return new ModelAndView("notice/verification").addObject("code", code).addObject("document", document);
    }
}
