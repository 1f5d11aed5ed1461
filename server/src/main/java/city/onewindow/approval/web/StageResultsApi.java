package city.onewindow.approval.web;

import city.onewindow.approval.FoundResults;
import city.onewindow.approval.StageResults;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.ArrayList;
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

/** What earlier stages of a project issued, over HTTP. */
@RestController
@RequestMapping("/api/applications/{number}/earlier-results")
@PreAuthorize("hasRole('CLERK')")
class StageResultsApi {

    private final StageResults results;

    StageResultsApi(StageResults results) {
        this.results = results;
    }

    /**
     * @param material its key
     * @param from number of the earlier case
     * @param item code of the item whose result it is
     */
    record ResultTaking(
            @Nullable String material,
            @Nullable String from,
            @Nullable String item) {

        /** @throws Problem.InvalidInput for each that is left out */
        void mustBeSaid() {
            List<Fault> faults = new ArrayList<>();
            demand(faults, "/material", material, "请写明材料的代码。");
            demand(faults, "/from", from, "请写明是哪个前阶段办件的结果。");
            demand(faults, "/item", item, "请写明是哪个事项的结果。");
            Problem.InvalidInput.refuse(faults);
        }
    }

    /** @param material its key */
    record ResultPuttingBack(@Nullable String material) {}

    private static void demand(List<Fault> faults, String pointer, @Nullable String said, String message) {
        if (MattersApi.text(said).isBlank()) {
            faults.add(new Fault(pointer, message));
        }
    }

    /** What earlier stages issued to the same applicant and this stage asks for, and what of it was taken already. */
    @GetMapping
    FoundResults show(@PathVariable String number, Actor actor) {
        return results.of(number, actor);
    }

    /** The material is in hand (FETCHED) as that result, and the applicant is asked for nothing of it. Again, it is that. */
    @PostMapping
    FoundResults take(
            @PathVariable String number,
            @RequestBody ResultTaking taking,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        // A material is one result: that tells a repetition, the key only has to be one.
        new IdempotencyKey(key);
        taking.mustBeSaid();
        return results.take(
                number,
                MattersApi.text(taking.material()),
                MattersApi.text(taking.from()),
                MattersApi.text(taking.item()),
                actor);
    }

    /** As if nothing had come in of the material. Again, there is nothing to put back. */
    @PostMapping("/put-back")
    FoundResults putBack(
            @PathVariable String number,
            @RequestBody ResultPuttingBack puttingBack,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        new IdempotencyKey(key);
        return results.putBack(number, MattersApi.text(puttingBack.material()), actor);
    }
}
