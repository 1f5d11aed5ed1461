package city.onewindow.issuance.web;

import city.onewindow.approval.HistoryEntry;
import city.onewindow.identity.Actor;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.issuance.Sending;
import city.onewindow.issuance.Sendings;
import city.onewindow.issuance.Way;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was mailed, passed on or announced (寄出、公告), over HTTP. */
@RestController
@RequestMapping("/api")
@PreAuthorize("hasRole('ISSUING_CLERK')")
class SendingsApi {

    private final Issuance issuance;
    private final Sendings sendings;

    SendingsApi(Issuance issuance, Sendings sendings) {
        this.issuance = issuance;
        this.sendings = sendings;
    }

    /**
     * @param items codes of what was sent
     * @param originals keys of the materials whose original was shown, or that were signed
     * @param way MAILED if left out, FORWARDED or ANNOUNCED
     * @param on when it was mailed, passed on or announced
     * @param through by whom it was mailed or passed on
     * @param place where it was mailed to, or announced
     * @param unseen why originals that are to be shown, or signed, were not
     */
    record Sent(
            @Nullable List<@Nullable String> items,
            @Nullable List<@Nullable String> originals,
            @Nullable Way way,
            @Nullable LocalDate on,
            @Nullable String through,
            @Nullable String waybill,
            @Nullable String place,
            @Nullable String unseen) {

        Sending toSending() {
            return new Sending(
                    way == null ? Way.MAILED : way,
                    on,
                    HandoversApi.text(through),
                    HandoversApi.text(waybill),
                    HandoversApi.text(place),
                    HandoversApi.text(unseen));
        }
    }

    /**
     * @param items codes of what came back
     * @param why as the mail says
     */
    record Back(
            @Nullable List<@Nullable String> items,
            @Nullable String why) {}

    @Operation(summary = "Cases with results on their way, by number")
    @GetMapping("/sent-cases")
    Slice<ReadyCase> sent(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return issuance.sent(after, Slice.size(size), actor);
    }

    @Operation(
            summary = "Results were mailed, passed on or announced",
            description =
                    "By mail it asks for through, waybill and place (the address), passed on for through, announced for place."
                            + " They lie ready no more, and the clock of their delivery stops on that day. A hand-over, by the same way, says later"
                            + " that they reached the applicant.")
    @PostMapping("/cases/{number}/sendings")
    List<HistoryEntry> send(
            @PathVariable String number,
            @RequestBody Sent sent,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return sendings.send(
                number,
                HandoversApi.texts(sent.items()),
                HandoversApi.texts(sent.originals()),
                sent.toSending(),
                actor,
                new IdempotencyKey(key));
    }

    @Operation(summary = "They came back: they lie ready again, and the clock of their delivery goes on")
    @PostMapping("/cases/{number}/returned-sendings")
    List<HistoryEntry> comeBack(
            @PathVariable String number,
            @RequestBody Back back,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return sendings.comeBack(
                number,
                HandoversApi.texts(back.items()),
                HandoversApi.text(back.why()),
                actor,
                new IdempotencyKey(key));
    }
}
