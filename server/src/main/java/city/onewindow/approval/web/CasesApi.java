package city.onewindow.approval.web;

import city.onewindow.approval.Approval;
import city.onewindow.approval.Card;
import city.onewindow.approval.Cards;
import city.onewindow.approval.CaseFinder;
import city.onewindow.approval.CaseQuery;
import city.onewindow.approval.CaseRow;
import city.onewindow.approval.CaseSearch;
import city.onewindow.approval.CaseView;
import city.onewindow.approval.Cases;
import city.onewindow.approval.JointExtension;
import city.onewindow.approval.JointExtensions;
import city.onewindow.approval.ResultFile;
import city.onewindow.approval.ResultFiles;
import city.onewindow.approval.Step;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Slice;
import city.onewindow.material.FileAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP: for the staff concerned, and for whoever holds a case's query code. */
@RestController
@RequestMapping("/api")
class CasesApi {

    private final Cases cases;
    private final CaseFinder finder;
    private final Cards cards;
    private final Approval approval;
    private final JointExtensions jointExtensions;
    private final Tracker tracker;
    private final ResultFiles results;

    CasesApi(
            Cases cases,
            CaseFinder finder,
            Cards cards,
            Approval approval,
            JointExtensions jointExtensions,
            Tracker tracker,
            ResultFiles results) {
        this.results = results;
        this.cases = cases;
        this.finder = finder;
        this.cards = cards;
        this.approval = approval;
        this.jointExtensions = jointExtensions;
        this.tracker = tracker;
    }

    record Results(List<ResultFile> files) {}

    record Extension(
            @Nullable Integer days,
            @Nullable String reason,
            @Nullable String approvedBy) {}

    record Withdrawal(
            @Nullable List<String> items, @Nullable String reason) {}

    /** In the body and not in the address, so that no log keeps the name. */
    record Search(
            @Nullable String name,
            @Nullable String department,
            @Nullable Step step,
            @Nullable String after,
            @Nullable Integer size) {}

    /** In the body and not in the address, so that no log keeps the code. */
    record Tracking(@Nullable String number, @Nullable String queryCode) {}

    @GetMapping("/cases")
    @PreAuthorize("hasAnyRole('MANAGER', 'LEAD_DEPARTMENT')")
    Slice<CaseRow> list(
            @RequestParam(defaultValue = "RUNNING") CaseQuery.Status status,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return cases.list(new CaseQuery(status, overdue), after, Slice.size(size), actor);
    }

    /** Cases that the reader may see, the newest first; a step is that of the department named, or of the reader's own. */
    @PostMapping("/cases/search")
    @PreAuthorize("isAuthenticated()")
    Slice<CaseRow> search(@RequestBody Search search, Actor actor) {
        return finder.find(
                new CaseSearch(search.name(), search.department(), search.step()),
                search.after(),
                Slice.size(search.size()),
                actor);
    }

    /** Yellow and red cards that concern the reader, the newest first; who sees every department's may name one. */
    @GetMapping("/cards")
    @PreAuthorize(CardsPage.CALLERS)
    Slice<Card> cards(
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return department == null || department.isBlank()
                ? cards.list(after, Slice.size(size), actor)
                : cards.owedBy(department.strip(), after, Slice.size(size), actor);
    }

    /** Whether the reader may see this case is checked against the case. */
    @GetMapping("/cases/{number}")
    @PreAuthorize("isAuthenticated()")
    CaseView show(@PathVariable String number, Actor actor) {
        return cases.file(number, actor);
    }

    /** Files that departments made of their results; none for who may not open them. */
    @GetMapping("/cases/{number}/results")
    @PreAuthorize(CasePages.RESULT_READERS)
    Results results(@PathVariable String number, Actor actor) {
        return new Results(results.of(number, actor));
    }

    /** One of them; that it was opened is written into the audit log. */
    @GetMapping("/cases/{number}/results/{id}")
    @PreAuthorize(CasePages.RESULT_READERS)
    ResponseEntity<InputStreamResource> result(@PathVariable String number, @PathVariable String id, Actor actor) {
        return FileAnswer.of(results.open(number, id, actor));
    }

    /** Licences of several departments may take longer together, once; the centre writes down who approved it. */
    @PostMapping("/cases/{number}/extension")
    @PreAuthorize("hasRole('MANAGER')")
    JointExtension extend(
            @PathVariable String number,
            @RequestBody Extension extension,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return jointExtensions.extend(
                number,
                extension.days(),
                MattersApi.text(extension.reason()),
                MattersApi.text(extension.approvedBy()),
                actor,
                new IdempotencyKey(key));
    }

    /** As the applicant wishes: these items (without `items` all that are not decided) end, and what waits for their results. */
    @PostMapping("/cases/{number}/withdrawal")
    @PreAuthorize("hasRole('CLERK')")
    CaseView withdraw(
            @PathVariable String number,
            @RequestBody Withdrawal withdrawal,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        approval.withdraw(
                number, withdrawal.items(), MattersApi.text(withdrawal.reason()), actor, new IdempotencyKey(key));
        return cases.file(number, actor);
    }

    /** What was deferred never came, and its last day has passed: what needs it, or waits for such a result, ends, but for denials. */
    @PostMapping("/cases/{number}/lapse")
    @PreAuthorize("hasRole('CLERK')")
    CaseView lapse(@PathVariable String number, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        approval.lapse(number, actor, new IdempotencyKey(key));
        return cases.file(number, actor);
    }

    /** A case, or an application that is none yet, for whoever holds its number and query code. */
    @PostMapping("/track")
    @PreAuthorize("permitAll()")
    TrackedCase track(@RequestBody Tracking asked, HttpServletRequest request) {
        return TrackedCase.of(tracker.find(
                MattersApi.text(asked.number()), MattersApi.text(asked.queryCode()), request.getRemoteAddr()));
    }
}
