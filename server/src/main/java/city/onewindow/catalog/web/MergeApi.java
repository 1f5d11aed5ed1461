package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergeView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The merge as a call: for a one-thing or any items, what must be filled in and handed in, and why. Keeps nothing. */
@RestController
@PreAuthorize("permitAll()")
@Tag(name = "catalog")
class MergeApi {

    private final Catalogs catalogs;

    MergeApi(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /**
     * @param oneThing code of a one-thing
     * @param items codes of items, if no one-thing is named
     * @param answers by question code; the default holds where one is left out
     */
    record Choice(
            @Nullable String oneThing,
            @Nullable List<@Nullable String> items,
            @Nullable Map<String, @Nullable String> answers) {

        ErrandChoice toErrand() {
            return ErrandChoice.stated(oneThing, items, answers);
        }
    }

    @PostMapping("/api/merge")
    @Operation(summary = "Merge a one-thing, or any items, into one form and one set of materials")
    MergeView merge(@RequestBody Choice choice) {
        Catalog catalog = catalogs.current();
        return MergeView.of(catalog, Merge.of(catalog, choice.toErrand().in(catalog)));
    }
}
