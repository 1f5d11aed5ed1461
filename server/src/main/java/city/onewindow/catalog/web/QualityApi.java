package city.onewindow.catalog.web;

import city.onewindow.catalog.lint.Quality;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
        List<FindingLine> all = filter.read(quality.report());
        int from = 0;
        if (after != null) {
            from = all.stream().map(FindingLine::key).toList().indexOf(after) + 1;
            if (from == 0) {
                throw new Problem.InvalidInput("/after", "“" + after + "”不是上一页给出的 next，请从头读起。");
            }
        }
        int asked = Slice.size(size);
        return Slice.of(all.subList(from, Math.min(all.size(), from + asked + 1)), asked, FindingLine::key);
    }
}
