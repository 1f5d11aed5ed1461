package city.onewindow.catalog.revision;

import city.onewindow.audit.Audit;
import city.onewindow.identity.Actor;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves revisions along their {@link Course}, and has it audited. */
@Repository
class RevisionMoves {

    /**
     * Moves and writes the history in one statement; nothing is written if it no longer stands where the act begins. A day is set by
     * the centre and holds until the next act: what was given back and comes again waits for the centre again.
     */
    private static final String MOVE = """
            with moved as (
                update catalog.revision
                set status = :to, edition = :edition, holds_from = :holdsFrom
                where id = any(:ids) and status = :from and (:saves::int is null or saves = :saves)
                returning id
            ), closed as (
                delete from catalog.revision_state where revision in (select id from moved) and :to in ('PUBLISHED', 'WITHDRAWN')
            )
            insert into catalog.revision_history (revision, at, who, who_name, department, act, from_status, to_status, remark)
            select id, :at, :who, :whoName, :department, :act, :from, :to, :remark from moved
            """;

    private final JdbcClient jdbc;
    private final RevisionTable table;
    private final AttachedForms forms;
    private final Audit audit;
    private final Clock clock;

    RevisionMoves(JdbcClient jdbc, RevisionTable table, AttachedForms forms, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.forms = forms;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@link #walk(Revision, RevisionAct, Integer, String, LocalDate, Actor)} with nothing to say. */
    void walk(Revision revision, RevisionAct act, @Nullable Integer saves, Actor actor) {
        walk(revision, act, saves, "", null, actor);
    }

    /**
     * @param saves of the revision as the actor read it: he agrees to what he read, not to what somebody made of it meanwhile; null if
     *     he doesn't say, or need not have read it
     * @param holdsFrom the day on which it shall be published; null if none is set
     * @throws city.onewindow.kernel.Problem.Conflict if it doesn't stand where the act begins, or was saved since
     */
    void walk(
            Revision revision,
            RevisionAct act,
            @Nullable Integer saves,
            String remark,
            @Nullable LocalDate holdsFrom,
            Actor actor) {
        Course.Edge edge = Course.edge(revision.status(), act).orElseThrow(() -> RevisionWords.moved(revision));
        if (move(List.of(revision.id()), saves, edge, remark, holdsFrom, null, actor) == 0) {
            Revision now = table.get(revision.id());
            RevisionWords.mustStand(now, edge.from(), saves);
            throw RevisionWords.moved(now);
        }
        audit.record(actor.account(), act.audited(), revision.key(), String.valueOf(revision.id()));
        if (act == RevisionAct.WITHDRAW) {
            forms.forget(revision, actor);
        }
    }

    /** @param remark why it is published now; empty if the actor does so himself */
    void publish(Revision revision, String remark, int edition, Actor actor) {
        Course.Edge edge = Course.edge(revision.status(), RevisionAct.PUBLISH).orElseThrow();
        if (move(List.of(revision.id()), revision.saves(), edge, remark, LocalDate.now(clock), edition, actor) == 0) {
            throw RevisionWords.moved(revision);
        }
        String how = remark.isEmpty() ? "" : ", as scheduled";
        audit.record(actor.account(), "revision.publish", revision.key(), "edition " + edition + how);
    }

    /** Several at once, unread. @return how many of them stood where the edge begins */
    int move(Collection<Long> ids, Course.Edge edge, String remark, Actor actor) {
        return move(ids, null, edge, remark, null, null, actor);
    }

    private int move(
            Collection<Long> ids,
            @Nullable Integer saves,
            Course.Edge edge,
            String remark,
            @Nullable LocalDate holdsFrom,
            @Nullable Integer edition,
            Actor actor) {
        return jdbc.sql(MOVE)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("department", actor.department())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(Long[]::new))
                .param("saves", saves, Types.INTEGER)
                .param("from", edge.from().name())
                .param("to", edge.to().name())
                .param("act", edge.act().name())
                .param("remark", remark)
                .param("holdsFrom", holdsFrom, Types.DATE)
                .param("edition", edition, Types.INTEGER)
                .update();
    }
}
