package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Inbox;
import city.onewindow.approval.InboxQuery;
import city.onewindow.approval.InboxRow;
import city.onewindow.approval.MatterView;
import city.onewindow.approval.Pool;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Step;
import city.onewindow.approval.Together;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A department's matters over HTTP, for its own systems. Repeating an act with its key answers as the first time. */
@RestController
@RequestMapping("/api/matters")
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER', 'CERTIFIER', 'HEAD')")
class MattersApi {

    private final Approval approval;
    private final Pool pool;
    private final Together together;
    private final Cases cases;
    private final Inbox inbox;
    private final MatterFiles files;

    MattersApi(Approval approval, Pool pool, Together together, Cases cases, Inbox inbox, MatterFiles files) {
        this.approval = approval;
        this.pool = pool;
        this.together = together;
        this.cases = cases;
        this.inbox = inbox;
        this.files = files;
    }

    record Review(
            @Nullable Recommendation recommendation,
            @Nullable String opinion) {}

    record Opinion(@Nullable String opinion) {}

    record Reason(@Nullable String reason) {}

    /** @param different after a ruling: which fact or reason, though it is decided as before; left out otherwise */
    record Grant(@Nullable String opinion, @Nullable String different) {}

    /** @param different as with a grant */
    record Denial(
            @Nullable String reason,
            @Nullable String ground,
            @Nullable String different) {}

    /** @param certificateNumber of a certificate, as its department numbers it; empty for any other paper: the case's number and the matter's place in it */
    record Certificate(@Nullable String certificateNumber) {}

    /**
     * @param numbers of the cases
     * @param act REVIEW, proposing to grant; GRANT; or CERTIFY
     * @param certificateNumbers CERTIFY: by the number of the case; what is left out has the usual one, as alone
     */
    record Alike(
            @Nullable String item,
            @Nullable List<String> numbers,
            @Nullable Act act,
            @Nullable String opinion,
            @Nullable Map<String, String> certificateNumbers) {}

    @GetMapping
    Slice<InboxRow> inbox(
            @RequestParam(required = false) @Nullable Step step,
            @RequestParam(required = false) InboxQuery.@Nullable Due due,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean asked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return inbox.page(new InboxQuery(step, due, mine, asked), after, Slice.size(size), actor);
    }

    @GetMapping("/{number}/{item}")
    MatterView show(@PathVariable String number, @PathVariable String item, Actor actor) {
        return cases.matter(number, item, actor);
    }

    /** What the applicant filled in and handed in, as far as this item needs it. */
    @GetMapping("/{number}/{item}/dossier")
    MatterDossier dossier(@PathVariable String number, @PathVariable String item, Actor actor) {
        return MatterDossier.of(Excerpt.of(cases.dossier(number, item, actor), item));
    }

    /** A file that the dossier names, as its content; each reading is written down. */
    @GetMapping("/{number}/{item}/files/{id}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String number, @PathVariable String item, @PathVariable String id, Actor actor) {
        return files.open(number, item, id, actor);
    }

    /** One item in many cases, done together: each on its own, none because of another. */
    @PostMapping("/together")
    List<Together.Done> together(
            @RequestBody Alike alike, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        List<String> numbers = alike.numbers() == null ? List.of() : alike.numbers();
        if (alike.act() == Act.CERTIFY) {
            Map<String, String> given = alike.certificateNumbers() == null ? Map.of() : alike.certificateNumbers();
            Map<String, String> certificates = new LinkedHashMap<>();
            numbers.forEach(number -> certificates.put(number, given.getOrDefault(number, "")));
            return together.certify(text(alike.item()), certificates, actor, new IdempotencyKey(key));
        }
        return together.act(
                text(alike.item()), numbers, alike.act(), text(alike.opinion()), actor, new IdempotencyKey(key));
    }

    /** Takes the matter out of the department's pool, or over from its holder: nobody else acts on it meanwhile. */
    @PutMapping("/{number}/{item}/holder")
    MatterView take(
            @PathVariable String number,
            @PathVariable String item,
            @RequestParam(required = false) @Nullable String from,
            Actor actor) {
        pool.take(number, item, from, actor);
        return cases.matter(number, item, actor);
    }

    /** Puts it back. */
    @DeleteMapping("/{number}/{item}/holder")
    MatterView putBack(@PathVariable String number, @PathVariable String item, Actor actor) {
        pool.putBack(number, item, actor);
        return cases.matter(number, item, actor);
    }

    @PostMapping("/{number}/{item}/review")
    MatterView review(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Review review,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.review(number, item, review.recommendation(), text(review.opinion()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    @PostMapping("/{number}/{item}/return")
    MatterView returnToReview(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Reason reason,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.sendBack(number, item, Act.RETURN, text(reason.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** In a chain of three, by somebody who didn't review it. */
    @PostMapping("/{number}/{item}/examine")
    MatterView examine(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Review examination,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.examine(
                number,
                item,
                examination.recommendation(),
                text(examination.opinion()),
                actor,
                new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** From who examines back to the beginning. */
    @PostMapping("/{number}/{item}/give-back")
    MatterView giveBack(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Reason reason,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.sendBack(number, item, Act.GIVE_BACK, text(reason.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** From who decides, one step back. */
    @PostMapping("/{number}/{item}/reexamine")
    MatterView reexamine(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Reason reason,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.sendBack(number, item, Act.REEXAMINE, text(reason.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    @PostMapping("/{number}/{item}/grant")
    MatterView grant(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Grant grant,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.grant(number, item, text(grant.opinion()), text(grant.different()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    @PostMapping("/{number}/{item}/deny")
    MatterView deny(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Denial denial,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.deny(
                number,
                item,
                text(denial.reason()),
                text(denial.ground()),
                text(denial.different()),
                actor,
                new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    @PostMapping("/{number}/{item}/certify")
    MatterView certify(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Certificate certificate,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.certify(number, item, text(certificate.certificateNumber()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /** A moment in the centre's time. */
    static @Nullable LocalDateTime local(@Nullable OffsetDateTime at, Clock clock) {
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toLocalDateTime();
    }
}
