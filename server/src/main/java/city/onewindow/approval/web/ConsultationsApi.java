package city.onewindow.approval.web;

import city.onewindow.approval.Consultation;
import city.onewindow.approval.Consultations;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import java.time.LocalDate;
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

/** What departments ask one another about a matter, over HTTP. */
@RestController
@RequestMapping("/api")
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER')")
class ConsultationsApi {

    private final Consultations consultations;

    ConsultationsApi(Consultations consultations) {
        this.consultations = consultations;
    }

    /** @param until the last day to answer */
    record Question(
            @Nullable String department,
            @Nullable String question,
            @Nullable LocalDate until) {}

    /** @param text the condition, or why not */
    record Answer(
            Consultation.@Nullable Opinion opinion,
            @Nullable String text) {}

    /** Asks another department. */
    @PostMapping("/matters/{number}/{item}/consultations")
    Consultation ask(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Question asked,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return consultations.ask(
                number,
                item,
                MattersApi.text(asked.department()),
                MattersApi.text(asked.question()),
                asked.until(),
                actor,
                new IdempotencyKey(key));
    }

    /** What waits for the department's answer, the first due first. */
    @GetMapping("/consultations")
    Slice<Consultation> asked(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return consultations.asked(after, Slice.size(size), actor);
    }

    /** Answers; the same answer again is that answer. */
    @PostMapping("/consultations/{number}/{item}/{seq}/answer")
    Consultation answer(
            @PathVariable String number,
            @PathVariable String item,
            @PathVariable int seq,
            @RequestBody Answer answer,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        // What is asked is answered once: the answer itself tells a repetition, the key only has to be one.
        new IdempotencyKey(key);
        return consultations.answer(number, item, seq, answer.opinion(), MattersApi.text(answer.text()), actor);
    }
}
