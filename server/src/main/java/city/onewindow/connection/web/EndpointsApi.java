package city.onewindow.connection.web;

import city.onewindow.connection.Deliveries;
import city.onewindow.connection.Delivery;
import city.onewindow.connection.DeliveryState;
import city.onewindow.connection.EndpointStatus;
import city.onewindow.connection.Endpoints;
import city.onewindow.connection.NamedEndpoint;
import city.onewindow.connection.Signing;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where departments' own systems are told what happens, and what didn't reach them. */
@RestController
@RequestMapping("/api/endpoints")
@PreAuthorize("hasAnyRole('MANAGER', 'ADMINISTRATOR')")
class EndpointsApi {

    private final Endpoints endpoints;
    private final Deliveries deliveries;

    EndpointsApi(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /** @param newSecret makes a new secret or key pair although the way of signing stays */
    record Naming(
            @Nullable String url,
            @Nullable Signing signing,
            @Nullable Boolean newSecret) {}

    /** @param state PENDING sends it again, PUT_ASIDE goes on without it */
    record Change(@Nullable DeliveryState state) {}

    /** @param count how many are sent again */
    record Resent(int count) {}

    /** All of them: the list is whole. */
    @GetMapping
    List<EndpointStatus> all(Actor actor) {
        return endpoints.all(actor);
    }

    @GetMapping("/{department}")
    EndpointStatus show(@PathVariable String department, Actor actor) {
        return endpoints.of(department, actor);
    }

    /** Names or changes it; the secret is answered once. */
    @PutMapping("/{department}")
    NamedEndpoint name(@PathVariable String department, @RequestBody Naming naming, Actor actor) {
        return endpoints.name(
                department,
                Objects.requireNonNullElse(naming.url(), ""),
                naming.signing(),
                Boolean.TRUE.equals(naming.newSecret()),
                actor);
    }

    /** Nothing is sent any more; what was on its way is put aside and stays in the feed. */
    @DeleteMapping("/{department}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String department, Actor actor) {
        endpoints.remove(department, actor);
    }

    /** What was given up (DEAD) or waits (PENDING). */
    @GetMapping("/{department}/deliveries")
    Slice<Delivery> unsent(
            @PathVariable String department,
            @RequestParam(defaultValue = "DEAD") DeliveryState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer size,
            Actor actor) {
        return deliveries.unsent(department, state, after, Slice.size(size), actor);
    }

    /** Sends all again that were given up. */
    @PutMapping("/{department}/deliveries")
    Resent resendAll(@PathVariable String department, @RequestBody Change change, Actor actor) {
        if (change.state() != DeliveryState.PENDING) {
            throw new Problem.InvalidInput("/state", "全部重发时请填写 PENDING；搁置要逐条办理。");
        }
        return new Resent(deliveries.resendAll(department, actor));
    }

    /** Sends one again that was given up, or puts it aside. */
    @PutMapping("/{department}/deliveries/{id}")
    Delivery change(@PathVariable String department, @PathVariable long id, @RequestBody Change change, Actor actor) {
        if (change.state() == DeliveryState.PENDING) {
            return deliveries.resend(department, id, actor);
        }
        if (change.state() == DeliveryState.PUT_ASIDE) {
            return deliveries.putAside(department, id, actor);
        }
        throw new Problem.InvalidInput("/state", "请填写 PENDING（重发）或 PUT_ASIDE（搁置）。");
    }
}
