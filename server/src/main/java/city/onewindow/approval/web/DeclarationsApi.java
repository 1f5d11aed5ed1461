package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.CaseView;
import city.onewindow.approval.Cases;
import city.onewindow.approval.DeclarationActs;
import city.onewindow.approval.DeclarationByApplicant;
import city.onewindow.approval.DeclaredRow;
import city.onewindow.approval.MatterView;
import city.onewindow.identity.Actor;
import city.onewindow.intake.OnlineGate;
import city.onewindow.kernel.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Grants on a declaration (告知承诺) and their checks over HTTP. */
@RestController
@PreAuthorize("hasAnyRole('REVIEWER', 'DECIDER')")
class DeclarationsApi {

    private final DeclarationActs declarations;
    private final DeclarationByApplicant byApplicant;
    private final Tracker tracker;
    private final Cases cases;

    DeclarationsApi(DeclarationActs declarations, DeclarationByApplicant byApplicant, Tracker tracker, Cases cases) {
        this.declarations = declarations;
        this.byApplicant = byApplicant;
        this.tracker = tracker;
        this.cases = cases;
    }

    /** @param heard what the applicant said before, or that nothing was said */
    record Revocation(
            @Nullable String reason,
            @Nullable String ground,
            @Nullable String heard) {}

    /** What may be granted now, and what has to be checked, the first due first. */
    @GetMapping("/api/declarations")
    List<DeclaredRow> open(Actor actor) {
        return declarations.open(actor);
    }

    /** At once, on what the applicant declared; it has to be checked afterwards. */
    @PostMapping("/api/matters/{number}/{item}/grant-declared")
    MatterView grant(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Opinion opinion,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        declarations.grant(number, item, MattersApi.text(opinion.opinion()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** Before anything is granted on it: the matter is decided in the ordinary way from now on. */
    @PostMapping("/api/matters/{number}/{item}/take-back")
    MatterView takeBack(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Reason why,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        declarations.takeBack(number, item, MattersApi.text(why.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** The same at the window that accepted the case, where the applicant says so. */
    @PostMapping("/api/cases/{number}/matters/{item}/take-back")
    @PreAuthorize("hasRole('CLERK')")
    CaseView takeBackAtWindow(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Reason why,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        byApplicant.takeBack(number, item, MattersApi.text(why.reason()), actor, new IdempotencyKey(key));
        return cases.file(number, actor);
    }

    /** The same by the applicant himself; the code comes in a header, so that no log keeps it. */
    @PostMapping("/api/online/{number}/matters/{item}/take-back")
    @PreAuthorize("permitAll()")
    TrackedCase takeBackOnline(
            @PathVariable String number,
            @PathVariable String item,
            @RequestHeader(OnlineGate.CODE) String code,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            HttpServletRequest request) {
        tracker.act(Act.TAKE_BACK, number, code, item, new IdempotencyKey(key), request.getRemoteAddr());
        return TrackedCase.of(tracker.find(number, code, request.getRemoteAddr()));
    }

    /** The check found what was declared; the reason says what it found. */
    @PostMapping("/api/matters/{number}/{item}/confirm")
    MatterView confirm(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Reason found,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        declarations.confirm(number, item, MattersApi.text(found.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** It found something else, which the reason says and which has to be mended. */
    @PostMapping("/api/matters/{number}/{item}/order-mending")
    MatterView orderMending(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody MattersApi.Reason found,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        declarations.orderMending(number, item, MattersApi.text(found.reason()), actor, new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }

    /** The grant is taken back. */
    @PostMapping("/api/matters/{number}/{item}/revoke")
    MatterView revoke(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody Revocation revocation,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        declarations.revoke(
                number,
                item,
                MattersApi.text(revocation.reason()),
                MattersApi.text(revocation.ground()),
                MattersApi.text(revocation.heard()),
                actor,
                new IdempotencyKey(key));
        return cases.matter(number, item, actor);
    }
}
