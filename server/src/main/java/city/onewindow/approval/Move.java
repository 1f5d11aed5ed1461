package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One department's act on one matter, about to be done.
 *
 * @param document number of the official document that it gives; null if none
 */
record Move(
        Matter matter,
        Procedure.Edge edge,
        Said said,
        Actor actor,
        LocalDateTime at,
        @Nullable String document,
        @Nullable IdempotencyKey key) {

    Move giving(String number) {
        return new Move(matter, edge, said, actor, at, number, key);
    }

    @Nullable
    Outcome outcome() {
        return switch (edge.act()) {
            case GRANT -> Outcome.GRANTED;
            case DENY -> Outcome.DENIED;
            default -> null;
        };
    }

    @Nullable
    String reviewer() {
        return edge.act() == Act.REVIEW ? actor.account() : null;
    }
}
