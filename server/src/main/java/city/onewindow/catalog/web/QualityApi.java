package city.onewindow.catalog.web;

import city.onewindow.catalog.lint.Quality;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the linter finds in the published catalog. */
@RestController
@RequestMapping("/api/quality")
@PreAuthorize("permitAll()")
@Tag(name = "quality", description = "目录质量")
class QualityApi {

    private final Quality quality;

    QualityApi(Quality quality) {
        this.quality = quality;
    }

    @Operation(summary = "Findings in numbers: by severity, by rule, by department")
    @GetMapping
    QualitySummary summary() {
        return QualitySummary.of(quality.report());
    }

    @Operation(summary = "The findings, the worst first; with waived=true those that somebody answers for")
    @GetMapping("/findings")
    Slice<FindingLine> findings(
            FindingFilter filter,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return Slice.within(filter.read(quality.report()), after, Slice.size(size), FindingLine::key);
    }
}
