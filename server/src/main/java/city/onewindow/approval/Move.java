package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One department's act on one matter, about to be done.
 *
 * @param copy the official document that it gives; null if none
 */
record Move(
        String number,
        String item,
        Procedure.Edge edge,
        Said said,
        Actor actor,
        LocalDateTime at,
        @Nullable FairCopy copy,
        @Nullable IdempotencyKey key) {

    Move giving(FairCopy document) {
        return new Move(number, item, edge, said, actor, at, document, key);
    }

    @Nullable
    Outcome outcome() {
        return switch (edge.act()) {
            case GRANT, GRANT_DECLARED -> Outcome.GRANTED;
            case DENY -> Outcome.DENIED;
            default -> null;
        };
    }

    @Nullable
    String reviewer() {
        return edge.act() == Act.REVIEW ? actor.account() : null;
    }

    @Nullable
    String examiner() {
        return edge.act() == Act.EXAMINE ? actor.account() : null;
    }
}
