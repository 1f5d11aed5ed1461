package city.onewindow.intake.web;

import city.onewindow.identity.Actor;
import city.onewindow.intake.Correction;
import city.onewindow.intake.Corrections;
import city.onewindow.kernel.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is corrected on the spot, over HTTP. */
@RestController
@RequestMapping("/api/applications/{number}/corrections")
@PreAuthorize("hasRole('CLERK')")
class CorrectionsApi {

    private final Corrections corrections;

    CorrectionsApi(Corrections corrections) {
        this.corrections = corrections;
    }

    /** @param document its verify code */
    record Recorded(String document) {}

    @Operation(
            summary = "What was changed at the window of what was handed in, and isn't recorded yet",
            description = "In the order of the form; the list is whole.")
    @GetMapping
    List<Correction> open(@PathVariable String number, Actor actor) {
        return corrections.open(number, actor);
    }

    /** Gives the record (当场更正记录) for the applicant to sign. */
    @PostMapping
    Recorded record(@PathVariable String number, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        return new Recorded(corrections.record(number, actor, new IdempotencyKey(key)));
    }
}
