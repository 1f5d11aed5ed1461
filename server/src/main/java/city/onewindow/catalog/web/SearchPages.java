package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.CatalogSearch;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.SearchHit;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds what is wanted by everyday words: as a page, and as suggestions while they are typed. */
@Controller
@PreAuthorize("permitAll()")
class SearchPages {

    private static final int ALL = 60;
    private static final int NEAREST = 6;

    private final CatalogSearch search;
    private final Catalogs catalogs;

    SearchPages(CatalogSearch search, Catalogs catalogs) {
        this.search = search;
        this.catalogs = catalogs;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "department", defaultValue = "") String department,
            Model model) {
        Catalog catalog = catalogs.current();
        // Of one department all, then the best: its hits may lie behind everybody else's.
        List<SearchHit> hits = hits(words, department.isBlank() ? ALL : Integer.MAX_VALUE);
        SearchFilter filter = new SearchFilter(department);
        model.addAttribute("words", words.strip());
        model.addAttribute("hits", filter.of(hits, catalog).stream().limit(ALL).toList());
        model.addAttribute("department", department);
        model.addAttribute("departments", SearchFilter.choices(hits, catalog, department));
        model.addAttribute("home", HomeView.of(catalog));
        return "catalog/search";
    }

    @GetMapping("/search/suggestions")
    String suggestions(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        model.addAttribute("hits", hits(words, NEAREST));
        model.addAttribute("asked", !words.isBlank());
        return "catalog/suggestions";
    }

    private List<SearchHit> hits(String words, int limit) {
        return words.isBlank() ? List.of() : search.search(words.strip(), limit);
    }
}
