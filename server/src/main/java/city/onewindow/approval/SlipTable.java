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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The slips with which paper goes to departments and comes back, in schema {@code approval}; {@link HandingTable} makes them. */
@Repository
class SlipTable {

    /** What came back to the window the department has no longer; of two that come back at once each takes its own. */
    private static final String ANSWER = """
            with answered as (
                update approval.slip
                set objection = :objection, answered_by = :who, answered_name = :whoName, answered_at = :at
                where region = :region and id = :id and objection is null and taken_back is null
                returning number, id, department, direction, lines
            ), returned as (
                update approval.slip s
                set kept = (select coalesce(jsonb_agg(line order by place), '[]')
                            from jsonb_array_elements(s.kept) with ordinality as l (line, place)
                            where not a.lines @> jsonb_build_array(line))
                from answered a
                where a.direction = 'TO_WINDOW' and :objection = ''
                  and s.region = :region and s.number = a.number and s.department = a.department
                  and s.direction = 'TO_DEPARTMENT' and s.objection = '' and s.kept <> '[]' and s.id < a.id
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

    /** Not where it belongs yet; what goes to departments of a closed case concerns nobody any more, what comes back does. */
    private static final String OPEN = """
            s.region = :region and (s.objection is null or s.objection <> '' and not s.replaced) and s.taken_back is null
             and (s.direction <> 'TO_DEPARTMENT'
                  or exists (select from approval.case_file f
                             where f.region = s.region and f.number = s.number and f.closed_at is null))
            """;

    /** {@link Slip#waitsForDepartment()} */
    private static final String WAITS_FOR_DEPARTMENT = "(s.direction = 'TO_DEPARTMENT') = (s.objection is null)";

    private static final String DEPARTMENT_MOVES = "s.department = :department and " + WAITS_FOR_DEPARTMENT;

    /** The centre moves for windows that there are no longer. */
    private static final String WINDOW_MOVES =
            "(s.window_code = :window or :everywhere and s.window_code <> all (:windows)) and not ("
                    + WAITS_FOR_DEPARTMENT
                    + ")";

    private static final String UNDER_WAY =
            "select * from (select s.*, (" + DEPARTMENT_MOVES + " or " + WINDOW_MOVES + """
            ) is not true as others
                from approval.slip s
                where (s.department = :department or :everywhere or s.window_code = :window) and\s""" + OPEN + """
            ) s
            where (others, id) > (:others, :id)
            order by others, id
            limit :limit
            """;

    private static final String COUNT = "select (select count(*) from (select from approval.slip s where "
            + OPEN
            + " and "
            + DEPARTMENT_MOVES
            + " limit :limit) to_department) + (select count(*) from (select from approval.slip s where "
            + OPEN
            + " and "
            + WINDOW_MOVES
            + " limit :limit) to_window)";

    /** Of which something hasn't come back to the window. */
    private static final String KEPT = READ + """
            and department = :department and direction = 'TO_DEPARTMENT' and objection = '' and kept <> '[]' and id < :before
            order by id desc
            limit :limit
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

    Optional<Slip> one(long id) {
        return jdbc.sql(READ + "and id = :id")
                .param("region", centre.region())
                .param("id", id)
                .query(this::slip)
                .optional();
    }

    /** In the order in which they were made. */
    List<Slip> ofBundle(String bundle) {
        return jdbc.sql(READ + "and bundle = :bundle order by id")
                .param("region", centre.region())
                .param("bundle", bundle)
                .query(this::slip)
                .list();
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
     * What isn't where it belongs yet: first what the reader's side is to move, of that and of the rest the oldest.
     *
     * @param reader whose department or window it concerns
     * @param after place of the last one read
     */
    List<Slip> underWay(Reader reader, After after, int limit) {
        return read(UNDER_WAY, reader)
                .param("others", after.others())
                .param("id", after.id())
                .param("limit", limit)
                .query(this::slip)
                .list();
    }

    /** What the department has, newest first. */
    List<Slip> kept(String department, long before, int limit) {
        return jdbc.sql(KEPT)
                .param("region", centre.region())
                .param("department", department)
                .param("before", before)
                .param("limit", limit)
                .query(this::slip)
                .list();
    }

    /**
     * Who reads.
     *
     * @param department null for who speaks for none
     * @param window null for who sits at none
     * @param everywhere whether he sees what is under way from any window, and acts for those that were closed
     * @param windows codes of those that are open
     */
    record Reader(@Nullable String department, @Nullable String window, boolean everywhere, Set<String> windows) {

        Reader {
            windows = Set.copyOf(windows);
        }

        /** Whether the reader's side is to move the slip, which is under way. */
        boolean moves(Slip slip) {
            boolean ofWindow = slip.window().equals(window) || everywhere && !windows.contains(slip.window());
            return slip.waitsForDepartment() ? slip.department().equals(department) : ofWindow;
        }
    }

    /** @param others whether it is past what the reader is to move */
    record After(boolean others, long id) {}

    /** How many the reader's side is to move. */
    long count(Reader reader, int limit) {
        return read(COUNT, reader).param("limit", limit).query(Long.class).single();
    }

    private StatementSpec read(String sql, Reader reader) {
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("department", reader.department(), Types.VARCHAR)
                .param("window", reader.window(), Types.VARCHAR)
                .param("everywhere", reader.everywhere())
                .param("windows", reader.windows().toArray(String[]::new));
    }

    private Slip slip(ResultSet row, int index) throws SQLException {
        return new Slip(
                row.getLong("id"),
                row.getString("number"),
                Slip.Direction.valueOf(row.getString("direction")),
                row.getString("department"),
                row.getString("item"),
                row.getString("window_code"),
                row.getString("reason"),
                List.of(json.readValue(row.getString("lines"), Slip.Line[].class)),
                row.getString("bundle"),
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
