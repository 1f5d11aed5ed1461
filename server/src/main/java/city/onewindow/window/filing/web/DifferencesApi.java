package city.onewindow.window.filing.web;

import city.onewindow.kernel.Slice;
import city.onewindow.window.filing.Difference;
import city.onewindow.window.filing.Differences;
import city.onewindow.window.filing.Round;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where the windows' lists, as they were distributed last, differ from the guides. */
@RestController
@RequestMapping("/api/quality/lists")
@PreAuthorize("permitAll()")
@Tag(name = "quality", description = "目录质量")
class DifferencesApi {

    private final Differences differences;

    DifferencesApi(Differences differences) {
        this.differences = differences;
    }

    /**
     * @param round in which the lists were gathered; null if none was distributed yet
     * @param edition of the catalog that they are compared with
     * @param lists how many were compared
     * @param differences how many there are
     */
    record ComparedLists(
            @Nullable String round, @Nullable Instant distributedAt, int edition, int lists, int differences) {}

    @Operation(summary = "Windows' lists (annex 3) against the guides, in numbers")
    @GetMapping
    ComparedLists summary() {
        Differences.Published published = differences.published();
        Round round = published.round();
        return new ComparedLists(
                round == null ? null : round.name(),
                round == null ? null : round.distributedAt(),
                published.catalog().edition(),
                published.lists(),
                published.differences().size());
    }

    @Operation(summary = "Where the lists that were distributed last say something else than the guides, by window")
    @GetMapping("/differences")
    Slice<Difference> differences(
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after) {
        return Slice.within(
                differences.published().differences(),
                after,
                Slice.size(size),
                one -> one.filing() + "-" + one.kind() + "-" + one.item() + "-" + one.material());
    }
}
