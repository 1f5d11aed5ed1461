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
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The slips with which paper goes from windows to departments, in schema {@code approval}. */
@Repository
class SlipTable {

    /** What the same department objected to is handed over again by a slip with all of it; of other paper nothing is said. */
    private static final String HAND = """
            with made as (
                insert into approval.slip (region, number, department, item, window_code, lines, handed_by, handed_name,
                        handed_at, idempotency_key)
                values (:region, :number, :department, :item, :window, :lines::jsonb, :who, :whoName, :at, :key)
                returning id, number, department, lines
            ), replaced as (
                update approval.slip s set replaced = true
                from made
                where s.region = :region and s.number = made.number and s.department = made.department
                  and s.objection <> '' and not s.replaced and s.taken_back is null and made.lines @> s.lines
            )
            select made.id
            from made, audit.record(:region, :moment, :who, 'slip.hand', made.number, made.department || ' ' || made.id)
            """;

    private static final String ANSWER = """
            with answered as (
                update approval.slip
                set objection = :objection, answered_by = :who, answered_name = :whoName, answered_at = :at
                where region = :region and id = :id and objection is null and taken_back is null
                returning number, id
            )
            select audit.record(:region, :moment, :who, :act, number, id::text) from answered
            """;

    private static final String TAKE_BACK = """
            with taken as (
                update approval.slip
                set taken_back = :reason, taken_by = :who, taken_name = :whoName, taken_at = :at
                where region = :region and id = :id and taken_back is null and not replaced
                  and objection is distinct from ''
                returning number, id
            )
            select audit.record(:region, :moment, :who, 'slip.take-back', number, id::text) from taken
            """;

    private static final String READ = "select * from approval.slip where region = :region ";

    /** Of a closed case nobody owes anything. */
    private static final String RUNS = """
             and s.taken_back is null
             and exists (select from approval.case_file f
                         where f.region = s.region and f.number = s.number and f.closed_at is null)
            """;

    private static final String RECEIVER_OWES = "s.department = :department and s.objection is null";

    private static final String HANDER_OWES = "s.window_code = :window and s.objection <> '' and not s.replaced";

    private static final String UNDER_WAY = """
            select * from (
                select s.*, (""" + RECEIVER_OWES + " or " + HANDER_OWES + """
                ) is not true as others
                from approval.slip s
                where s.region = :region
                  and (s.department = :department and s.objection is null
                       or (:everywhere or s.window_code = :window)
                          and (s.objection is null or s.objection <> '' and not s.replaced))
            """ + RUNS + """
            ) s
            where (others, id) > (:others, :id)
            order by others, id
            limit :limit
            """;

    private static final String COUNT =
            "select (select count(*) from (select from approval.slip s where s.region = :region and "
                    + RECEIVER_OWES
                    + RUNS
                    + " limit :limit) received) + (select count(*) from (select from approval.slip s where s.region = :region and "
                    + HANDER_OWES
                    + RUNS
                    + " limit :limit) objected)";

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
        StatementSpec answer = jdbc.sql(ANSWER)
                .param("objection", objection)
                .param("act", objection.isEmpty() ? "slip.receive" : "slip.object");
        return isDone(answer, id, actor);
    }

    /** @return false if it was received, handed over again, or taken back before */
    boolean takeBack(long id, String reason, Actor actor) {
        return isDone(jdbc.sql(TAKE_BACK).param("reason", reason), id, actor);
    }

    /** Whether the slip stood so that this could be done. */
    private boolean isDone(StatementSpec act, long id, Actor actor) {
        return !act.param("region", centre.region())
                .param("id", id)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", LocalDateTime.now(clock))
                .param("moment", OffsetDateTime.now(clock))
                .query((row, line) -> true)
                .list()
                .isEmpty();
    }

    /** Keeps others from handing over paper of the same case until the transaction ends. */
    void lock(String number) {
        jdbc.sql("select from approval.case_file where region = :region and number = :number for update")
                .param("region", centre.region())
                .param("number", number)
                .query((row, line) -> true)
                .list();
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

    /**
     * What isn't where it belongs yet, of running cases: first what the reader's side is to move, of that and of the rest the oldest.
     *
     * @param reader whose department or window it concerns
     * @param after place of the last one read
     */
    List<Slip> underWay(Reader reader, After after, int limit) {
        return jdbc.sql(UNDER_WAY)
                .param("region", centre.region())
                .param("department", reader.department(), Types.VARCHAR)
                .param("window", reader.window(), Types.VARCHAR)
                .param("everywhere", reader.everywhere())
                .param("others", after.others())
                .param("id", after.id())
                .param("limit", limit)
                .query(this::slip)
                .list();
    }

    /**
     * Who reads.
     *
     * @param department null for who speaks for none
     * @param window null for who sits at none
     * @param everywhere whether he sees what is under way from any window
     */
    record Reader(@Nullable String department, @Nullable String window, boolean everywhere) {}

    /** @param others whether it is past what the reader is to move */
    record After(boolean others, long id) {}

    /** How many the reader's side is to move, of running cases. */
    long count(Reader reader, int limit) {
        return jdbc.sql(COUNT)
                .param("region", centre.region())
                .param("department", reader.department(), Types.VARCHAR)
                .param("window", reader.window(), Types.VARCHAR)
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
                row.getBoolean("replaced"),
                takenBack(row));
    }

    private static Slip.@Nullable TakenBack takenBack(ResultSet row) throws SQLException {
        String reason = row.getString("taken_back");
        return reason == null
                ? null
                : new Slip.TakenBack(
                        reason,
                        row.getString("taken_by"),
                        row.getString("taken_name"),
                        row.getObject("taken_at", LocalDateTime.class));
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
