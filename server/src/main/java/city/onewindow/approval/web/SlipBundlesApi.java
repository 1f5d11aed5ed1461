package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipBundles;
import city.onewindow.approval.SlipPapers;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Paper of several cases at one go (成批移交) over HTTP. */
@RestController
@RequestMapping("/api/slip-bundles")
@PreAuthorize(SlipPages.CALLERS)
class SlipBundlesApi {

    private final SlipBundles bundles;
    private final SlipPapers papers;

    SlipBundlesApi(SlipBundles bundles, SlipPapers papers) {
        this.bundles = bundles;
        this.papers = papers;
    }

    /** @param numbers of the cases */
    record Bundling(@Nullable String department, @Nullable List<@Nullable String> numbers) {}

    /** @param slips numbers of those of which everything is there */
    record Counted(@Nullable List<@Nullable Long> slips) {}

    @Operation(
            summary = "What a department may be handed of the running cases that the reader's window accepted on a day",
            description =
                    "In the order of the cases' numbers; a case of which nothing is at the window for it has no lines.")
    @GetMapping("/handable")
    @PreAuthorize("hasRole('CLERK')")
    Slice<SlipBundles.Handable> handable(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam String department,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return bundles.handable(day, department, after, Slice.size(size), actor);
    }

    /** Hands over what is at the window for the department, a slip a case; each case is done or refused by itself. */
    @PostMapping
    @PreAuthorize("hasRole('CLERK')")
    List<SlipBundles.Done> hand(
            @RequestBody Bundling bundling, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        return bundles.hand(
                MattersApi.text(bundling.department()), given(bundling.numbers()), actor, new IdempotencyKey(key));
    }

    @Operation(
            summary = "The slips of a bundle",
            description = "In the order in which they were made; the list is whole.")
    @GetMapping("/{bundle}")
    List<Slip> one(@PathVariable String bundle, Actor actor) {
        return bundles.one(bundle, actor);
    }

    @Operation(summary = "The slips of a bundle for the printer, as one")
    @GetMapping(path = "/{bundle}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] paper(@PathVariable String bundle, Actor actor) {
        return papers.print(bundle, bundles.one(bundle, actor));
    }

    /** The department has counted: of these slips everything is there. Each is confirmed or refused by itself. */
    @PostMapping("/{bundle}/reception")
    List<SlipBundles.Done> receive(
            @PathVariable String bundle,
            @RequestBody Counted counted,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        // It is answered once: the answer itself tells a repetition, the key only has to be one.
        new IdempotencyKey(key);
        return bundles.receive(bundle, given(counted.slips()), actor);
    }

    private static <T> List<T> given(@Nullable List<@Nullable T> all) {
        return Stream.ofNullable(all)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
    }
}
