package city.onewindow.intake.web;

import city.onewindow.identity.Actor;
import city.onewindow.intake.WithdrawnApplications;
import city.onewindow.kernel.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The end of what is not accepted, over HTTP. */
@RestController
@RequestMapping("/api/applications/{number}")
@PreAuthorize("hasRole('CLERK')")
class WithdrawalsApi {

    private final WithdrawnApplications withdrawn;

    WithdrawalsApi(WithdrawnApplications withdrawn) {
        this.withdrawn = withdrawn;
    }

    @Operation(summary = "Withdraw, as the applicant said at the window")
    @PostMapping("/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String number, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        withdrawn.withdraw(number, actor, new IdempotencyKey(key));
    }

    @Operation(
            summary = "Treat as withdrawn what was not mended by the day that the one-time notice named",
            description = "Refused with 409 until that day has passed, and while what was mended waits for the window.")
    @PostMapping("/lapse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lapse(@PathVariable String number, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        withdrawn.lapse(number, actor, new IdempotencyKey(key));
    }
}
