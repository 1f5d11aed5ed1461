package city.onewindow.connection;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.kernel.Slice;
import java.time.Clock;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What didn't reach a department's system, and what is done about it: for those who connect systems. */
@Service
@Transactional
public class Deliveries {

    /** What was given up is counted no further. */
    public static final int COUNTED = 999;

    private static final String RESEND = "delivery.resend";
    private static final String PUT_ASIDE = "delivery.put-aside";

    private final DeliveryTable deliveries;
    private final Clock clock;

    Deliveries(DeliveryTable deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * What was given up, or still waits, the oldest first.
     *
     * @param after {@link Slice#next()} of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public Slice<Delivery> unsent(
            String department, DeliveryState state, @Nullable String after, int size, Actor actor) {
        Callers.mustConnect(actor);
        if (state != DeliveryState.DEAD && state != DeliveryState.PENDING) {
            throw new Problem.InvalidInput("/state", "只能列出 DEAD（已停发）或 PENDING（待发送）的消息。");
        }
        return Slice.of(
                deliveries.unsent(department, state, Places.read(after), size + 1),
                size,
                one -> String.valueOf(one.id()));
    }

    /** How many events were given up, of all departments, counted up to {@link #COUNTED}; for the navigation. */
    @Transactional(readOnly = true)
    public long givenUp() {
        return deliveries.dead(COUNTED);
    }

    /** Sends it again from the beginning; what is on its way or arrived meanwhile is left as it is. */
    public Delivery resend(String department, long id, Actor actor) {
        return change(department, id, DeliveryState.PENDING, RESEND, actor);
    }

    /** Goes on without it, so that later events of the matter are sent; it can still be read from the feed. */
    public Delivery putAside(String department, long id, Actor actor) {
        return change(department, id, DeliveryState.PUT_ASIDE, PUT_ASIDE, actor);
    }

    /** @return how many are sent again */
    public int resendAll(String department, Actor actor) {
        Callers.mustConnect(actor);
        return deliveries.change(
                department, null, DeliveryState.PENDING, RESEND, LocalDateTime.now(clock), actor.account());
    }

    private Delivery change(String department, long id, DeliveryState to, String act, Actor actor) {
        Callers.mustConnect(actor);
        int changed = deliveries.change(department, id, to, act, LocalDateTime.now(clock), actor.account());
        Delivery now = deliveries
                .one(department, id)
                .orElseThrow(() -> new Problem.NotFound("部门“" + department + "”没有编号为 " + id + " 的消息。请刷新页面后重试。"));
        boolean reached = now.state() == to || to == DeliveryState.PENDING && now.state() == DeliveryState.DELIVERED;
        if (changed == 0 && !reached) {
            throw new Problem.Conflict("消息 " + id + " 现在是“" + now.state().term() + "”，只有“" + DeliveryState.DEAD.term()
                    + "”的可以重发或搁置。请刷新页面查看最新情况。");
        }
        return now;
    }
}
