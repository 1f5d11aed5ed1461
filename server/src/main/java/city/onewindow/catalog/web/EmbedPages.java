package city.onewindow.catalog.web;

import city.onewindow.notice.PublicAddress;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * A guide in short, for a department to show within its own website, and the code that does it: what is told there is what
 * is told here.
 */
@Controller
@PreAuthorize("permitAll()")
class EmbedPages {

    private final Guides guides;
    private final PublicAddress address;

    EmbedPages(Guides guides, PublicAddress address) {
        this.guides = guides;
        this.address = address;
    }

    @GetMapping("/things/{code}/embed")
    ModelAndView codeOfThing(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> query, Locale locale) {
        return code(guides.ofThing(code, query), locale);
    }

    @GetMapping("/items/{code}/embed")
    ModelAndView codeOfItem(
            @PathVariable String code, @RequestParam MultiValueMap<String, String> query, Locale locale) {
        return code(guides.ofItem(code, query), locale);
    }

    @GetMapping("/embed/things/{code}")
    ModelAndView thing(@PathVariable String code, @RequestParam MultiValueMap<String, String> query, Locale locale) {
        return embedded(guides.ofThing(code, query), locale);
    }

    @GetMapping("/embed/items/{code}")
    ModelAndView item(@PathVariable String code, @RequestParam MultiValueMap<String, String> query, Locale locale) {
        return embedded(guides.ofItem(code, query), locale);
    }

    private static ModelAndView embedded(GuideView guide, Locale locale) {
        return new ModelAndView("catalog/embed")
                .addObject("guide", guide)
                .addObject("whole", ReadIn.language(locale, guide.address()));
    }

    private ModelAndView code(GuideView guide, Locale locale) {
        String shown = ReadIn.language(locale, "/embed" + guide.address());
        return new ModelAndView("catalog/embed-code")
                .addObject("guide", guide)
                .addObject("shown", shown)
                .addObject("source", address.of(shown));
    }
}
