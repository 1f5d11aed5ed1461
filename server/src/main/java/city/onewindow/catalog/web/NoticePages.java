package city.onewindow.catalog.web;

import city.onewindow.notice.PublicAddress;
import city.onewindow.notice.QrCode;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one-time notice of a guide (办事一次性告知单), to be printed from the page, or ticked and taken along. */
@Controller
@PreAuthorize("permitAll()")
class NoticePages {

    private final Guides guides;
    private final PublicAddress address;

    NoticePages(Guides guides, PublicAddress address) {
        this.guides = guides;
        this.address = address;
    }

    @GetMapping("/things/{code}/notice")
    ModelAndView ofThing(
            @PathVariable String code,
            @RequestParam(name = Ticks.PARAMETER, defaultValue = "") List<String> ticked,
            @RequestParam MultiValueMap<String, String> query) {
        return page(guides.ofThing(code, query), ticked);
    }

    @GetMapping("/items/{code}/notice")
    ModelAndView ofItem(
            @PathVariable String code,
            @RequestParam(name = Ticks.PARAMETER, defaultValue = "") List<String> ticked,
            @RequestParam MultiValueMap<String, String> query) {
        return page(guides.ofItem(code, query), ticked);
    }

    @GetMapping("/merge/notice")
    ModelAndView ofItems(
            @RequestParam(name = "item") List<String> items,
            @RequestParam(name = Ticks.PARAMETER, defaultValue = "") List<String> ticked,
            @RequestParam MultiValueMap<String, String> query) {
        return page(guides.ofItems(items, query), ticked);
    }

    private ModelAndView page(GuideView guide, List<String> ticked) {
        guide.errand().mustBeDoable();
        Ticks ticks = Ticks.of(guide, ticked);
        return new ModelAndView("catalog/notice")
                .addObject("guide", guide)
                .addObject("ticks", ticks)
                .addObject("code", QrCode.dataUri(address.of(ticks.address(guide))));
    }
}
