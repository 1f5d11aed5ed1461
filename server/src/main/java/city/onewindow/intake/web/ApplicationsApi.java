package city.onewindow.intake.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.identity.Actor;
import city.onewindow.intake.Accepted;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Earlier;
import city.onewindow.intake.EarlierStages;
import city.onewindow.intake.Intake;
import city.onewindow.intake.NewApplication;
import city.onewindow.intake.Reception;
import city.onewindow.intake.Refusal;
import city.onewindow.intake.ReturningApplicant;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import city.onewindow.notice.Documents;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Applications over HTTP, for clerks' own tools: the same use cases as the window's pages. */
@RestController
@RequestMapping("/api/applications")
@PreAuthorize("hasRole('CLERK')")
class ApplicationsApi {

    private final Intake intake;
    private final EarlierStages earlier;
    private final ReturningApplicant returning;
    private final Reception reception;
    private final Catalogs catalogs;
    private final Documents documents;

    ApplicationsApi(
            Intake intake,
            EarlierStages earlier,
            ReturningApplicant returning,
            Reception reception,
            Catalogs catalogs,
            Documents documents) {
        this.returning = returning;
        this.intake = intake;
        this.earlier = earlier;
        this.reception = reception;
        this.catalogs = catalogs;
        this.documents = documents;
    }

    /** @param items codes of items, if no one-thing is named */
    record Begin(
            @Nullable String oneThing,
            @Nullable List<@Nullable String> items,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable ApplicantBody applicant) {

        NewApplication toApplication() {
            return new NewApplication(
                    ErrandChoice.stated(oneThing, items, answers),
                    (applicant == null ? ApplicantBody.NOBODY : applicant).toApplicant());
        }
    }

    /**
     * @param promisedBy who signed the promise, if materials are deferred
     * @param declaredBy who signed the declarations, if any was chosen
     */
    record Acceptance(@Nullable String promisedBy, @Nullable String declaredBy) {}

    /** @param organ to which the applicant has to turn, if the ground is that it isn't this organ's power */
    record RefusalBody(
            @Nullable String reason,
            @Nullable String ground,
            @Nullable String organ) {

        Refusal toRefusal() {
            return new Refusal(
                    Objects.requireNonNullElse(reason, ""),
                    Objects.requireNonNullElse(ground, ""),
                    Objects.requireNonNullElse(organ, ""));
        }
    }

    /** @param verifyCode opens the document at {@code /documents/{verifyCode}} */
    record Given(String verifyCode) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ApplicationView> begin(
            @RequestBody Begin begin, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        Dossier dossier = intake.begin(begin.toApplication(), actor, new IdempotencyKey(key));
        URI location = URI.create("/api/applications/" + dossier.application().number());
        return ResponseEntity.created(location).body(view(dossier));
    }

    @GetMapping
    Slice<ApplicationSummary> list(
            @RequestParam(required = false) @Nullable ApplicationStatus status,
            @RequestParam(defaultValue = "false") boolean awaited,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return intake.ofWindow(actor, status, awaited, after, Slice.size(size));
    }

    /** In the body and not in the address, so that no log keeps the number. */
    record Search(@Nullable String idNumber) {}

    /** The window's applications of whoever has this document, the newest 50. */
    @PostMapping("/search")
    List<ApplicationSummary> search(@RequestBody Search search, Actor actor) {
        return intake.ofApplicant(Objects.requireNonNullElse(search.idNumber(), ""), actor)
                .items();
    }

    @GetMapping("/{number}")
    ApplicationView show(@PathVariable String number, Actor actor) {
        return view(intake.dossier(number, actor));
    }

    @PutMapping("/{number}")
    ApplicationView revise(@PathVariable String number, @RequestBody Begin begin, Actor actor) {
        return view(intake.revise(number, begin.toApplication(), actor));
    }

    /** What the same applicant said and handed in for earlier stages of the project, as far as it isn't here yet. */
    @GetMapping("/{number}/earlier-stages")
    Earlier earlier(@PathVariable String number, Actor actor) {
        return earlier.of(intake.dossier(number, actor));
    }

    /** Takes that over; all of it may be changed. Again, it finds nothing left to take over. */
    @PostMapping("/{number}/earlier-stages")
    ApplicationView takeOver(
            @PathVariable String number, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        // What was taken over is there no more to be taken: the key only has to be one.
        new IdempotencyKey(key);
        return view(earlier.takeOver(number, actor));
    }

    /**
     * What may be taken over from the newest accepted case of an applicant who comes again; the values only once he agrees.
     *
     * @param numbers of that case; empty if he has none
     * @param fields codes of those that are empty here
     */
    record EarlierCase(List<String> numbers, Set<String> fields) {}

    /** Who the applicant is and how he is reached, as far as his newest accepted case has it and it isn't here yet. */
    @GetMapping("/{number}/earlier-case")
    EarlierCase earlierCase(@PathVariable String number, Actor actor) {
        Earlier known = returning.of(intake.dossier(number, actor));
        return new EarlierCase(known.numbers(), new TreeSet<>(known.values().codes()));
    }

    /** Takes that over, once the applicant agrees; all of it may be changed. Again, it finds nothing left to take over. */
    @PostMapping("/{number}/earlier-case")
    ApplicationView takeOverReturning(
            @PathVariable String number, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        new IdempotencyKey(key);
        return view(returning.takeOver(number, actor));
    }

    /** Only the fields named change; null takes a value away. */
    @PatchMapping("/{number}/form")
    ApplicationView fill(@PathVariable String number, @RequestBody Map<String, @Nullable Object> form, Actor actor) {
        return part("/form", () -> {
            FormPatch patch = FormPatch.of(form);
            return intake.fill(number, patch.values(), patch.cleared(), actor);
        });
    }

    /** Only the questions named are answered anew; those that what was filled in has brought up are answered here. */
    @PatchMapping("/{number}/answers")
    ApplicationView answer(
            @PathVariable String number, @RequestBody Map<String, @Nullable String> answers, Actor actor) {
        Map<String, String> said = ErrandChoice.stated(null, null, answers).answers();
        return part("/answers", () -> intake.answer(number, said, actor));
    }

    @PutMapping("/{number}/materials/{key}")
    ApplicationView check(
            @PathVariable String number, @PathVariable String key, @RequestBody Check check, Actor actor) {
        return part("/materials" + Fault.step(key), () -> intake.check(number, check.of(key), actor));
    }

    /**
     * What is wrong with well-formed values, by the field's code, as the one-time notice will say it; null takes back what was said. Each
     * stands until the value changes.
     */
    @PatchMapping("/{number}/remarks")
    ApplicationView remark(
            @PathVariable String number, @RequestBody Map<String, @Nullable String> remarks, Actor actor) {
        Map<String, String> said = remarks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, remark -> remark.getValue() == null ? "" : remark.getValue()));
        return part("/remarks", () -> intake.remark(number, said, actor));
    }

    /** An application is accepted once: again, under whichever key, it answers with the same case. */
    @Operation(
            summary = "Accept: the application becomes a case",
            description =
                    "What is still missing is told as the gaps of the application are: /form/… and /materials/… point"
                            + " into the application as it is read, /promisedBy and /declaredBy into the body.")
    @PostMapping("/{number}/acceptance")
    Accepted accept(
            @PathVariable String number,
            @RequestBody(required = false) @Nullable Acceptance acceptance,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        // Held only against the rule for keys: the application's number is what makes two acceptances one.
        new IdempotencyKey(key);
        return acceptance == null
                ? reception.accept(number, null, actor)
                : reception.accept(number, acceptance.promisedBy(), acceptance.declaredBy(), actor);
    }

    @Operation(summary = "The declarations that the applicant chose (告知承诺书), to be signed before the acceptance")
    @GetMapping(path = "/{number}/declaration", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] declaration(@PathVariable String number, Actor actor) {
        return reception.declarationToSign(number, actor);
    }

    @Operation(summary = "The letter of authority (授权委托书) for the applicant to sign, with his agent if he has one")
    @GetMapping(path = "/{number}/letter-of-authority", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] letterOfAuthority(@PathVariable String number, Actor actor) {
        return intake.letterOfAuthority(number, actor);
    }

    /**
     * @param cameIn on which day the materials came in that a receipt is given for; null: now
     * @param accepted true where five working days have passed since, and the clerk knows that it counts as accepted
     */
    record ReceiptBody(@Nullable LocalDate cameIn, @Nullable Boolean accepted) {}

    /** Says what was received, for an applicant who leaves before a decision, or by mail; silence for five working days is acceptance. */
    @PostMapping("/{number}/receipt")
    Given receive(
            @PathVariable String number,
            @RequestBody(required = false) @Nullable ReceiptBody receipt,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        ReceiptBody said = receipt == null ? new ReceiptBody(null, null) : receipt;
        boolean accepted = Boolean.TRUE.equals(said.accepted());
        return new Given(reception.receive(number, said.cameIn(), accepted, actor, new IdempotencyKey(key)));
    }

    @PostMapping("/{number}/notice")
    Given notifyOnce(@PathVariable String number, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        return new Given(reception.notifyOnce(number, actor, new IdempotencyKey(key)));
    }

    @PostMapping("/{number}/refusal")
    Given refuse(
            @PathVariable String number,
            @RequestBody RefusalBody refusal,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return new Given(reception.refuse(number, refusal.toRefusal(), actor, new IdempotencyKey(key)));
    }

    private ApplicationView part(String place, Supplier<Dossier> change) {
        return view(FormPatch.part(place, change));
    }

    private ApplicationView view(Dossier dossier) {
        Application application = dossier.application();
        return ApplicationView.of(
                dossier, catalogs.at(application.edition()), documents.bySubject(application.number()));
    }
}
