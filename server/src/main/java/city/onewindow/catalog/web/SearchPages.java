package city.onewindow.catalog.web;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.search.CatalogSearch;
import city.onewindow.catalog.search.SearchFilter;
import city.onewindow.catalog.search.SearchHit;
import city.onewindow.catalog.search.SearchResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

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
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable Audience audience,
            @RequestParam(defaultValue = "false") boolean online,
            @RequestParam(defaultValue = "false") boolean onTheSpot,
            Model model) {
        Catalog catalog = catalogs.current();
        SearchFilter filter = new SearchFilter(department.strip(), audience, online, onTheSpot);
        SearchResult found = found(words, filter, ALL);
        model.addAttribute("words", words.strip());
        model.addAttribute("filter", filter);
        model.addAttribute("anything", !found.unfiltered().isEmpty());
        model.addAttribute("hits", found.hits());
        model.addAttribute("elsewhere", found.elsewhere());
        model.addAttribute("departments", departments(found.unfiltered(), filter.department(), catalog));
        model.addAttribute(
                "unfiltered",
                UriComponentsBuilder.fromPath("/search")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(words.strip())
                        .toUriString());
        model.addAttribute("home", HomeView.of(catalog));
        return "catalog/search";
    }

    /** Of an item the one that decides; of a one-thing all that have an item in it. */
    private static List<Department> departments(List<SearchHit> hits, String chosen, Catalog catalog) {
        Stream<String> found = hits.stream()
                .flatMap(hit -> hit.kind() == SearchHit.Kind.ITEM
                        ? catalog.itemByCode(hit.code()).stream()
                        : catalog.oneThingByCode(hit.code()).map(OneThing::members).orElse(List.of()).stream()
                                .map(member -> catalog.itemNamed(member.item()))
                                .flatMap(Optional::stream))
                .map(Item::department);
        return Stream.concat(found, Stream.of(chosen))
                .distinct()
                .sorted()
                .map(catalog::department)
                .flatMap(Optional::stream)
                .toList();
    }

    @GetMapping("/search/suggestions")
    String suggestions(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        SearchResult found = found(words, SearchFilter.NONE, NEAREST);
        model.addAttribute("hits", found.hits());
        model.addAttribute("elsewhere", found.elsewhere());
        model.addAttribute("asked", !words.isBlank());
        model.addAttribute("catalog", catalogs.current());
        return "catalog/suggestions";
    }

    private SearchResult found(String words, SearchFilter filter, int limit) {
        return search.narrowed(words.strip(), filter, limit);
    }
}
