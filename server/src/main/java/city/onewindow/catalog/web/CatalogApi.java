package city.onewindow.catalog.web;

import city.onewindow.catalog.Audience;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.DataElement;
import city.onewindow.catalog.Department;
import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.search.CatalogSearch;
import city.onewindow.catalog.search.SearchFilter;
import city.onewindow.catalog.search.SearchHit;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the centre offers. {@code edition} reads an older edition; without it the current one is meant. */
@RestController
@RequestMapping("/api")
@PreAuthorize("permitAll()")
@Tag(name = "catalog", description = "事项目录")
class CatalogApi {

    private final Catalogs catalogs;
    private final CatalogSearch search;

    CatalogApi(Catalogs catalogs, CatalogSearch search) {
        this.catalogs = catalogs;
        this.search = search;
    }

    /**
     * A one-thing in a list.
     *
     * @param items how many items it may have
     */
    record OneThingLine(String code, String name, Audience audience, String lifeEvent, Named window, int items) {

        static OneThingLine of(OneThing oneThing, Catalog catalog) {
            return new OneThingLine(
                    oneThing.code(),
                    oneThing.name(),
                    oneThing.audience(),
                    oneThing.lifeEvent(),
                    Named.window(oneThing.window(), catalog),
                    oneThing.members().size());
        }
    }

    @Operation(summary = "The whole list of one-things, some hundreds at most")
    @GetMapping("/one-things")
    List<OneThingLine> oneThings(@RequestParam(required = false) @Nullable Audience audience) {
        Catalog catalog = catalogs.current();
        return catalog.oneThings().stream()
                .filter(oneThing -> audience == null || oneThing.audience() == audience)
                .map(oneThing -> OneThingLine.of(oneThing, catalog))
                .toList();
    }

    @GetMapping("/one-things/{code}")
    OneThingGuide oneThing(@PathVariable String code, @RequestParam(required = false) @Nullable Integer edition) {
        Catalog catalog = catalog(edition);
        return catalog.oneThingByCode(code)
                .map(oneThing -> OneThingGuide.of(oneThing, catalog))
                .orElseThrow(() -> new Problem.NotFound("没有代码为“" + code + "”的一件事。"));
    }

    @GetMapping("/items")
    Slice<ItemFilter.ItemLine> items(
            ItemFilter filter,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return filter.read(catalogs.current(), Slice.size(size), after);
    }

    @GetMapping("/items/{code}")
    ItemGuide item(@PathVariable String code, @RequestParam(required = false) @Nullable Integer edition) {
        Catalog catalog = catalog(edition);
        return catalog.itemByCode(code)
                .map(item -> ItemGuide.of(item, catalog, edition))
                .orElseThrow(() -> new Problem.NotFound("没有代码为“" + code + "”的事项。"));
    }

    @Operation(summary = "The whole list of departments")
    @GetMapping("/departments")
    Collection<Department> departments() {
        return catalogs.current().departments();
    }

    @Operation(summary = "The whole list of windows")
    @GetMapping("/windows")
    Collection<Window> windows() {
        return catalogs.current().windows();
    }

    @GetMapping("/elements/{code}")
    DataElement element(@PathVariable String code, @RequestParam(required = false) @Nullable Integer edition) {
        return catalog(edition).element(code).orElseThrow(() -> new Problem.NotFound("没有代码为“" + code + "”的数据元。"));
    }

    @Operation(
            summary =
                    "What fits best, first; there is no next page. Of what the catalog has nothing for, nothing; the page of the search says where to go with it")
    @GetMapping("/search")
    List<SearchHit> search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(required = false) @Nullable Audience audience,
            @RequestParam(defaultValue = "false") boolean online,
            @RequestParam(defaultValue = "false") boolean onTheSpot,
            @RequestParam(required = false) @Nullable Integer size) {
        return search.search(q, new SearchFilter(department, audience, online, onTheSpot), Slice.size(size));
    }

    private Catalog catalog(@Nullable Integer edition) {
        return edition == null ? catalogs.current() : catalogs.at(edition);
    }
}
