package city.onewindow.connection;

import city.onewindow.approval.Unread;
import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which department's own system is told what happens, and where: for the centre's managers and its administrators. */
@Service
@Transactional
public class Endpoints {

    private final EndpointTable endpoints;
    private final Unread unread;
    private final Events events;
    private final DeliveryTable deliveries;
    private final Addresses addresses;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    Endpoints(
            EndpointTable endpoints,
            Unread unread,
            Events events,
            DeliveryTable deliveries,
            Addresses addresses,
            Catalogs catalogs,
            Audit audit,
            Clock clock) {
        this.endpoints = endpoints;
        this.unread = unread;
        this.events = events;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that are named, by department. */
    @Transactional(readOnly = true)
    public List<EndpointStatus> all(Actor actor) {
        Callers.mustConnect(actor);
        return endpoints.all();
    }

    /** @throws Problem.NotFound if none is named for the department */
    @Transactional(readOnly = true)
    public EndpointStatus of(String department, Actor actor) {
        return all(actor).stream()
                .filter(one -> one.endpoint().department().equals(department))
                .findFirst()
                .orElseThrow(() -> unknown(department));
    }

    /**
     * Names a department's address, or changes it: what happens from now on is sent there, and where the department was told nothing
     * before, what happened to its open matters. The same again changes nothing.
     *
     * @param newSecret makes a new secret or key pair although the kind stays; another kind always has a new one
     */
    public NamedEndpoint name(
            String department, String typed, @Nullable Signing signing, boolean newSecret, Actor actor) {
        Callers.mustConnect(actor);
        Signing kind = check(department, typed, signing);
        String url = typed.strip();
        LocalDateTime now = LocalDateTime.now(clock);
        Optional<Endpoint> before = endpoints.locked(department);
        if (before.isPresent() && before.get().signing() == kind && !newSecret) {
            return new NamedEndpoint(moved(before.get(), url, now, actor), null);
        }
        Signing.Key key = kind.newKey();
        Endpoint named = new Endpoint(department, url, kind, key.publicKey(), now, actor.account());
        endpoints.save(named, key.secret());
        unread.tell(department);
        deliveries.hurry(department, now);
        audit.record(actor.account(), "endpoint.name", department, url + " " + kind);
        return new NamedEndpoint(named, key.publicKey() == null ? key.secret() : null);
    }

    private Endpoint moved(Endpoint before, String url, LocalDateTime now, Actor actor) {
        if (before.url().equals(url)) {
            return before;
        }
        endpoints.moved(before.department(), url, now, actor.account());
        deliveries.hurry(before.department(), now);
        audit.record(actor.account(), "endpoint.move", before.department(), before.url() + " -> " + url);
        return new Endpoint(before.department(), url, before.signing(), before.publicKey(), now, actor.account());
    }

    /** Nothing is sent to the department any more; what was on its way is put aside, and can still be read from the feed. */
    public void remove(String department, Actor actor) {
        Callers.mustConnect(actor);
        // Nobody numbers an event, and finds the address still there, while it goes.
        events.lockNumbers();
        Endpoint before = endpoints.locked(department).orElseThrow(() -> unknown(department));
        deliveries.putAllAside(department);
        endpoints.delete(department);
        audit.record(actor.account(), "endpoint.remove", department, before.url());
    }

    private Signing check(String department, String url, @Nullable Signing signing) {
        List<Fault> faults = new ArrayList<>();
        if (catalogs.current().department(department).isEmpty()) {
            throw new Problem.NotFound("没有代码为“" + department + "”的部门。请核对部门代码。");
        }
        if (signing == null) {
            faults.add(new Fault("/signing", "请选择签名方式：HMAC_SM3 或 ED25519。"));
        }
        addresses.refusal(url.strip()).ifPresent(reason -> faults.add(new Fault("/url", reason)));
        if (signing == null || !faults.isEmpty()) {
            throw new Problem.InvalidInput(faults);
        }
        return signing;
    }

    private static Problem.NotFound unknown(String department) {
        return new Problem.NotFound("部门“" + department + "”还没有接收地址。请先填写接收地址。");
    }
}
