package city.onewindow.window.filing;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.window.Annex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** What the centre reminded departments of. */
@Repository
class ReminderTable {

    private final JdbcClient jdbc;
    private final String region;

    ReminderTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    /**
     * @param times how often
     * @param last when last
     */
    record Reminded(Target target, int times, Instant last) {}

    private StatementSpec sql(String statement) {
        return jdbc.sql(statement).param("region", region);
    }

    /** @return whether it is the first under its key */
    boolean add(long round, Target target, @Nullable IdempotencyKey key, Actor actor, Instant at) {
        return add(round, target, key == null ? null : key.value(), actor, at);
    }

    /**
     * Several at once: each keeps the key and what it is about.
     *
     * @return whether they are the first under their key
     */
    boolean add(long round, List<Target> targets, @Nullable IdempotencyKey key, Actor actor, Instant at) {
        boolean first = true;
        for (Target target : targets) {
            first &= add(round, target, key == null ? null : together(key) + target.choice(), actor, at);
        }
        return first;
    }

    /** No key has a blank in it, so that none of one reminder is taken for one of several. */
    private static String together(IdempotencyKey key) {
        return key.value() + " ";
    }

    private boolean add(long round, Target target, @Nullable String key, Actor actor, Instant at) {
        return sql("""
                        insert into "window".reminder (region, round, annex, subject, subject_name, department, at, who, who_name,
                            idempotency_key)
                        values (:region, :round, :annex, :subject, :name, :department, :at, :who, :whoName, :key)
                        on conflict do nothing
                        """)
                        .param("who", actor.account())
                        .param("whoName", actor.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("round", round)
                        .param("annex", target.annex().number())
                        .param("subject", target.code())
                        .param("name", target.name())
                        .param("department", target.department())
                        .param("key", key, Types.VARCHAR)
                        .update()
                > 0;
    }

    /**
     * What the centre asked for under a key.
     *
     * @param together whether with others of its annex at once
     */
    record UnderKey(long round, boolean together, Target target) {}

    /** Both kinds, for a key stands for one act; none if it was never used. */
    List<UnderKey> under(Actor actor, IdempotencyKey key) {
        return sql("""
                        select round, idempotency_key <> :key as together, annex, subject, subject_name, department
                        from "window".reminder
                        where region = :region and who = :who
                          and (idempotency_key = :key or starts_with(idempotency_key, :together))
                        order by id
                        """)
                .param("who", actor.account())
                .param("key", key.value())
                .param("together", together(key))
                .query((row, index) -> new UnderKey(row.getLong("round"), row.getBoolean("together"), target(row)))
                .list();
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(
                Annex.numbered(row.getInt("annex")),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getString("department"));
    }

    List<Reminded> of(long round) {
        return sql("""
                        select annex, subject, max(subject_name) as subject_name, department, count(*) as times, max(at) as last
                        from "window".reminder where region = :region and round = :round
                        group by annex, subject, department
                        """)
                .param("round", round)
                .query((row, index) -> new Reminded(
                        target(row),
                        row.getInt("times"),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }
}
