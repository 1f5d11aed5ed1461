package city.onewindow.catalog.web;

import city.onewindow.catalog.Edition;
import city.onewindow.catalog.EditionHistory;
import city.onewindow.catalog.EditionRecord;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which imports and publications changed the content, newest first, and what they brought. */
@RestController
@PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER', 'AUDITOR', 'ADMINISTRATOR')")
@Tag(name = "catalog", description = "事项目录")
class EditionsApi {

    private final EditionHistory history;

    EditionsApi(EditionHistory history) {
        this.history = history;
    }

    @GetMapping("/api/editions")
    Slice<Edition> editions(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Integer after) {
        return history.editions(Slice.size(size), after);
    }

    @Operation(summary = "What an edition brought; what a version changed is said by /api/revisions/versions")
    @GetMapping("/api/editions/{number}/records")
    Slice<EditionRecord> records(
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Integer after) {
        return history.records(number, Slice.size(size), after);
    }
}
