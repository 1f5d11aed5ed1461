package city.onewindow.intake.web;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.intake.AskedRefusalRuling;
import city.onewindow.intake.Intake;
import city.onewindow.intake.RefusalRuling;
import city.onewindow.intake.RefusalRulings;
import city.onewindow.kernel.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rulings of an organ of review or a court (复议、诉讼结果) on refusals, over HTTP. */
@RestController
@RequestMapping("/api/applications/{number}/rulings")
class RefusalRulingsApi {

    private final RefusalRulings rulings;
    private final Intake intake;

    RefusalRulingsApi(RefusalRulings rulings, Intake intake) {
        this.rulings = rulings;
        this.intake = intake;
    }

    @Operation(
            summary = "What was ruled on the refusals of an application",
            description = "For its window, and for the centre; oldest first, the list is whole.")
    @GetMapping
    @PreAuthorize("hasAnyRole('CLERK', 'MANAGER')")
    List<RefusalRuling> all(@PathVariable String number, Actor actor) {
        if (actor.has(Role.MANAGER)) {
            return rulings.refused(number, actor).rulings();
        }
        intake.dossier(number, actor);
        return rulings.of(number);
    }

    @Operation(
            summary = "Write a ruling on a refusal down, and do what it demands",
            description =
                    "REVOKED and ORDERED open the application again at its window, where it was refused; its five working days"
                            + " run from reachedOn.")
    @PostMapping
    @PreAuthorize("hasRole('MANAGER')")
    List<RefusalRuling> record(
            @PathVariable String number,
            @RequestBody AskedRefusalRuling ruling,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        rulings.record(number, ruling, actor, new IdempotencyKey(key));
        return rulings.of(number);
    }
}
