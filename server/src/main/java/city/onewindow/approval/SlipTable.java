package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The slips with which paper goes from windows to departments, in schema {@code approval}. */
@Repository
class SlipTable {

    /** What the same department objected to before is handed over again by this. */
    private static final String HAND = """
            with made as (
                insert into approval.slip (region, number, department, item, window_code, lines, handed_by, handed_name,
                        handed_at, idempotency_key)
                values (:region, :number, :department, :item, :window, :lines::jsonb, :who, :whoName, :at, :key)
                returning id, number, department
            ), replaced as (
                update approval.slip s set replaced = true
                from made
                where s.region = :region and s.number = made.number and s.department = made.department
                  and s.objection <> '' and not s.replaced
            )
            select made.id
            from made, audit.record(:region, :moment, :who, 'slip.hand', made.number, made.department || ' ' || made.id)
            """;

    private static final String ANSWER = """
            with answered as (
                update approval.slip
                set objection = :objection, answered_by = :who, answered_name = :whoName, answered_at = :at
                where region = :region and id = :id and objection is null
                returning number, id
            )
            select audit.record(:region, :moment, :who, :act, number, id::text) from answered
            """;

    private static final String READ = "select * from approval.slip where region = :region ";

    private static final String OWED_BY_WINDOW = """
            and window_code = :window and (objection is null or objection <> '' and not replaced)
            """;

    private static final String COUNT = """
            select (select count(*) from (
                        select from approval.slip
                        where region = :region and department = :department and objection is null limit :limit) received)
                 + (select count(*) from (
                        select from approval.slip
                        where region = :region and window_code = :window and objection <> '' and not replaced
                        limit :limit) objected)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Centre centre;
    private final Clock clock;

    SlipTable(JdbcClient jdbc, JsonMapper json, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * @param item the department's first in the case
     * @throws org.springframework.dao.DuplicateKeyException if this account used the key before
     */
    long hand(
            CaseFile file,
            String department,
            String item,
            List<Slip.Line> lines,
            Actor actor,
            @Nullable IdempotencyKey key) {
        return jdbc.sql(HAND)
                .param("region", centre.region())
                .param("number", file.number())
                .param("department", department)
                .param("item", item)
                .param("window", file.window())
                .param("lines", json.writeValueAsString(lines))
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", LocalDateTime.now(clock))
                .param("moment", OffsetDateTime.now(clock))
                .param("key", key == null ? null : key.value(), Types.VARCHAR)
                .query((row, line) -> row.getLong("id"))
                .single();
    }

    Optional<Slip> byKey(Actor actor, IdempotencyKey key) {
        return jdbc.sql(READ + "and handed_by = :who and idempotency_key = :key")
                .param("region", centre.region())
                .param("who", actor.account())
                .param("key", key.value())
                .query(this::slip)
                .optional();
    }

    /**
     * @param objection empty if everything is there
     * @return false if a colleague has answered
     */
    boolean answer(long id, String objection, Actor actor) {
        return !jdbc.sql(ANSWER)
                .param("region", centre.region())
                .param("id", id)
                .param("objection", objection)
                .param("act", objection.isEmpty() ? "slip.receive" : "slip.object")
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", LocalDateTime.now(clock))
                .param("moment", OffsetDateTime.now(clock))
                .query((row, line) -> true)
                .list()
                .isEmpty();
    }

    Optional<Slip> one(long id) {
        return jdbc.sql(READ + "and id = :id")
                .param("region", centre.region())
                .param("id", id)
                .query(this::slip)
                .optional();
    }

    /** Oldest first. */
    List<Slip> ofCase(String number) {
        return jdbc.sql(READ + "and number = :number order by id")
                .param("region", centre.region())
                .param("number", number)
                .query(this::slip)
                .list();
    }

    /** What a department has to confirm or object to, oldest first. */
    List<Slip> ofDepartment(String department, int limit) {
        return jdbc.sql(READ + "and department = :department and objection is null order by handed_at, id limit :limit")
                .param("region", centre.region())
                .param("department", department)
                .param("limit", limit)
                .query(this::slip)
                .list();
    }

    /** What a window has under way: not confirmed yet, or objected to and not handed over again. */
    List<Slip> ofWindow(String window, int limit) {
        return jdbc.sql(READ + OWED_BY_WINDOW + "order by handed_at, id limit :limit")
                .param("region", centre.region())
                .param("window", window)
                .param("limit", limit)
                .query(this::slip)
                .list();
    }

    /**
     * How many wait for a department's answer, or were objected to and wait for a window.
     *
     * @param department null for who speaks for none; so the window
     */
    long count(@Nullable String department, @Nullable String window, int limit) {
        return jdbc.sql(COUNT)
                .param("region", centre.region())
                .param("department", department, Types.VARCHAR)
                .param("window", window, Types.VARCHAR)
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    private Slip slip(ResultSet row, int index) throws SQLException {
        return new Slip(
                row.getLong("id"),
                row.getString("number"),
                row.getString("department"),
                row.getString("item"),
                row.getString("window_code"),
                List.of(json.readValue(row.getString("lines"), Slip.Line[].class)),
                row.getString("handed_by"),
                row.getString("handed_name"),
                row.getObject("handed_at", LocalDateTime.class),
                answer(row),
                row.getBoolean("replaced"));
    }

    private static Slip.@Nullable Answer answer(ResultSet row) throws SQLException {
        String objection = row.getString("objection");
        return objection == null
                ? null
                : new Slip.Answer(
                        objection,
                        row.getString("answered_by"),
                        row.getString("answered_name"),
                        row.getObject("answered_at", LocalDateTime.class));
    }
}
