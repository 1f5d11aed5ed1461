package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What was allowed to projects, and what of it was taken back. */
@Repository
class AllowanceTable {

    private static final String ALLOW = """
            with allowed as (
                insert into approval.allowance (region, project, stage, item, item_name, kind, reason, ground, who, who_name,
                        at, idempotency_key)
                select :region, :project, :stage, item, item_name, :kind, :reason, :ground, :who, :whoName, :at, :key
                from unnest(:items::text[], :names::text[]) as given (item, item_name)
                returning item
            )
            select audit.record(:region, :moment, :who, 'project.allow', :project,
                                :kind || ' ' || :stage || ' ' || string_agg(item, ' ' order by item))
            from allowed having count(*) > 0
            """;

    private static final String TAKE_BACK = """
            with taken as (
                update approval.allowance
                set taken_back_by = :who, taken_back_name = :whoName, taken_back_at = :at, taken_back_reason = :reason,
                    taken_back_key = :key
                where region = :region and project = :project and id = :id and taken_back_at is null
                returning kind || ' ' || stage || ' ' || item as what
            )
            select audit.record(:region, :moment, :who, 'project.take-back', :project, what) from taken
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Clock clock;

    AllowanceTable(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.clock = clock;
    }

    /** Of one project, oldest first; what was taken back, too. */
    List<Allowance> of(String project) {
        return here("select * from approval.allowance where region = :region and project = :project order by at, stage, item")
                .param("project", project)
                .query(AllowanceTable::allowance)
                .list();
    }

    /** An allowance that was given or taken back under a key, and of which project. */
    record Done(String project, Allowance allowance) {}

    List<Done> given(Actor actor, IdempotencyKey key) {
        return done("who = :who and idempotency_key = :key order by item", actor, key);
    }

    Optional<Done> takenBack(Actor actor, IdempotencyKey key) {
        return done("taken_back_by = :who and taken_back_key = :key", actor, key).stream()
                .findFirst();
    }

    private List<Done> done(String how, Actor actor, IdempotencyKey key) {
        return here("select * from approval.allowance where region = :region and " + how)
                .param("who", actor.account())
                .param("key", key.value())
                .query((row, index) -> new Done(row.getString("project"), allowance(row, index)))
                .list();
    }

    /** @throws org.springframework.dao.DuplicateKeyException if one of them was allowed meanwhile */
    void allow(String project, AskedAllowance asked, List<MissingItem> missing, Actor actor, IdempotencyKey key) {
        run(
                here(ALLOW)
                        .param("stage", asked.stage())
                        .param("items", texts(missing, MissingItem::item))
                        .param("names", texts(missing, MissingItem::itemName))
                        .param("kind", asked.mustKind().name())
                        .param("reason", asked.reason().strip())
                        .param("ground", asked.ground().strip()),
                project,
                actor,
                key);
    }

    /** Until the end of the transaction nothing is accepted on it: what was, is there to be read afterwards. */
    Optional<Allowance> locked(String project, long id) {
        return here("select * from approval.allowance where region = :region and project = :project and id = :id for update")
                .param("project", project)
                .param("id", id)
                .query(AllowanceTable::allowance)
                .optional();
    }

    /** Of one that is {@link #locked} and holds. */
    void takeBack(String project, long id, String reason, Actor actor, IdempotencyKey key) {
        run(here(TAKE_BACK).param("id", id).param("reason", reason), project, actor, key);
    }

    private void run(StatementSpec statement, String project, Actor actor, IdempotencyKey key) {
        LocalDateTime at = LocalDateTime.now(clock);
        statement
                .param("project", project)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", at)
                .param("moment", at.atZone(clock.getZone()).toOffsetDateTime())
                .param("key", key.value())
                .query((row, index) -> true)
                .list();
    }

    private StatementSpec here(String sql) {
        return jdbc.sql(sql).param("region", centre.region());
    }

    private static Allowance allowance(ResultSet row, int index) throws SQLException {
        return new Allowance(
                row.getLong("id"),
                row.getString("stage"),
                row.getString("item"),
                row.getString("item_name"),
                Allowance.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getString("ground"),
                row.getString("who"),
                row.getString("who_name"),
                row.getObject("at", LocalDateTime.class),
                takenBack(row));
    }

    private static Allowance.@Nullable TakenBack takenBack(ResultSet row) throws SQLException {
        String by = row.getString("taken_back_by");
        return by == null
                ? null
                : new Allowance.TakenBack(
                        by,
                        row.getString("taken_back_name"),
                        row.getObject("taken_back_at", LocalDateTime.class),
                        row.getString("taken_back_reason"));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
