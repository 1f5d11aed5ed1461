package city.onewindow.catalog.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Edition;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which imports changed the content, newest first. */
@RestController
@PreAuthorize("hasAnyRole('ADMINISTRATOR', 'MANAGER')")
@Tag(name = "catalog", description = "事项目录")
class EditionsApi {

    private final Catalogs catalogs;

    EditionsApi(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    @GetMapping("/api/editions")
    Slice<Edition> editions(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable Integer after) {
        return catalogs.editions(Slice.size(size), after);
    }
}
