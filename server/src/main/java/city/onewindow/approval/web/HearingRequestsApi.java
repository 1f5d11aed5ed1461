package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.CaseView;
import city.onewindow.approval.Cases;
import city.onewindow.approval.HearingRequests;
import city.onewindow.identity.Actor;
import city.onewindow.intake.OnlineGate;
import city.onewindow.kernel.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who asks for a hearing (听证) or waives it, over HTTP: the applicant himself, or a clerk of the window that accepted the case. */
@RestController
@RequestMapping("/api")
class HearingRequestsApi {

    private final HearingRequests requests;
    private final Tracker tracker;
    private final Cases cases;

    HearingRequestsApi(HearingRequests requests, Tracker tracker, Cases cases) {
        this.requests = requests;
        this.tracker = tracker;
        this.cases = cases;
    }

    /** The applicant asks for it, today; the code comes in a header, so that no log keeps it. */
    @PostMapping("/online/{number}/matters/{item}/ask-hearing")
    @PreAuthorize("permitAll()")
    TrackedCase askOnline(
            @PathVariable String number,
            @PathVariable String item,
            @RequestHeader(OnlineGate.CODE) String code,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            HttpServletRequest request) {
        return online(Act.ASK_HEARING, number, code, item, key, request.getRemoteAddr());
    }

    /** The applicant takes his request back, or waives what nobody else was told of. */
    @PostMapping("/online/{number}/matters/{item}/waive-hearing")
    @PreAuthorize("permitAll()")
    TrackedCase waiveOnline(
            @PathVariable String number,
            @PathVariable String item,
            @RequestHeader(OnlineGate.CODE) String code,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            HttpServletRequest request) {
        return online(Act.WAIVE_HEARING, number, code, item, key, request.getRemoteAddr());
    }

    private TrackedCase online(Act act, String number, String code, String item, String key, String address) {
        tracker.act(act, number, code, item, new IdempotencyKey(key), address);
        return TrackedCase.of(tracker.find(number, code, address));
    }

    /** Somebody who was told came to the window and asks for it. */
    @PostMapping("/cases/{number}/matters/{item}/ask-hearing")
    @PreAuthorize("hasRole('CLERK')")
    CaseView ask(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody HearingsApi.Request asked,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        requests.ask(number, item, asked.on(), asked.by(), actor, new IdempotencyKey(key));
        return cases.file(number, actor);
    }

    /** Somebody who asked came to the window and takes his request back, or all who were told waive it. */
    @PostMapping("/cases/{number}/matters/{item}/waive-hearing")
    @PreAuthorize("hasRole('CLERK')")
    CaseView waive(
            @PathVariable String number,
            @PathVariable String item,
            @RequestBody HearingsApi.Waiver waiver,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        requests.waive(number, item, waiver.by(), MattersApi.text(waiver.reason()), actor, new IdempotencyKey(key));
        return cases.file(number, actor);
    }
}
