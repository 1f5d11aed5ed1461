package city.onewindow.approval.web;

import city.onewindow.approval.Appointment;
import city.onewindow.approval.Inspection;
import city.onewindow.approval.InspectionCalendar;
import city.onewindow.approval.InspectionProposal;
import city.onewindow.approval.InspectionView;
import city.onewindow.approval.Inspections;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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

/** What departments look at together on the spot (联合踏勘), over HTTP. */
@RestController
@RequestMapping("/api")
@PreAuthorize(InspectionPages.ACTORS)
class InspectionsApi {

    private final Inspections inspections;
    private final InspectionCalendar calendar;
    private final Clock clock;

    InspectionsApi(Inspections inspections, InspectionCalendar calendar, Clock clock) {
        this.inspections = inspections;
        this.calendar = calendar;
        this.clock = clock;
    }

    record Inspected(List<Inspection> inspections) {}

    /**
     * @param items codes of open matters of the case
     * @param subject what is looked at
     * @param prepare what the applicant is asked to have ready
     * @param officers two at least, if the own department has one of the matters
     */
    record Proposal(
            @Nullable List<@Nullable String> items,
            @Nullable OffsetDateTime at,
            @Nullable String place,
            @Nullable String subject,
            @Nullable String prepare,
            @Nullable List<@Nullable String> officers) {}

    /**
     * @param officers two at least of who comes
     * @param text why not, or why not at that hour
     * @param otherAt with OTHER_HOUR
     */
    record Answer(
            Inspection.@Nullable Reply reply,
            @Nullable List<@Nullable String> officers,
            @Nullable String text,
            @Nullable OffsetDateTime otherAt) {}

    record Moving(
            @Nullable OffsetDateTime at,
            @Nullable String place,
            @Nullable String reason) {}

    record Cancelling(@Nullable String reason) {}

    /** @param officers two at least of who was there; left out, those that were announced */
    record Finding(
            Inspection.@Nullable Result result,
            @Nullable List<@Nullable String> officers,
            @Nullable String text) {}

    /**
     * @param words what the applicant said
     * @param absent codes of the departments that said they would come, and didn't; all that have written down no finding
     */
    record Closing(@Nullable String words, @Nullable List<@Nullable String> absent) {}

    /** Proposes to meet on the spot. */
    @PostMapping("/cases/{number}/inspections")
    Inspection propose(
            @PathVariable String number,
            @RequestBody Proposal proposal,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        Appointment appointment = new Appointment(
                MattersApi.local(proposal.at(), clock),
                MattersApi.text(proposal.place()),
                MattersApi.text(proposal.subject()),
                MattersApi.text(proposal.prepare()));
        return inspections.propose(
                number,
                new InspectionProposal(texts(proposal.items()), appointment, texts(proposal.officers())),
                actor,
                new IdempotencyKey(key));
    }

    /** Those of a case that concern the caller's department. */
    @GetMapping("/cases/{number}/inspections")
    Inspected ofCase(@PathVariable String number, Actor actor) {
        return new Inspected(calendar.ofCase(number, actor));
    }

    /** Those to come that concern the caller's department, by day; for managers the whole centre's. */
    @GetMapping("/inspections")
    Slice<Inspection> ours(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return calendar.ours(after, Slice.size(size), actor);
    }

    @GetMapping("/inspections/{number}/{seq}")
    InspectionView one(@PathVariable String number, @PathVariable int seq, Actor actor) {
        return calendar.one(number, seq, actor);
    }

    /** A department comes, need not, or asks for another hour. */
    @PostMapping("/inspections/{number}/{seq}/answer")
    Inspection answer(
            @PathVariable String number,
            @PathVariable int seq,
            @RequestBody Answer answer,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return inspections.answer(
                number,
                seq,
                answer.reply(),
                texts(answer.officers()),
                MattersApi.text(answer.text()),
                MattersApi.local(answer.otherAt(), clock),
                actor,
                new IdempotencyKey(key));
    }

    /** To another time or place; all others are asked anew. */
    @PostMapping("/inspections/{number}/{seq}/move")
    Inspection move(
            @PathVariable String number,
            @PathVariable int seq,
            @RequestBody Moving moving,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return inspections.move(
                number,
                seq,
                MattersApi.local(moving.at(), clock),
                MattersApi.text(moving.place()),
                MattersApi.text(moving.reason()),
                actor,
                new IdempotencyKey(key));
    }

    @PostMapping("/inspections/{number}/{seq}/cancel")
    Inspection cancel(
            @PathVariable String number,
            @PathVariable int seq,
            @RequestBody Cancelling cancelling,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return inspections.cancel(number, seq, MattersApi.text(cancelling.reason()), actor, new IdempotencyKey(key));
    }

    /** What the caller's department found there. */
    @PostMapping("/inspections/{number}/{seq}/finding")
    Inspection find(
            @PathVariable String number,
            @PathVariable int seq,
            @RequestBody Finding finding,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return inspections.find(
                number,
                seq,
                finding.result(),
                texts(finding.officers()),
                MattersApi.text(finding.text()),
                actor,
                new IdempotencyKey(key));
    }

    /** Closes it with one record, once all have written down what they found that were there. */
    @PostMapping("/inspections/{number}/{seq}/record")
    Inspection close(
            @PathVariable String number,
            @PathVariable int seq,
            @RequestBody Closing closing,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return inspections.close(
                number,
                seq,
                MattersApi.text(closing.words()),
                Set.copyOf(texts(closing.absent())),
                actor,
                new IdempotencyKey(key));
    }

    private static List<String> texts(@Nullable List<@Nullable String> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).map(MattersApi::text).toList();
    }
}
