package city.onewindow.approval.web;

import city.onewindow.approval.Cases;
import city.onewindow.approval.Matter;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.Transfers;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whose a matter is, over HTTP (移送), for who decides or stands in for one. Repeating an act with its key answers as the first time. */
@RestController
@RequestMapping("/api/matters")
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD')")
class TransfersApi {

    private final Transfers transfers;
    private final Cases cases;

    TransfersApi(Transfers transfers, Cases cases) {
        this.transfers = transfers;
        this.cases = cases;
    }

    /** @param department code of the receiving one */
    record Receiver(@Nullable String department, @Nullable String reason) {}

    /** Hands the matter over to the department that decides such a matter. */
    @PostMapping("/{number}/{item}/transfer")
    MatterView handOver(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Receiver to,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        transfers.handOver(
                number,
                item,
                MattersApi.text(to.department()),
                MattersApi.text(to.reason()),
                actor,
                new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** The receiving department takes it on, and begins with a review. */
    @PostMapping("/{number}/{item}/take-on")
    MatterView takeOn(
            @PathVariable String number,
            @PathVariable String item,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        transfers.takeOn(number, item, actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** Or sends it back. */
    @PostMapping("/{number}/{item}/decline")
    MatterView decline(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Reason reason,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        transfers.decline(number, item, MattersApi.text(reason.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** The department that handed it over takes it back, as long as nobody has answered. */
    @PostMapping("/{number}/{item}/recall")
    MatterView recall(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Reason reason,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        transfers.recall(number, item, MattersApi.text(reason.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** The centre says whose it is, once a department has sent it back. */
    @PostMapping("/{number}/{item}/assign")
    @PreAuthorize("hasRole('MANAGER')")
    MatterView assign(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Receiver to,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        transfers.assign(
                number,
                item,
                MattersApi.text(to.department()),
                MattersApi.text(to.reason()),
                actor,
                new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** Matters that departments can't agree about, for the centre to assign, the longest first. */
    @GetMapping("/disputed")
    @PreAuthorize("hasRole('MANAGER')")
    List<Matter> disputed(Actor actor) {
        return transfers.disputed(actor);
    }
}
