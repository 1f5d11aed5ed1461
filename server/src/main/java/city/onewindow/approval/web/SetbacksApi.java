package city.onewindow.approval.web;

import city.onewindow.approval.Setback;
import city.onewindow.approval.Setbacks;
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
import org.springframework.web.bind.annotation.RestController;

/** Results of earlier stages that hold no longer (前阶段结果变动) over HTTP. */
@RestController
class SetbacksApi {

    private final Setbacks setbacks;

    SetbacksApi(Setbacks setbacks) {
        this.setbacks = setbacks;
    }

    /** @param answer what the department does about it */
    record Handling(@Nullable String answer) {}

    /** What the department has yet to say something to, the oldest first. */
    @GetMapping("/api/setbacks")
    @PreAuthorize(SetbackPages.CALLERS)
    List<Setback> open(Actor actor) {
        return setbacks.open(actor);
    }

    /** All of a case of a later stage; who may see the case is checked against it. */
    @GetMapping("/api/cases/{number}/setbacks")
    @PreAuthorize("isAuthenticated()")
    List<Setback> ofCase(@PathVariable String number, Actor actor) {
        return setbacks.ofCase(number, actor);
    }

    /** Says what the department does; nothing of the later stage ends by itself. The same again is that answer. */
    @PostMapping("/api/cases/{number}/setbacks/{id}/answer")
    @PreAuthorize(SetbackPages.CALLERS)
    Setback answer(
            @PathVariable String number,
            @PathVariable long id,
            @RequestBody Handling handling,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        // It is answered once: the answer itself tells a repetition, the key only has to be one.
        new IdempotencyKey(key);
        return setbacks.answer(number, id, MattersApi.text(handling.answer()), actor);
    }
}
