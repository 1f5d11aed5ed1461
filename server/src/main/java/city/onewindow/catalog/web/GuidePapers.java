package city.onewindow.catalog.web;

import city.onewindow.frame.Bundles;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Documents;
import city.onewindow.notice.Draft;
import city.onewindow.notice.Format;
import city.onewindow.notice.LetterOfAuthority;
import city.onewindow.notice.LettersOfAuthority;
import city.onewindow.notice.PrintAnswer;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A guide as PDF, whole or as one-time notice, and the letter by which an agent acts; in Chinese, as official papers are. */
@Controller
@PreAuthorize("permitAll()")
class GuidePapers {

    private final Guides guides;
    private final Documents documents;
    private final LettersOfAuthority letters;
    private final Bundles bundles;
    private final Centre centre;

    GuidePapers(Guides guides, Documents documents, LettersOfAuthority letters, Bundles bundles, Centre centre) {
        this.guides = guides;
        this.documents = documents;
        this.letters = letters;
        this.bundles = bundles;
        this.centre = centre;
    }

    @GetMapping("/things/{code}/guide.pdf")
    ResponseEntity<byte[]> ofThing(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return whole(guides.ofThing(code, query));
    }

    @GetMapping("/items/{code}/guide.pdf")
    ResponseEntity<byte[]> ofItem(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return whole(guides.ofItem(code, query));
    }

    @GetMapping("/merge/guide.pdf")
    ResponseEntity<byte[]> ofItems(
            @RequestParam(name = "item") List<String> items, @RequestParam MultiValueMap<String, String> query) {
        return whole(guides.ofItems(items, query));
    }

    @GetMapping("/things/{code}/notice.pdf")
    ResponseEntity<byte[]> noticeOfThing(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return notice(guides.ofThing(code, query));
    }

    @GetMapping("/items/{code}/notice.pdf")
    ResponseEntity<byte[]> noticeOfItem(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return notice(guides.ofItem(code, query));
    }

    @GetMapping("/merge/notice.pdf")
    ResponseEntity<byte[]> noticeOfItems(
            @RequestParam(name = "item") List<String> items, @RequestParam MultiValueMap<String, String> query) {
        return notice(guides.ofItems(items, query));
    }

    @GetMapping("/things/{code}/letter-of-authority.pdf")
    ResponseEntity<byte[]> letterForThing(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return letter(guides.ofThing(code, query));
    }

    @GetMapping("/items/{code}/letter-of-authority.pdf")
    ResponseEntity<byte[]> letterForItem(@PathVariable String code, @RequestParam MultiValueMap<String, String> query) {
        return letter(guides.ofItem(code, query));
    }

    @GetMapping("/merge/letter-of-authority.pdf")
    ResponseEntity<byte[]> letterForItems(
            @RequestParam(name = "item") List<String> items, @RequestParam MultiValueMap<String, String> query) {
        return letter(guides.ofItems(items, query));
    }

    private ResponseEntity<byte[]> whole(GuideView guide) {
        guide.errand().mustBeDoable();
        return printed(guide, new WholeGuide(guide, words(guide), centre).draft());
    }

    private ResponseEntity<byte[]> notice(GuideView guide) {
        guide.errand().mustBeDoable();
        return printed(guide, new GuideSheet(guide, words(guide), centre).draft());
    }

    private ResponseEntity<byte[]> letter(GuideView guide) {
        guide.errand().mustBeDoable();
        List<String> items = guide.items().stream().map(GuideItem::name).toList();
        LetterOfAuthority letter = LetterOfAuthority.blank(guide.title(), items, LetterOfAuthority.BLANK);
        return PrintAnswer.of(
                DocumentKind.LETTER_OF_AUTHORITY.title() + "-" + guide.title(),
                Format.PDF,
                letters.print(letter, guide.address()));
    }

    private Words words(GuideView guide) {
        return new Words(bundles.in(Locale.CHINA), guide.catalog());
    }

    private ResponseEntity<byte[]> printed(GuideView guide, Draft draft) {
        byte[] content = documents.sheet(draft, guide.address());
        return PrintAnswer.of(draft.kind().title() + "-" + guide.title(), Format.PDF, content);
    }
}
