package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Content;
import city.onewindow.catalog.lint.Waivers;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.NewOneThing;
import city.onewindow.catalog.revision.RecordVersion;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionAct;
import city.onewindow.catalog.revision.RevisionCalls;
import city.onewindow.catalog.revision.RevisionFilter;
import city.onewindow.catalog.revision.RevisionLists;
import city.onewindow.catalog.revision.RevisionStatus;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How items, one-things and windows are changed, over HTTP: the same use cases as the pages. */
@RestController
@RequestMapping("/api/revisions")
@PreAuthorize(RevisionPages.CALLERS)
@Tag(name = "revisions", description = "事项、一件事、窗口的修改与发布")
class RevisionsApi {

    private final Revisions revisions;
    private final RevisionCalls calls;
    private final RevisionLists lists;
    private final Waivers waivers;
    private final Catalogs catalogs;

    RevisionsApi(Revisions revisions, RevisionCalls calls, RevisionLists lists, Waivers waivers, Catalogs catalogs) {
        this.revisions = revisions;
        this.calls = calls;
        this.lists = lists;
        this.waivers = waivers;
        this.catalogs = catalogs;
    }

    /**
     * What shall be changed, or begun.
     *
     * @param name of what is published; of something new the name that it shall have
     * @param from of something new: name of another of the kind of which it begins as a copy
     * @param window of a new one-thing: name of the window that takes it in
     * @param audience of a new one-thing: person or enterprise
     * @param lifeEvent of a new one-thing: the heading under which the home page shows it
     */
    record Beginning(
            Revision.@Nullable Kind kind,
            @Nullable String name,
            @Nullable String from,
            @Nullable String window,
            @Nullable String audience,
            @Nullable String lifeEvent) {}

    /**
     * @param saves of the revision as it was read
     * @param rows all rows of the record, by name of the content file
     */
    record Saving(int saves, @Nullable Map<String, @Nullable List<@Nullable Map<String, @Nullable String>>> rows) {}

    /** @param remark what is to be changed, and why */
    record Returning(@Nullable String remark) {}

    /** @param holdsFrom a day to come; left out: now */
    record Publishing(@Nullable LocalDate holdsFrom) {}

    @Operation(summary = "What is being changed and what was, newest first: a department's own, all for the centre")
    @GetMapping
    Slice<RevisionLine> list(
            @RequestParam(required = false) @Nullable RevisionStatus status,
            @RequestParam(required = false) Revision.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return lists.list(RevisionFilter.of(status, kind, q), after, Slice.size(size), actor)
                .map(RevisionLine::of);
    }

    @Operation(
            summary = "Begin to change a record, or to write a new one",
            description =
                    "Of a record one revision is open at a time: whoever keeps the record and asks again is given the"
                            + " same.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT')")
    ResponseEntity<WholeRevision> begin(
            @RequestBody Beginning body, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        // Held only against the rule for keys.
        new IdempotencyKey(key);
        Revision begun = begun(body, actor);
        return ResponseEntity.created(URI.create("/api/revisions/" + begun.id()))
                .body(whole(begun.id(), actor));
    }

    private Revision begun(Beginning body, Actor actor) {
        Revision.Kind kind = body.kind();
        String name = Objects.requireNonNullElse(body.name(), "").strip();
        if (kind == null) {
            throw new Problem.InvalidInput("/kind", "请写明要改的是 ITEM（事项）、ONE_THING（一件事）还是 WINDOW（窗口）。");
        }
        Content content = catalogs.current().content();
        // There is no new window to write: of a name that is none, beginning says so.
        if (kind == Revision.Kind.WINDOW || kind.published(name, content) != null) {
            return revisions.begin(kind, name, actor);
        }
        Optional<Revision> begun = lists.begun(kind, name, actor);
        if (begun.isPresent()) {
            return begun.get();
        }
        String from = Objects.requireNonNullElse(body.from(), "");
        return kind == Revision.Kind.ITEM
                ? revisions.beginNew(kind, name, NewItem.rows(name, from, actor.department(), content), actor)
                : revisions.beginNew(
                        new NewOneThing(
                                name,
                                Objects.requireNonNullElse(body.window(), ""),
                                Objects.requireNonNullElse(body.audience(), ""),
                                Objects.requireNonNullElse(body.lifeEvent(), ""),
                                from),
                        actor);
    }

    @GetMapping("/{id}")
    WholeRevision show(@PathVariable long id, Actor actor) {
        return whole(id, actor);
    }

    @Operation(
            summary = "Keep the record as it shall be: all its rows, in place of those that were there",
            description = "What is wrong in it is kept and told; of two who save at once the second is refused.")
    @PutMapping("/{id}/rows")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT')")
    WholeRevision save(@PathVariable long id, @RequestBody Saving body, Actor actor) {
        Revision revision = revisions.get(id, actor);
        Map<String, List<Map<String, String>>> rows =
                StatedRows.read(revision, body.rows(), catalogs.current().content());
        revisions.save(id, rows, body.saves(), actor);
        return whole(id, actor);
    }

    @Operation(summary = "Hand it to those who must agree")
    @PostMapping("/{id}/submission")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT')")
    RevisionLine submit(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer saves,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return once(key, id, RevisionAct.SUBMIT, actor, () -> revisions.submit(id, saves, actor));
    }

    @Operation(
            summary = "A cooperating department agrees to a one-thing, or to begin or cease to cooperate at a window")
    @PostMapping("/{id}/confirmation")
    @PreAuthorize("hasRole('LIAISON')")
    RevisionLine confirm(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer saves,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return once(key, id, RevisionAct.CONFIRM, actor, () -> revisions.confirm(id, saves, actor));
    }

    @Operation(summary = "The lead department of the window agrees to an item")
    @PostMapping("/{id}/approval")
    @PreAuthorize("hasRole('LEAD_DEPARTMENT')")
    RevisionLine approve(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer saves,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        return once(key, id, RevisionAct.APPROVE, actor, () -> revisions.approve(id, saves, actor));
    }

    @Operation(summary = "Give it back to who wrote it")
    @PostMapping("/{id}/return")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER')")
    RevisionLine giveBack(
            @PathVariable long id,
            @RequestBody Returning body,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        String remark = Objects.requireNonNullElse(body.remark(), "");
        return once(key, id, RevisionAct.RETURN, actor, () -> revisions.giveBack(id, remark, actor));
    }

    @Operation(summary = "Give it up")
    @PostMapping("/{id}/withdrawal")
    @PreAuthorize("hasAnyRole('LIAISON', 'LEAD_DEPARTMENT', 'MANAGER')")
    RevisionLine withdraw(@PathVariable long id, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        return once(key, id, RevisionAct.WITHDRAW, actor, () -> revisions.withdraw(id, actor));
    }

    @Operation(summary = "Publish it as a new edition of the catalog, now or on a day to come")
    @PostMapping("/{id}/publication")
    @PreAuthorize("hasRole('MANAGER')")
    RevisionLine publish(
            @PathVariable long id,
            @RequestBody Publishing body,
            @RequestParam(required = false) @Nullable Integer saves,
            @RequestHeader(IdempotencyKey.HEADER) String key,
            Actor actor) {
        LocalDate day = body.holdsFrom();
        return day == null
                ? once(key, id, RevisionAct.PUBLISH, actor, () -> revisions.publish(id, saves, actor))
                : once(key, id, RevisionAct.SCHEDULE, actor, () -> revisions.schedule(id, saves, day, actor));
    }

    @Operation(summary = "Unset the day on which it would be published")
    @DeleteMapping("/{id}/publication")
    @PreAuthorize("hasRole('MANAGER')")
    RevisionLine unschedule(@PathVariable long id, Actor actor) {
        return RevisionLine.of(revisions.unschedule(id, actor));
    }

    @Operation(
            summary = "All published versions of an item, a one-thing or a window and what each changed, newest first")
    @GetMapping("/versions")
    List<RecordVersion> versions(@RequestParam Revision.Kind kind, @RequestParam String name) {
        return lists.versions(kind, name);
    }

    private RevisionLine once(String key, long id, RevisionAct act, Actor actor, Supplier<Revision> doing) {
        return RevisionLine.of(calls.once(new IdempotencyKey(key), id, act, actor, doing));
    }

    private WholeRevision whole(long id, Actor actor) {
        return WholeRevision.of(revisions.view(id, actor), waivers.holding());
    }
}
