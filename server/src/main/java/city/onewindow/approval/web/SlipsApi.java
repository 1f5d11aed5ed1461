package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipPapers;
import city.onewindow.approval.Slips;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Paper that goes from windows to departments (物料流转) over HTTP. */
@RestController
@RequestMapping("/api")
@PreAuthorize(SlipPages.CALLERS)
class SlipsApi {

    private final Slips slips;
    private final SlipPapers papers;

    SlipsApi(Slips slips, SlipPapers papers) {
        this.slips = slips;
        this.papers = papers;
    }

    /** @param materials keys of those that are handed over */
    record Handing(@Nullable String department, @Nullable List<@Nullable String> materials) {}

    record Objection(@Nullable String objection) {}

    /** @param reason why it is taken back */
    record SlipTaking(@Nullable String reason) {}

    @Operation(
            summary = "Paper of running cases that isn't where it belongs yet",
            description =
                    "To the reader's department, from his window, or for the centre from any. First what his side is to move, of that"
                            + " and of the rest the oldest.")
    @GetMapping("/slips")
    Slice<Slip> underWay(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return slips.underWay(after, Slice.size(size), actor);
    }

    @GetMapping("/slips/{id}")
    Slip one(@PathVariable long id, Actor actor) {
        return slips.one(id, actor);
    }

    @Operation(summary = "The slip for the printer (物料流转单)")
    @GetMapping(path = "/slips/{id}/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] paper(@PathVariable long id, Actor actor) {
        return papers.print(id, actor);
    }

    @Operation(
            summary = "All slips of a case that the reader's window accepted",
            description = "The oldest first; the list is whole.")
    @GetMapping("/cases/{number}/slips")
    List<Slip> ofCase(@PathVariable String number, Actor actor) {
        return slips.ofCase(number, actor);
    }

    @Operation(
            summary = "The paper that the window has of a case, by department",
            description = "In the order of the matters; the list is whole.")
    @GetMapping("/cases/{number}/paper")
    List<Slips.Paper> paper(@PathVariable String number, Actor actor) {
        return slips.paper(number, actor);
    }

    /** Hands paper to one department of the case; what that objected to counts as handed over again if all of it is handed over now. */
    @PostMapping("/cases/{number}/slips")
    @ResponseStatus(HttpStatus.CREATED)
    Slip hand(
            @PathVariable String number,
            @RequestBody Handing handing,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        List<String> keys = Stream.ofNullable(handing.materials())
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
        return slips.hand(number, MattersApi.text(handing.department()), keys, actor, new IdempotencyKey(key));
    }

    /** The department has counted, and everything is there. The same again is that answer. */
    @PostMapping("/slips/{id}/reception")
    Slip receive(@PathVariable long id, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        // It is answered once: the answer itself tells a repetition, the key only has to be one.
        new IdempotencyKey(key);
        return slips.answer(id, null, actor);
    }

    /** Something isn't as the slip says; the window hands it over again. The same again is that answer. */
    @PostMapping("/slips/{id}/objection")
    Slip object(
            @PathVariable long id,
            @RequestBody Objection objection,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        new IdempotencyKey(key);
        return slips.answer(id, MattersApi.text(objection.objection()), actor);
    }

    /** The window takes back what the department hasn't confirmed (收回): made wrongly, or objected to rightly. The same again is that act. */
    @PostMapping("/slips/{id}/take-back")
    Slip takeBack(
            @PathVariable long id,
            @RequestBody SlipTaking taking,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        new IdempotencyKey(key);
        return slips.takeBack(id, MattersApi.text(taking.reason()), actor);
    }
}
