package city.onewindow.window.filing;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.window.Annex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Rounds, and what the centre reminded departments of. */
@Repository
class RoundTable {

    /** Tables that were asked for or returned, and have not been filed since. */
    private static final String OWED = """
            select count(*) from (
                select annex, subject from "window".reminder
                where region = :region and round = :round and department = :department
                union
                select annex, subject from "window".filing
                where region = :region and round = :round and department = :department and status = 'RETURNED'
            ) asked
            where not exists (select 1 from "window".filing f
                where f.region = :region and f.round = :round and f.annex = asked.annex and f.subject = asked.subject
                  and f.status in ('FILED', 'ACCEPTED'))
            """;

    private final JdbcClient jdbc;
    private final String region;

    RoundTable(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.region = centre.region();
    }

    /**
     * @param times how often
     * @param last when last
     */
    record Reminded(Annex annex, String subject, String name, String department, int times, Instant last) {}

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
    Optional<Long> open(String name, LocalDate due, Actor actor, Instant at) {
        return acting("""
                        insert into "window".round (region, name, due, opened_by, opened_by_name, opened_at)
                        values (:region, :name, :due, :who, :whoName, :at)
                        on conflict do nothing returning id
                        """, actor, at)
                .param("name", name)
                .param("due", due)
                .query(Long.class)
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

    /** The open one, locked until the transaction ends: those who file stand in line, and nobody distributes meanwhile. */
    Optional<Round> currentHeld() {
        return sql("select * from \"window\".round where region = :region and distributed_at is null for no key update")
                .query(RoundTable::round)
                .optional();
    }

    Optional<Round> find(long id) {
        return sql("select * from \"window\".round where region = :region and id = :id")
                .param("id", id)
                .query(RoundTable::round)
                .optional();
    }

    /** Newest first. */
    List<Round> list(int limit) {
        return sql("select * from \"window\".round where region = :region order by id desc limit :limit")
                .param("limit", limit)
                .query(RoundTable::round)
                .list();
    }

    void remind(long round, Target target, Actor actor, Instant at) {
        acting("""
                insert into "window".reminder (region, round, annex, subject, subject_name, department, at, who, who_name)
                values (:region, :round, :annex, :subject, :name, :department, :at, :who, :whoName)
                """, actor, at)
                .param("round", round)
                .param("annex", target.annex().number())
                .param("subject", target.code())
                .param("name", target.name())
                .param("department", target.department())
                .update();
    }

    List<Reminded> reminded(long round) {
        return sql("""
                        select annex, subject, max(subject_name) as name, department, count(*) as times, max(at) as last
                        from "window".reminder where region = :region and round = :round
                        group by annex, subject, department
                        """)
                .param("round", round)
                .query((row, index) -> new Reminded(
                        Annex.numbered(row.getInt("annex")),
                        row.getString("subject"),
                        row.getString("name"),
                        row.getString("department"),
                        row.getInt("times"),
                        row.getObject("last", OffsetDateTime.class).toInstant()))
                .list();
    }

    long owed(long round, String department) {
        return sql(OWED)
                .param("round", round)
                .param("department", department)
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
