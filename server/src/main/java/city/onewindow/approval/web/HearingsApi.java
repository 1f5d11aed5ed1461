package city.onewindow.approval.web;

import city.onewindow.approval.AskedRecord;
import city.onewindow.approval.AskedSession;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Hearing;
import city.onewindow.approval.HearingRequests;
import city.onewindow.approval.Hearings;
import city.onewindow.approval.MatterView;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/** Hearings (听证) over HTTP. Repeating an act with its key answers as the first time. */
@RestController
@RequestMapping("/api/matters/{number}/{item}")
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD')")
class HearingsApi {

    private final Hearings hearings;
    private final HearingRequests requests;
    private final Cases cases;
    private final Clock clock;

    HearingsApi(Hearings hearings, HearingRequests requests, Cases cases, Clock clock) {
        this.hearings = hearings;
        this.requests = requests;
        this.cases = cases;
        this.clock = clock;
    }

    /** 利害关系人. */
    record Party(@Nullable String name, @Nullable String address) {}

    /**
     * @param reason which major interest is at stake
     * @param askUntil the last day to ask for it; left out: five working days from today
     */
    record Right(
            @Nullable String reason,
            @Nullable List<@Nullable Party> others,
            @Nullable LocalDate askUntil) {}

    /**
     * @param on when the request came in
     * @param by 0 the applicant, else the place among the others, from 1
     */
    record Request(@Nullable LocalDate on, @Nullable Integer by) {}

    /**
     * @param by who takes his request back, as in a request; left out: all who were told waive it
     * @param reason who said so, and how
     */
    record Waiver(@Nullable Integer by, @Nullable String reason) {}

    /**
     * @param at with its offset
     * @param presider account of the department, not of who reviews
     * @param announced whether the public is told, too; of what nobody asked for it always is
     * @param reason why the department holds it; left out where somebody asked for it, like {@code others}
     */
    record Call(
            @Nullable OffsetDateTime at,
            @Nullable String place,
            @Nullable String presider,
            @Nullable Boolean announced,
            @Nullable String reason,
            @Nullable List<@Nullable Party> others) {}

    /**
     * @param came who was there
     * @param spoken what was said
     * @param signed who checked it and signed, and who didn't
     * @param adjourned whether it was put off: it is called again, and nothing decided before
     */
    record Record(
            @Nullable String came,
            @Nullable String spoken,
            @Nullable String signed,
            @Nullable Boolean adjourned) {}

    /** With the names and addresses of others concerned; that they were read is written down. */
    @GetMapping("/hearings")
    List<Hearing> hearings(@PathVariable String number, @PathVariable String item, Actor actor) {
        return cases.hearings(number, item, actor);
    }

    /** Tells that a hearing may be asked for: until that day nothing is decided. */
    @PostMapping("/tell-hearing")
    MatterView tell(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Right right,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        hearings.tell(
                number,
                item,
                MattersApi.text(right.reason()),
                parties(right.others()),
                right.askUntil(),
                actor,
                new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** Somebody who was told asks for it. */
    @PostMapping("/ask-hearing")
    MatterView ask(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Request request,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        requests.ask(number, item, request.on(), request.by(), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** Nobody who was told wants it, or one of those who asked takes his request back. */
    @PostMapping("/waive-hearing")
    MatterView waive(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Waiver waiver,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        requests.waive(number, item, waiver.by(), MattersApi.text(waiver.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** Calls to it, at least seven working days before; the clock stands still until its day. */
    @PostMapping("/call-hearing")
    MatterView call(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Call call,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        AskedSession session = new AskedSession(
                MattersApi.local(call.at(), clock),
                MattersApi.text(call.place()),
                MattersApi.text(call.presider()),
                Boolean.TRUE.equals(call.announced()));
        hearings.call(
                number,
                item,
                session,
                MattersApi.text(call.reason()),
                parties(call.others()),
                actor,
                new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** Writes its record, on which the decision rests. */
    @PostMapping("/record-hearing")
    MatterView record(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Record record,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        AskedRecord asked = new AskedRecord(
                MattersApi.text(record.came()),
                MattersApi.text(record.spoken()),
                MattersApi.text(record.signed()),
                Boolean.TRUE.equals(record.adjourned()));
        hearings.record(number, item, asked, actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    private static List<Hearing.Party> parties(@Nullable List<@Nullable Party> others) {
        return others == null
                ? List.of()
                : others.stream()
                        .map(one -> one == null
                                ? new Hearing.Party("", "")
                                : new Hearing.Party(MattersApi.text(one.name()), MattersApi.text(one.address())))
                        .toList();
    }
}
