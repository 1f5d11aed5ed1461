package city.onewindow.approval.web;

import city.onewindow.approval.HandingOver;
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

/** Paper that goes to departments and comes back (物料流转) over HTTP. */
@RestController
@RequestMapping("/api")
@PreAuthorize(SlipPages.CALLERS)
class SlipsApi {

    private final Slips slips;
    private final HandingOver handing;
    private final SlipPapers papers;

    SlipsApi(Slips slips, HandingOver handing, SlipPapers papers) {
        this.slips = slips;
        this.handing = handing;
        this.papers = papers;
    }

    /** @param materials keys of those that are handed over */
    record Handing(@Nullable String department, @Nullable List<@Nullable String> materials) {}

    /**
     * @param materials keys of those that go back
     * @param reason why
     */
    record HandingBack(
            @Nullable List<@Nullable String> materials,
            @Nullable String reason) {}

    record Objection(@Nullable String objection) {}

    /** @param reason why it is taken back */
    record SlipTaking(@Nullable String reason) {}

    @Operation(
            summary = "Paper that isn't where it belongs yet",
            description =
                    "To and from the reader's department or window, for the centre all. First what his side is to move, of that and of"
                            + " the rest the oldest. What goes to departments of a closed case is left out.")
    @GetMapping("/slips")
    Slice<Slip> underWay(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return slips.underWay(after, Slice.size(size), actor);
    }

    @Operation(
            summary = "The slips with which the reader's department has paper",
            description = "The newest first; of a closed case, too, and of one in which it has no part any more.")
    @GetMapping("/slips/kept")
    Slice<Slip> kept(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return slips.kept(after, Slice.size(size), actor);
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
            summary = "The slips of a case",
            description =
                    "To and from the reader's department; all for the window that accepted it and the centre. The oldest first; the"
                            + " list is whole.")
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
            @RequestBody Handing handed,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return handing.hand(
                number, MattersApi.text(handed.department()), keys(handed.materials()), actor, new IdempotencyKey(key));
    }

    /** The window gives paper back to the applicant (退还申请人), who signs for it; the window then confirms that as a reception. */
    @PostMapping("/cases/{number}/give-back")
    @ResponseStatus(HttpStatus.CREATED)
    Slip giveBack(
            @PathVariable String number,
            @RequestBody HandingBack given,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return handing.giveBack(
                number, keys(given.materials()), MattersApi.text(given.reason()), actor, new IdempotencyKey(key));
    }

    /** A department hands back to the window (移回窗口) what it confirmed with this slip, or some of it; the window confirms that or objects. */
    @PostMapping("/slips/{id}/hand-back")
    @ResponseStatus(HttpStatus.CREATED)
    Slip handBack(
            @PathVariable long id,
            @RequestBody HandingBack back,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return handing.handBack(
                id, keys(back.materials()), MattersApi.text(back.reason()), actor, new IdempotencyKey(key));
    }

    private static List<String> keys(@Nullable List<@Nullable String> given) {
        return Stream.ofNullable(given)
                .flatMap(List::stream)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Who gets it has counted, and everything is there; of what the applicant gets, he signed. The same again is that answer. */
    @PostMapping("/slips/{id}/reception")
    Slip receive(@PathVariable long id, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        // It is answered once: the answer itself tells a repetition, the key only has to be one.
        new IdempotencyKey(key);
        return slips.answer(id, null, actor);
    }

    /** Something isn't as the slip says; who handed it over does so again. The same again is that answer. */
    @PostMapping("/slips/{id}/objection")
    Slip object(
            @PathVariable long id,
            @RequestBody Objection objection,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        new IdempotencyKey(key);
        return slips.answer(id, MattersApi.text(objection.objection()), actor);
    }

    /** Who handed it over takes back what wasn't confirmed (收回): made wrongly, or objected to rightly. The same again is that act. */
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
