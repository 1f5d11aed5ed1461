package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import city.onewindow.window.WindowList;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 转窗口: a window is closed while what was handed in online still waits there. The centre's manager hands it to an open window that takes
 * such an errand in; that window's clerks answer it from then on, and its days go on.
 */
@Service
public class Rerouting {

    private final Applications applications;
    private final PreReviews preReviews;
    private final Reroutings reroutings;
    private final Dossiers dossiers;
    private final Catalogs catalogs;
    private final Audit audit;
    private final Clock clock;

    Rerouting(
            Applications applications,
            PreReviews preReviews,
            Reroutings reroutings,
            Dossiers dossiers,
            Catalogs catalogs,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.preReviews = preReviews;
        this.reroutings = reroutings;
        this.dossiers = dossiers;
        this.catalogs = catalogs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The windows of today that take in what an application is for. */
    List<Window> takers(String number) {
        return applications.find(number).map(this::takers).orElse(List.of());
    }

    private List<Window> takers(Application application) {
        Catalog catalog = catalogs.current();
        Errand errand = dossiers.of(application).merge().errand();
        return catalog.windows().stream()
                .filter(window -> WindowList.of(catalog, window.code()).takes(errand))
                .toList();
    }

    /**
     * Hands one over. The same key again changes nothing, here and below.
     *
     * @param to code of the window
     * @throws Problem.NotFound if nothing of that number waits for a window
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
        Application application = applications
                .find(number)
                .filter(found -> isWaiting(found.status()))
                .orElseThrow(() -> new Problem.NotFound("没有编号为 " + number + " 的网上申请在等窗口。请刷新页面查看最新情况。"));
        catalogs.current().window(application.window()).ifPresent(open -> {
            throw new Problem.Conflict("申请 " + number + " 在" + open.name() + "，这个窗口开着，由它答复，不转窗口。");
        });
        mustTake(application, to);
        return move(application, to, actor, key);
    }

    /** Hands over all that waits at a closed window and that another one takes in; what none does stays, and stays in the list. */
    @Transactional
    public List<Rerouted> allOf(String window, Actor actor, @Nullable IdempotencyKey key) {
        actor.must(Role.MANAGER);
        List<Rerouted> before = reroutings.under(key, actor.account());
        if (!before.isEmpty()) {
            if (before.stream().anyMatch(done -> !done.from().equals(window))) {
                throw IdempotencyKey.used("另一次转窗口");
            }
            return before;
        }
        catalogs.current().window(window).ifPresent(open -> {
            throw new Problem.Conflict(open.name() + "开着，网上提交的由它答复，不转窗口。");
        });
        List<Rerouted> moved = new ArrayList<>();
        for (WaitingPreReview waiting : preReviews.waiting(window)) {
            Application application = applications.find(waiting.number()).orElseThrow();
            takers(application).stream()
                    .findFirst()
                    .ifPresent(taker -> moved.add(move(application, taker.code(), actor, key)));
        }
        return moved;
    }

    /** What left a window, for those who sat there. */
    @Transactional(readOnly = true)
    public List<Rerouted> away(Actor actor) {
        actor.must(Role.CLERK);
        return actor.window() == null ? List.of() : reroutings.awayFrom(actor.window());
    }

    private Rerouted move(Application application, String to, Actor actor, @Nullable IdempotencyKey key) {
        LocalDateTime now = LocalDateTime.now(clock);
        reroutings.move(application, to, actor.account(), now, key);
        audit.record(actor.account(), "application.reroute", application.number(), application.window() + " -> " + to);
        return new Rerouted(
                application.number(),
                dossiers.of(application).merge().errand().title(),
                application.window(),
                to,
                catalogs.current().window(to).map(Window::name).orElse(to),
                now);
    }

    private void mustTake(Application application, String to) {
        List<Window> takers = takers(application);
        if (takers.stream().noneMatch(window -> window.code().equals(to))) {
            throw new Problem.InvalidInput(
                    "/window",
                    takers.isEmpty()
                            ? "现在没有窗口受理这件事，不能转。请恢复窗口，或者联系申请人。"
                            : "「" + to + "」不受理这件事。可以转到："
                                    + takers.stream()
                                            .map(window -> window.code() + "（" + window.name() + "）")
                                            .collect(Collectors.joining("、"))
                                    + "。");
        }
    }

    private static boolean isWaiting(ApplicationStatus status) {
        return status == ApplicationStatus.PRE_REVIEW || status == ApplicationStatus.SUBMITTED;
    }
}
