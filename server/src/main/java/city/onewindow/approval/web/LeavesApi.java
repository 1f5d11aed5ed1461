package city.onewindow.approval.web;

import city.onewindow.approval.AskedLeave;
import city.onewindow.approval.Leave;
import city.onewindow.approval.Leaves;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is away and who stands in, over HTTP (请假代理). */
@RestController
@RequestMapping("/api/leaves")
@PreAuthorize(LeavePages.CALLERS)
@Tag(name = "leaves", description = "请假代理")
class LeavesApi {

    private final Leaves leaves;

    LeavesApi(Leaves leaves) {
        this.leaves = leaves;
    }

    /** @param authorisation by the head of the department, if whoever calls is that; may be left out */
    record Naming(@Nullable String standIn, @Nullable String authorisation) {}

    record Authorising(@Nullable String authorisation) {}

    record Shortening(@Nullable LocalDate until) {}

    /** Those that run or will: of the own department, of all for the centre. */
    @GetMapping
    List<Leave> open(Actor actor) {
        return leaves.open(actor);
    }

    /** Codes of departments in which nobody decides today: all who do are on leave, without a stand-in who may. */
    @GetMapping("/undecided")
    @PreAuthorize("hasRole('MANAGER')")
    List<String> undecided(Actor actor) {
        return leaves.undecided(actor);
    }

    @GetMapping("/{id}")
    Leave show(@PathVariable long id, Actor actor) {
        return leaves.one(id, actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Leave> register(
            @RequestBody AskedLeave leave, @RequestHeader(IdempotencyKey.HEADER) String key, Actor actor) {
        Leave registered = leaves.register(leave, actor, new IdempotencyKey(key));
        return ResponseEntity.created(URI.create("/api/leaves/" + registered.id()))
                .body(registered);
    }

    /** Says who stands in, or who else. */
    @PutMapping("/{id}/stand-in")
    Leave nameStandIn(@PathVariable long id, @RequestBody Naming naming, Actor actor) {
        return leaves.nameStandIn(
                id, MattersApi.text(naming.standIn()), MattersApi.text(naming.authorisation()), actor);
    }

    /** The head of the department says that the stand-in may decide. */
    @PutMapping("/{id}/authorisation")
    @PreAuthorize("hasRole('HEAD')")
    Leave authorise(@PathVariable long id, @RequestBody Authorising authorising, Actor actor) {
        return leaves.authorise(id, MattersApi.text(authorising.authorisation()), actor);
    }

    /** Ends it on an earlier day. */
    @PutMapping("/{id}/until")
    Leave shorten(@PathVariable long id, @RequestBody Shortening shortening, Actor actor) {
        return leaves.shorten(id, shortening.until(), actor);
    }

    /** Ends it at once, or gives it up before it begins. */
    @DeleteMapping("/{id}")
    Leave takeBack(@PathVariable long id, Actor actor) {
        return leaves.takeBack(id, actor);
    }
}
