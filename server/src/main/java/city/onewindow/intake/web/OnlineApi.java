package city.onewindow.intake.web;

import city.onewindow.calendar.Calendar;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.NewApplication;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OnlineGate;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.intake.PreReviewTerms;
import city.onewindow.intake.RemoteApplications;
import city.onewindow.kernel.IdempotencyKey;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * 网上预审 and 全程网办 over HTTP, for an applicant's own program: the same use cases as his pages. The query code comes in a header, so
 * that no log keeps it.
 */
@RestController
@RequestMapping(OnlineApi.PLACE)
@PreAuthorize("permitAll()")
class OnlineApi {

    static final String PLACE = "/api/online";

    /** Of the query code, with every call but the first. */
    static final String CODE = OnlineGate.CODE;

    private final OnlineApplications online;
    private final RemoteApplications remote;
    private final OnlineGate gate;
    private final Catalogs catalogs;
    private final Calendar calendar;
    private final PreReviewTerms terms;

    OnlineApi(
            OnlineApplications online,
            RemoteApplications remote,
            OnlineGate gate,
            Catalogs catalogs,
            Calendar calendar,
            PreReviewTerms terms) {
        this.online = online;
        this.remote = remote;
        this.gate = gate;
        this.catalogs = catalogs;
        this.calendar = calendar;
        this.terms = terms;
    }

    /** @param consent that what is filled in is used for this errand (个人信息保护法 第十三条、第十七条) */
    record Begin(
            @Nullable String oneThing,
            @Nullable Map<String, @Nullable String> answers,
            @Nullable ApplicantBody applicant,
            @Nullable Boolean consent) {

        NewApplication toApplication() {
            Applicant whose = (applicant == null ? ApplicantBody.NOBODY : applicant).toApplicant();
            OnlineBegin.demandConsent(Boolean.TRUE.equals(consent), whose);
            return new NewApplication(ErrandChoice.stated(oneThing, null, answers), whose);
        }
    }

    @Operation(
            summary = "Begin an application for a one-thing",
            description =
                    "Keep number and query code: with both, and only so, it is opened again. The key must be one that"
                            + " nobody guesses, such as a UUID.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OnlineView> begin(
            @RequestBody Begin begin, @RequestHeader(IdempotencyKey.HEADER) String key, HttpServletRequest request) {
        OpenedApplication opened =
                online.begin(begin.toApplication(), new IdempotencyKey(key), request.getRemoteAddr());
        return ResponseEntity.created(URI.create(PLACE + "/" + opened.number())).body(view(opened));
    }

    @GetMapping("/{number}")
    OnlineView show(@PathVariable String number, @RequestHeader(CODE) String code, HttpServletRequest request) {
        return view(gate.open(number, code, request.getRemoteAddr()));
    }

    /** Only the fields named change; null takes a value away. */
    @PatchMapping("/{number}/form")
    OnlineView fill(
            @PathVariable String number,
            @RequestHeader(CODE) String code,
            @RequestBody Map<String, @Nullable Object> form,
            HttpServletRequest request) {
        OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
        FormPatch.part("/form", () -> {
            FormPatch patch = FormPatch.of(form);
            return online.fill(opened, patch.values(), patch.cleared());
        });
        return view(opened);
    }

    /** Only the questions named are answered anew; those that what was filled in has brought up are answered here. */
    @PatchMapping("/{number}/answers")
    OnlineView answer(
            @PathVariable String number,
            @RequestHeader(CODE) String code,
            @RequestBody Map<String, @Nullable String> answers,
            HttpServletRequest request) {
        OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
        Map<String, String> said = ErrandChoice.stated(null, null, answers).answers();
        FormPatch.part("/answers", () -> online.answer(opened, said));
        return view(opened);
    }

    @Operation(
            summary = "Hand it in for the window's look",
            description =
                    "What of the form is missing or wrong is told as its gaps are: /form/… points into the application as"
                            + " it is read. Materials may be missing: they can be brought along.")
    @PostMapping("/{number}/submission")
    OnlineView submit(
            @PathVariable String number,
            @RequestHeader(CODE) String code,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            HttpServletRequest request) {
        OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
        online.submit(opened, new IdempotencyKey(key));
        return view(opened);
    }

    @Operation(
            summary = "Apply for acceptance without coming (全程网办)",
            description =
                    "Received that day, with a receipt; again after a one-time notice. Where somebody has to come, or the window"
                            + " has to look first, it is refused: see mayApply and presence.")
    @PostMapping("/{number}/application")
    OnlineView apply(
            @PathVariable String number,
            @RequestHeader(CODE) String code,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            HttpServletRequest request) {
        OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
        remote.apply(opened, new IdempotencyKey(key));
        return view(opened);
    }

    /** What no window received is deleted like all that nobody goes on with. */
    @PostMapping("/{number}/withdrawal")
    OnlineView withdraw(
            @PathVariable String number,
            @RequestHeader(CODE) String code,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            HttpServletRequest request) {
        OpenedApplication opened = gate.open(number, code, request.getRemoteAddr());
        online.retract(opened, new IdempotencyKey(key));
        return view(opened);
    }

    private OnlineView view(OpenedApplication opened) {
        Dossier dossier = online.dossier(opened);
        var preReview = online.preReview(opened);
        return OnlineView.of(
                dossier,
                preReview,
                catalogs.at(dossier.application().edition()),
                terms.answerUntil(dossier, preReview, calendar.workingDays()),
                new OnlineView.Applying(remote.remote(dossier), remote.decideUntil(dossier), remote.told(dossier)));
    }
}
