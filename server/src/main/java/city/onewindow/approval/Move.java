package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * One department's act on one matter, about to be done.
 *
 * @param copy the official document that it gives; null if none
 * @param record number of the record of a hearing (听证笔录) on which a decision rests; null if none
 */
record Move(
        String number,
        String item,
        Procedure.Edge edge,
        Said said,
        Actor actor,
        LocalDateTime at,
        @Nullable FairCopy copy,
        @Nullable IdempotencyKey key,
        @Nullable String record) {

    Move(
            String number,
            String item,
            Procedure.Edge edge,
            Said said,
            Actor actor,
            LocalDateTime at,
            @Nullable FairCopy copy,
            @Nullable IdempotencyKey key) {
        this(number, item, edge, said, actor, at, copy, key, null);
    }

    Move giving(FairCopy document) {
        return new Move(number, item, edge, said, actor, at, document, key, record);
    }

    Move by(Actor other) {
        return new Move(number, item, edge, said, other, at, copy, key, record);
    }

    Move along(Procedure.Edge other) {
        return new Move(number, item, other, said, actor, at, copy, key, record);
    }

    Move saying(Said words) {
        return new Move(number, item, edge, words, actor, at, copy, key, record);
    }

    Move restingOn(@Nullable String hearing) {
        return new Move(number, item, edge, said, actor, at, copy, key, hearing);
    }

    /**
     * What every statement that does an act is given, by name. What may be null says its type: one of unknown type would make
     * PostgreSQL plan the statement anew each time.
     */
    MapSqlParameterSource values(String region, ZoneId zone) {
        return new MapSqlParameterSource()
                .addValue("region", region)
                .addValue("number", number)
                .addValue("item", item)
                .addValue("department", actor.department(), Types.VARCHAR)
                .addValue("act", edge.act().name())
                .addValue("audited", edge.act().audited())
                .addValue("from", edge.from().name())
                .addValue("to", edge.to().name())
                .addValue("at", at)
                .addValue("moment", at.atZone(zone).toOffsetDateTime())
                .addValue("who", actor.account())
                .addValue("whoName", actor.name())
                .addValue("absent", actor.absent(), Types.VARCHAR)
                .addValue("inPlace", inPlace(actor))
                .addValue("opinion", said.opinion())
                .addValue("ground", said.ground())
                .addValue("copy", copy == null ? null : copy.row(), Types.VARCHAR)
                .addValue("key", key == null ? null : key.value(), Types.VARCHAR)
                .addValue("system", HistoryEntry.SYSTEM)
                .addValue("systemName", HistoryEntry.SYSTEM_NAME);
    }

    /** Whether it may be done here even if the matter is worked in the department's own system. */
    boolean isAllowedAnywhere() {
        return WorkedThere.isAllowedAnywhere(edge.act(), actor);
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

    /** What the audit log adds to what was acted on where somebody stands in; empty where nobody does. */
    static String inPlace(Actor actor) {
        return actor.absent() == null ? "" : " 代" + actor.absent();
    }
}
