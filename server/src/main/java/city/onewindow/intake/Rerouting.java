package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转窗口: a window is closed while something that is neither accepted nor over still lies there. The centre's manager hands it to an open window that takes
 * such an errand in; that window's clerks have it from then on, and its days go on.
 */
@Service
public class Rerouting {

    /** As many as are handed over at a time. */
    private static final int AT_A_TIME = 200;

    private final Reroutings reroutings;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    Rerouting(Reroutings reroutings, Catalogs catalogs, Audit audit, Clock clock) {
        this.reroutings = reroutings;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Hands one over. The same key again changes nothing, here and below.
     *
     * @param to code of the window
     * @throws Problem.NotFound if nothing of that number lies at a window
     * @throws Problem.Conflict if its window is open, or somebody else was faster
     * @throws Problem.InvalidInput at /window if that window doesn't take it in
     */
    @Transactional
    public Rerouted one(String number, String to, Actor actor, @Nullable IdempotencyKey key) {
        actor.must(Role.MANAGER);
        List<Rerouted> before = reroutings.under(key, actor.account());
        if (!before.isEmpty()) {
            return before.stream()
                    .filter(done -> done.number().equals(number) && done.to().equals(to))
                    .findFirst()
                    .orElseThrow(() -> IdempotencyKey.used("另一次转窗口"));
        }
        Lying lying = reroutings
                .lying(number)
                .orElseThrow(() -> new Problem.NotFound("没有编号为 " + number + " 的申请在窗口等着办。请刷新页面查看最新情况。"));
        catalogs.current().window(lying.window()).ifPresent(open -> {
            throw new Problem.Conflict("申请 " + number + " 在" + open.name() + "，这个窗口开着，由它办，不转窗口。");
        });
        return move(lying, taker(lying, to), actor, key)
                .orElseThrow(() -> new Problem.Conflict("申请 " + number + " 刚刚有人办过，或者已经转走，没有再转。请刷新页面查看最新情况。"));
    }

    /**
     * Hands over all that lies at a closed window and that another one takes in; what none does stays, and stays in the list, and so
     * does what somebody changes at that moment.
     */
    @Transactional
    public ReroutedAll allOf(String window, Actor actor, @Nullable IdempotencyKey key) {
        actor.must(Role.MANAGER);
        List<Rerouted> before = reroutings.under(key, actor.account());
        if (!before.isEmpty()) {
            if (before.stream().anyMatch(done -> !done.from().equals(window))) {
                throw IdempotencyKey.used("另一次转窗口");
            }
            return new ReroutedAll(before, List.of());
        }
        catalogs.current().window(window).ifPresent(open -> {
            throw new Problem.Conflict(open.name() + "开着，那里的由它办，不转窗口。");
        });
        List<Rerouted> moved = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        Takers takers = new Takers(catalogs.current());
        for (Lying lying : reroutings.lyingAt(window, AT_A_TIME)) {
            takers.of(lying.choice()).stream()
                    .findFirst()
                    .ifPresent(taker -> move(lying, taker, actor, key)
                            .ifPresentOrElse(moved::add, () -> changed.add(lying.number())));
        }
        return new ReroutedAll(moved, changed);
    }

    /** What left a window, for those who sat there. */
    @Transactional(readOnly = true)
    public List<Rerouted> away(Actor actor) {
        actor.must(Role.CLERK);
        return actor.window() == null ? List.of() : reroutings.awayFrom(actor.window());
    }

    /** @return empty if somebody was faster */
    private Optional<Rerouted> move(Lying lying, Window to, Actor actor, @Nullable IdempotencyKey key) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (!reroutings.move(lying, to.code(), actor.account(), now, key)) {
            return Optional.empty();
        }
        audit.record(actor.account(), "application.reroute", lying.number(), lying.window() + " -> " + to.code());
        return Optional.of(new Rerouted(lying.number(), lying.title(), lying.window(), to.code(), to.name(), now));
    }

    private Window taker(Lying lying, String to) {
        List<Window> takers = new Takers(catalogs.current()).of(lying.choice());
        return takers.stream()
                .filter(window -> window.code().equals(to))
                .findFirst()
                .orElseThrow(() -> new Problem.InvalidInput(
                        "/window",
                        takers.isEmpty()
                                ? "现在没有窗口受理这件事，不能转。请恢复窗口，或者联系申请人。"
                                : "「" + to + "」不受理这件事。可以转到："
                                        + takers.stream()
                                                .map(window -> window.code() + "（" + window.name() + "）")
                                                .collect(Collectors.joining("、"))
                                        + "。"));
    }
}
