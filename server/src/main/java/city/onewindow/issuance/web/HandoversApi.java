package city.onewindow.issuance.web;

import city.onewindow.identity.Actor;
import city.onewindow.intake.Original;
import city.onewindow.issuance.Delivery;
import city.onewindow.issuance.Handover;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Taker;
import city.onewindow.issuance.Way;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Handing out over HTTP. */
@RestController
@RequestMapping("/api")
class HandoversApi {

    private final Issuance issuance;

    HandoversApi(Issuance issuance) {
        this.issuance = issuance;
    }

    /**
     * @param items codes of what is handed over
     * @param originals keys of the materials whose original was shown, or that were signed, now; see what has to be
     * @param taker who took it; left out where nobody did (留置送达, 公告送达)
     * @param delivery left out at the window
     */
    record Handing(
            @Nullable List<@Nullable String> items,
            @Nullable List<@Nullable String> originals,
            @Nullable Taking taker,
            @Nullable Delivering delivery) {

        Delivery toDelivery() {
            Taker who = taker == null ? Taker.NOBODY : taker.toTaker();
            return delivery == null ? Delivery.collected(who) : delivery.toDelivery(who);
        }
    }

    /**
     * @param way at the window (窗口领取) if left out; each of the others asks for its own of what follows, and a problem
     *     names what is missing
     * @param on when it was signed for (of what was mailed, by the advice of delivery), left or put up
     * @param place where: what was mailed went to, or the announcement was put up
     * @param through by whom it was mailed or passed on
     * @param reason why it was refused or announced
     * @param witness of a refusal, and of which body; or where the photographs are
     * @param second the other of the two who brought it
     * @param unseen why originals that are to be shown, or signed, were not: of granted results of an online case that nobody fetches
     */
    record Delivering(
            @Nullable Way way,
            @Nullable LocalDate on,
            @Nullable String place,
            @Nullable String through,
            @Nullable String waybill,
            @Nullable String reason,
            @Nullable String witness,
            @Nullable String second,
            @Nullable String unseen) {

        Delivery toDelivery(Taker taker) {
            return new Delivery(
                    taker,
                    way == null ? Way.COLLECTED : way,
                    on,
                    text(place),
                    text(through),
                    text(waybill),
                    text(reason),
                    text(witness),
                    text(second),
                    text(unseen));
        }
    }

    /**
     * @param idType 居民身份证 if left out
     * @param idNumber may be left out elsewhere than at the window
     */
    record Taking(
            @Nullable String name,
            @Nullable Relation relation,
            @Nullable IdType idType,
            @Nullable String idNumber,
            @Nullable String authorisation) {

        Taker toTaker() {
            return new Taker(
                    text(name),
                    relation,
                    idType == null ? IdType.ID_CARD : idType,
                    text(idNumber),
                    text(authorisation));
        }
    }

    @GetMapping("/ready-cases")
    @PreAuthorize("hasRole('ISSUING_CLERK')")
    Slice<ReadyCase> ready(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return issuance.ready(after, Slice.size(size), actor);
    }

    @GetMapping("/ready-cases/{number}")
    @PreAuthorize("hasRole('ISSUING_CLERK')")
    ReadyCase readyCase(@PathVariable String number, Actor actor) {
        return issuance.ready(number, actor);
    }

    @Operation(
            summary = "The case of a pick-up code",
            description =
                    "The code (取件码) stands on the notice to come for results (领证取件通知), as in 261124-12-X. Of a code that was"
                            + " mistyped it is told so.")
    @GetMapping("/pick-up-codes/{code}")
    @PreAuthorize("hasRole('ISSUING_CLERK')")
    ReadyCase ofCode(@PathVariable String code, Actor actor) {
        return issuance.ready(issuance.meant(code), actor);
    }

    @Operation(summary = "The notice to come for results (领证取件通知), as things stand now")
    @GetMapping(path = "/ready-cases/{number}/pick-up-notice", produces = MediaType.APPLICATION_PDF_VALUE)
    @PreAuthorize("hasRole('ISSUING_CLERK')")
    byte[] pickUpNotice(@PathVariable String number, Actor actor) {
        return issuance.pickUpNotice(number, actor);
    }

    @Operation(
            summary = "What has to be shown or signed before granted results are handed over",
            description = "Of a case that was applied for online (全程网办). The list is whole.")
    @GetMapping("/ready-cases/{number}/originals")
    @PreAuthorize("hasRole('ISSUING_CLERK')")
    List<Original> originals(@PathVariable String number, Actor actor) {
        return issuance.toShow(number, actor);
    }

    /** Whether the reader may see this case is checked against the case. */
    @Operation(summary = "The whole list of a case's hand-overs, of an item again after it was decided anew")
    @GetMapping("/cases/{number}/handovers")
    @PreAuthorize("isAuthenticated()")
    List<Handover> handovers(@PathVariable String number, Actor actor) {
        return issuance.handovers(number, actor);
    }

    @PostMapping("/cases/{number}/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('ISSUING_CLERK')")
    ResponseEntity<Handover> handOver(
            @PathVariable String number,
            @RequestBody Handing handing,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        Handover handover = issuance.handOver(
                number,
                texts(handing.items()),
                texts(handing.originals()),
                handing.toDelivery(),
                actor,
                new IdempotencyKey(key));
        return ResponseEntity.created(URI.create("/api/cases/" + number + "/handovers"))
                .body(handover);
    }

    static List<String> texts(@Nullable List<@Nullable String> given) {
        return Stream.ofNullable(given)
                .flatMap(List::stream)
                .map(HandoversApi::text)
                .toList();
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
