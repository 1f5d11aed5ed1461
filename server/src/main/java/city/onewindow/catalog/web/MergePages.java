package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.kernel.Problem;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Any items put together into one errand; which ones stands in the query. */
@Controller
@PreAuthorize("permitAll()")
class MergePages {

    private final Catalogs catalogs;
    private final Guides guides;

    MergePages(Catalogs catalogs, Guides guides) {
        this.catalogs = catalogs;
        this.guides = guides;
    }

    @GetMapping("/merge")
    ModelAndView merge(
            @RequestParam(name = "item", defaultValue = "") List<String> items,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target) {
        Catalog catalog = catalogs.current();
        Basket basket = Basket.of(catalog, items, words);
        if (target.equals("guide")) {
            return GuidePages.page(guides.ofItems(basket.codes(), query), target);
        }
        ModelAndView page =
                new ModelAndView("catalog/merge").addObject("basket", basket).addObject("catalog", catalog);
        if (basket.picked().isEmpty()) {
            return page;
        }
        try {
            return page.addObject("guide", guides.ofItems(basket.codes(), query));
        } catch (Problem.InvalidInput refused) {
            // 二选一: told where the choice is made, with everything still picked.
            return page.addObject("refusal", refused.getMessage());
        }
    }
}
