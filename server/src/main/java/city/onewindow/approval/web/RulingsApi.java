package city.onewindow.approval.web;

import city.onewindow.approval.AskedRuling;
import city.onewindow.approval.Cases;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.RulingActs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Rulings of an organ of review or a court (复议、诉讼结果) over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('DECIDER', 'MANAGER')")
class RulingsApi {

    private final RulingActs rulings;
    private final Cases cases;

    RulingsApi(RulingActs rulings, Cases cases) {
        this.rulings = rulings;
        this.cases = cases;
    }

    /** Writes a ruling on what was decided, or is ordered to be, down, and does what it demands. */
    @PostMapping("/api/matters/{number}/{item}/rulings")
    MatterView record(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody AskedRuling ruling,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        rulings.record(number, item, ruling, actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }
}
