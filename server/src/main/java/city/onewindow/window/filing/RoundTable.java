package city.onewindow.window.filing;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.window.Annex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rounds. */
@Repository
class RoundTable {

    /** Tables that were asked for or returned, and have not been filed since; and those that were read last and can be filed. */
    private static final String OWED = """
            with own as (
                select id, annex, subject, status, counts, head_flaws from "window".filing
                where region = :region and round = :round and department = :department and annex = any(:annexes)
            ), last as (
                select distinct on (annex, subject) * from own where status <> 'DROPPED' order by annex, subject, id desc
            ), asked as (
                select annex, subject from "window".reminder
                where region = :region and round = :round and department = :department and annex = any(:annexes)
                union
                select annex, subject from own where status = 'RETURNED'
                except
                select annex, subject from own where status in ('FILED', 'ACCEPTED')
            )
            select count(*) from (
                select annex, subject from asked
                union
                select annex, subject from last where status = 'READ' and counts -> 'WRONG' is null and head_flaws = '[]'
            ) waiting
            """;

    private final JdbcClient jdbc;
    private final String region;

    RoundTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    private StatementSpec sql(String statement) {
        return jdbc.sql(statement).param("region", region);
    }

    private StatementSpec acting(String statement, Actor actor, Instant at) {
        return sql(statement)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    /** Empty if another one is open. */
    Optional<Long> open(String name, LocalDate due, @Nullable IdempotencyKey key, Actor actor, Instant at) {
        return acting("""
                        insert into "window".round (region, name, due, opened_by, opened_by_name, opened_at, idempotency_key)
                        values (:region, :name, :due, :who, :whoName, :at, :key)
                        on conflict do nothing returning id
                        """, actor, at)
                .param("key", key == null ? null : key.value(), Types.VARCHAR)
                .param("name", name)
                .param("due", due)
                .query(Long.class)
                .optional();
    }

    Optional<Round> keyed(Actor actor, IdempotencyKey key) {
        return sql("select * from \"window\".round where region = :region and opened_by = :who and idempotency_key = :key")
                .param("who", actor.account())
                .param("key", key.value())
                .query(RoundTable::round)
                .optional();
    }

    /** @return whether it was open */
    boolean distribute(long id, Actor actor, Instant at) {
        return acting("""
                        update "window".round set distributed_by = :who, distributed_by_name = :whoName, distributed_at = :at
                        where region = :region and id = :id and distributed_at is null
                        """, actor, at).param("id", id).update() > 0;
    }

    Optional<Round> current() {
        return sql("select * from \"window\".round where region = :region and distributed_at is null")
                .query(RoundTable::round)
                .optional();
    }

    /** The open one, which nobody can distribute until the transaction ends; any number may have it so. */
    Optional<Round> currentKept() {
        return sql("select * from \"window\".round where region = :region and distributed_at is null for share")
                .query(RoundTable::round)
                .optional();
    }

    /** The open one, of which nobody else can have anything until the transaction ends. */
    Optional<Round> currentHeld() {
        return sql("select * from \"window\".round where region = :region and distributed_at is null for no key update")
                .query(RoundTable::round)
                .optional();
    }

    /** The one that was distributed last. */
    Optional<Round> distributed() {
        return sql("""
                        select * from "window".round where region = :region and distributed_at is not null
                        order by distributed_at desc, id desc limit 1
                        """).query(RoundTable::round).optional();
    }

    boolean isDistributedBy(long id, Actor actor) {
        return sql("select count(*) from \"window\".round where region = :region and id = :id and distributed_by = :who")
                        .param("id", id)
                        .param("who", actor.account())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    Optional<Round> find(long id) {
        return sql("select * from \"window\".round where region = :region and id = :id")
                .param("id", id)
                .query(RoundTable::round)
                .optional();
    }

    /** Newest first. */
    List<Round> list(long before, int limit) {
        return sql("select * from \"window\".round where region = :region and id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(RoundTable::round)
                .list();
    }

    /** How many of such annexes a department has yet to file. */
    long owed(long round, String department, Collection<Annex> annexes) {
        return sql(OWED)
                .param("round", round)
                .param("department", department)
                .param("annexes", annexes.stream().map(Annex::number).toArray(Integer[]::new))
                .query(Long.class)
                .single();
    }

    private static Round round(ResultSet row, int index) throws SQLException {
        OffsetDateTime distributed = row.getObject("distributed_at", OffsetDateTime.class);
        @Nullable String by = row.getString("distributed_by_name");
        return new Round(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("due", LocalDate.class),
                row.getString("opened_by_name"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                by,
                distributed == null ? null : distributed.toInstant());
    }
}
