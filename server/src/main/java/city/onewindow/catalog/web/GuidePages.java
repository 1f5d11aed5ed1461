package city.onewindow.catalog.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The guides of one-things and of single items; the answers stand in the query. */
@Controller
@PreAuthorize("permitAll()")
class GuidePages {

    private final Guides guides;

    GuidePages(Guides guides) {
        this.guides = guides;
    }

    @GetMapping("/things/{code}")
    ModelAndView thing(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target) {
        return page(guides.ofThing(code, query), target);
    }

    @GetMapping("/items/{code}")
    ModelAndView item(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target) {
        return page(guides.ofItem(code, query), target);
    }

    /** A question was answered in the page: only the part that hangs on the answers comes back. */
    static ModelAndView page(GuideView guide, String target) {
        return new ModelAndView(target.equals("guide") ? "catalog/guide-part" : "catalog/guide")
                .addObject("guide", guide);
    }
}
