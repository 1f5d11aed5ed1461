package city.onewindow.catalog.web;

import city.onewindow.frame.Bundles;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Format;
import city.onewindow.notice.PrintAnswer;
import city.onewindow.notice.PublicAddress;
import city.onewindow.notice.QrCode;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one-time notice of a guide (办事一次性告知单), to be printed from the page or kept as PDF. */
@Controller
@PreAuthorize("permitAll()")
class NoticePages {

    private final Guides guides;
    private final Documents documents;
    private final PublicAddress address;
    private final Bundles bundles;
    private final Centre centre;

    NoticePages(Guides guides, Documents documents, PublicAddress address, Bundles bundles, Centre centre) {
        this.guides = guides;
        this.documents = documents;
        this.address = address;
        this.bundles = bundles;
        this.centre = centre;
    }

    @GetMapping("/things/{code}/notice")
    ModelAndView ofThing(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return page(guides.ofThing(code, query));
    }

    @GetMapping("/things/{code}/notice.pdf")
    ResponseEntity<byte[]> pdfOfThing(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return pdf(guides.ofThing(code, query));
    }

    @GetMapping("/items/{code}/notice")
    ModelAndView ofItem(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return page(guides.ofItem(code, query));
    }

    @GetMapping("/items/{code}/notice.pdf")
    ResponseEntity<byte[]> pdfOfItem(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return pdf(guides.ofItem(code, query));
    }

    @GetMapping("/merge/notice")
    ModelAndView ofItems(
            @RequestParam(name = "item") List<String> items, @RequestParam MultiValueMap<String, String> query) {
        return page(guides.ofItems(items, query));
    }

    @GetMapping("/merge/notice.pdf")
    ResponseEntity<byte[]> pdfOfItems(
            @RequestParam(name = "item") List<String> items, @RequestParam MultiValueMap<String, String> query) {
        return pdf(guides.ofItems(items, query));
    }

    private ModelAndView page(GuideView guide) {
        guide.errand().mustBeDoable();
        return new ModelAndView("catalog/notice")
                .addObject("guide", guide)
                .addObject("code", QrCode.dataUri(address.of(guide.address())));
    }

    private ResponseEntity<byte[]> pdf(GuideView guide) {
        guide.errand().mustBeDoable();
        Words words = new Words(bundles.in(Locale.CHINA), guide.catalog());
        byte[] content = documents.sheet(new GuideSheet(guide, words, centre).draft(), guide.address());
        return PrintAnswer.of(DocumentKind.GUIDE_NOTICE.title() + "-" + guide.title(), Format.PDF, content);
    }
}
