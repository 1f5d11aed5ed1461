package city.onewindow.intake.web;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.WorkingDays;
import city.onewindow.identity.Actor;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Intake;
import city.onewindow.intake.OwedOnline;
import city.onewindow.intake.OwedOnlineList;
import city.onewindow.intake.PreReview;
import city.onewindow.intake.PreReviewDesk;
import city.onewindow.intake.PreReviewTerms;
import city.onewindow.intake.Rerouted;
import city.onewindow.intake.ReroutedAll;
import city.onewindow.intake.Rerouting;
import city.onewindow.intake.UnwrittenAcceptance;
import city.onewindow.intake.UnwrittenAcceptances;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** 网上预审 for clerks' own tools: the same use cases as the window's pages. What was handed in is read at {@code /api/applications}. */
@RestController
@PreAuthorize("hasRole('CLERK')")
class PreReviewsApi {

    private final Intake intake;
    private final PreReviewDesk desk;
    private final OwedOnlineList owed;
    private final UnwrittenAcceptances unwritten;
    private final Rerouting rerouting;
    private final Calendar calendar;
    private final PreReviewTerms terms;

    PreReviewsApi(
            Intake intake,
            PreReviewDesk desk,
            OwedOnlineList owed,
            UnwrittenAcceptances unwritten,
            Rerouting rerouting,
            Calendar calendar,
            PreReviewTerms terms) {
        this.rerouting = rerouting;
        this.intake = intake;
        this.desk = desk;
        this.owed = owed;
        this.unwritten = unwritten;
        this.calendar = calendar;
        this.terms = terms;
    }

    /**
     * @param applicant masked
     * @param applied whether it was applied for (全程网办) and waits for its acceptance, and not for a look beforehand
     * @param answerUntil last day to answer
     * @param reroutedFrom code of the closed window from which it was handed over; null for most
     */
    record Waiting(
            String number,
            String title,
            String applicant,
            LocalDateTime submittedAt,
            boolean applied,
            LocalDate answerUntil,
            @Nullable String reroutedFrom) {}

    /** @param window code of the one that is to answer it */
    record To(@Nullable String window) {}

    /**
     * How a look stands.
     *
     * @param remarks what was said the last time
     * @param submittedAt null before it was handed in for one
     * @param answerUntil null unless it waits
     */
    record Look(
            String number,
            ApplicationStatus status,
            @Nullable LocalDateTime submittedAt,
            @Nullable LocalDate answerUntil,
            List<PreReview.Remark> remarks) {}

    /**
     * @param remarks what is missing or wrong, by its place: {@code /form/…}, {@code /materials/…}, or / for the whole
     * @param pointsMet the review points that were found met, by key of the material
     */
    record Found(
            @Nullable Map<String, @Nullable String> remarks,
            @Nullable Map<String, @Nullable List<@Nullable Integer>> pointsMet) {

        Map<String, List<Integer>> met() {
            return Stream.ofNullable(pointsMet)
                    .flatMap(met -> met.entrySet().stream())
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            met -> Stream.ofNullable(met.getValue())
                                    .flatMap(List::stream)
                                    .filter(Objects::nonNull)
                                    .map(point -> (int) point)
                                    .toList()));
        }

        Map<String, String> said() {
            return Stream.ofNullable(remarks)
                    .flatMap(said -> said.entrySet().stream())
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, said -> said.getValue() == null ? "" : said.getValue()));
        }
    }

    @Operation(
            summary = "What was handed in online and waits at the window, the oldest first",
            description = "The list is whole, up to 200.")
    @GetMapping("/api/pre-reviews")
    List<Waiting> list(Actor actor) {
        WorkingDays days = calendar.workingDays();
        return desk.waiting(actor).stream()
                .map(one -> new Waiting(
                        one.number(),
                        one.title(),
                        one.applicant(),
                        one.submittedAt(),
                        one.applied(),
                        terms.answerUntil(one, days),
                        one.reroutedFrom()))
                .toList();
    }

    @Operation(
            summary = "What any window should have answered, and what no window can, each the oldest first",
            description =
                    "Of what was handed in online, that whose last day has passed; after it all that lies at a closed window, neither accepted nor over. Up to 200.")
    @GetMapping("/api/pre-reviews/owed")
    @PreAuthorize("hasRole('MANAGER')")
    List<OwedOnline> owed(Actor actor) {
        return owed.of(actor).lines();
    }

    @Operation(
            summary =
                    "What the law has accepted by silence (视为受理) and whose acceptance isn't written, the oldest first",
            description = "Empty but for a minute, unless something in an application makes its acceptance fail.")
    @GetMapping("/api/applications/unwritten-acceptances")
    @PreAuthorize("hasRole('MANAGER')")
    List<UnwrittenAcceptance> unwritten(Actor actor) {
        return unwritten.of(actor);
    }

    @Operation(
            summary = "What was handed over to other windows since the account's own was closed, the latest first",
            description = "Until it is accepted or over. The list is whole, up to 200.")
    @GetMapping("/api/pre-reviews/rerouted")
    List<Rerouted> rerouted(Actor actor) {
        return rerouting.away(actor);
    }

    @Operation(
            summary = "Hand what lies at a closed window over to an open one (转窗口)",
            description = "To one of its takers, see /api/pre-reviews/owed.")
    @PostMapping("/api/applications/{number}/window")
    @PreAuthorize("hasRole('MANAGER')")
    Rerouted reroute(
            @PathVariable String number,
            @RequestBody To to,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return rerouting.one(number, Objects.requireNonNullElse(to.window(), ""), actor, new IdempotencyKey(key));
    }

    @Operation(
            summary = "Hand all that lies at a closed window over to the windows that take it in",
            description =
                    "Up to 200 at a time; what no window takes in stays, and stays in /api/pre-reviews/owed, and so does what changed at that moment (changed).")
    @PostMapping("/api/pre-reviews/windows/{closed}")
    @PreAuthorize("hasRole('MANAGER')")
    ReroutedAll rerouteAll(@PathVariable String closed, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        return rerouting.allOf(closed, actor, new IdempotencyKey(key));
    }

    @GetMapping("/api/applications/{number}/pre-review")
    Look show(@PathVariable String number, Actor actor) {
        var dossier = intake.dossier(number, actor);
        PreReview preReview = desk.preReview(number, actor);
        return new Look(
                number,
                dossier.application().status(),
                preReview.submittedAt(),
                terms.answerUntil(dossier, preReview, calendar.workingDays()),
                preReview.remarks());
    }

    /** Its applicant sees that it is in order, and comes with the originals. */
    @PostMapping("/api/applications/{number}/pre-review/pass")
    Look pass(
            @PathVariable String number,
            @RequestBody Found found,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        if (!found.said().isEmpty()) {
            throw new Problem.InvalidInput("/remarks", "写了意见的不能通过。要申请人改的，请退回；不要改的，请不写意见。");
        }
        desk.pass(number, found.met(), actor, new IdempotencyKey(key));
        return show(number, actor);
    }

    /** With everything that is missing or wrong, once. */
    @PostMapping("/api/applications/{number}/pre-review/return")
    Look giveBack(
            @PathVariable String number,
            @RequestBody Found found,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        try {
            desk.giveBack(number, found.said(), found.met(), actor, new IdempotencyKey(key));
        } catch (Problem.InvalidInput wrong) {
            throw new Problem.InvalidInput(wrong.faults().stream()
                    .map(fault -> found.said().containsKey(fault.pointer())
                            ? new Fault("/remarks" + Fault.step(fault.pointer()), fault.message())
                            : fault)
                    .toList());
        }
        return show(number, actor);
    }

    /** The applicant is at the window: it goes on as any application, wherever the look stood. */
    @PostMapping("/api/applications/{number}/arrival")
    Look arrive(@PathVariable String number, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        desk.arrive(number, actor, new IdempotencyKey(key));
        return show(number, actor);
    }
}
