package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormCheck;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.Merge;
import city.onewindow.catalog.MergeView;
import city.onewindow.kernel.Problem;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
    private final Guides guides;
    private final Clock clock;

    MergeApi(Catalogs catalogs, Guides guides, Clock clock) {
        this.catalogs = catalogs;
        this.guides = guides;
        this.clock = clock;
    }

    /**
     * @param oneThing code of a one-thing
     * @param items codes of items, if no one-thing is named
     * @param answers by question code; the default holds where one is left out
     * @param form what is filled in already, by code of the element: questions may hang on it
     */
    record Choice(
            @Nullable String oneThing,
            @Nullable List<@Nullable String> items,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable Map<String, @Nullable Object> form) {

        ErrandChoice toErrand() {
            return ErrandChoice.stated(oneThing, items, answers);
        }

        FormValues values() {
            Map<String, Object> filled = new LinkedHashMap<>();
            if (form != null) {
                form.forEach((code, value) -> {
                    if (value != null) {
                        filled.put(code, value);
                    }
                });
            }
            return FormValues.ofJson(filled);
        }
    }

    /**
     * @param windows where it is handed in
     * @param forms of its materials that are forms, what can be had on paper under these answers
     */
    record Merged(@JsonUnwrapped MergeView merge, List<Named> windows, List<ItemGuide.Form> forms) {

        static Merged of(GuideView guide) {
            return new Merged(
                    MergeView.of(guide.catalog(), guide.merge()),
                    guide.windows().stream()
                            .map(window -> new Named(window.code(), window.name()))
                            .toList(),
                    ItemGuide.Form.of(guide));
        }
    }

    @PostMapping("/api/merge")
    @Operation(summary = "Merge a one-thing, or any items, into one form and one set of materials")
    Merged merge(@RequestBody Choice choice) {
        Catalog catalog = catalogs.current();
        FormValues form = choice.values();
        ErrandChoice picked = choice.toErrand();
        Merge merge = Merge.of(catalog, picked.in(catalog, form.texts()));
        Problem.InvalidInput.refuse(
                new FormCheck(catalog, merge).on(LocalDate.now(clock)).faults(form));
        return Merged.of(guides.of(catalog, merge.errand(), picked.items()));
    }
}
