package city.onewindow.approval.web;

import city.onewindow.approval.AskedProcedure;
import city.onewindow.approval.Cases;
import city.onewindow.approval.ClockActs;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.SpecialProcedure;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stops a matter's clock or lengthens it, over HTTP. Repeating an act with its key answers as the first time. */
@RestController
@RequestMapping("/api/matters")
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD')")
class ClockActsApi {

    private final ClockActs clockActs;
    private final Cases cases;

    ClockActsApi(ClockActs clockActs, Cases cases) {
        this.clockActs = clockActs;
        this.cases = cases;
    }

    /**
     * @param body who carries it out
     * @param staff who were sent to do it, apart by 、: two or more where the item is checked by technical standards ({@code technicalCheck})
     * @param expectedEnd its last day, as the applicant is told
     */
    record Suspension(
            SpecialProcedure.@Nullable Kind kind,
            @Nullable String reason,
            @Nullable String body,
            @Nullable String staff,
            @Nullable LocalDate expectedEnd) {}

    record Result(@Nullable String result) {}

    record Extension(@Nullable Integer days, @Nullable String reason) {}

    /** A special procedure begins: the matter's clock stands still as long as the applicant is told here. */
    @PostMapping("/{number}/{item}/suspend")
    MatterView suspend(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Suspension special,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        clockActs.suspend(
                number,
                item,
                new AskedProcedure(
                        special.kind(),
                        MattersApi.text(special.reason()),
                        MattersApi.text(special.body()),
                        MattersApi.text(special.staff()),
                        special.expectedEnd()),
                actor,
                new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** The special procedure is over. */
    @PostMapping("/{number}/{item}/resume")
    MatterView resume(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Result over,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        clockActs.resume(number, item, MattersApi.text(over.result()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** More time, once; the head of the department answers. */
    @PostMapping("/{number}/{item}/ask-extension")
    MatterView askExtension(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Extension asked,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        clockActs.askExtension(
                number, item, asked.days(), MattersApi.text(asked.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** The head of the department grants it. */
    @PostMapping("/{number}/{item}/extend")
    MatterView extend(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Opinion opinion,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        clockActs.extend(number, item, MattersApi.text(opinion.opinion()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** Or doesn't. */
    @PostMapping("/{number}/{item}/refuse-extension")
    MatterView refuseExtension(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Reason reason,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        clockActs.refuseExtension(number, item, MattersApi.text(reason.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }
}
