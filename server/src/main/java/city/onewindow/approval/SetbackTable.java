package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which departments were told that a result of an earlier stage holds no longer, and what they do about it. */
@Repository
class SetbackTable {

    /** Matters that ended without a grant build on nothing. Those that go on are held, so that the history says where they stand. */
    private static final String TELL = """
            with concerned as materialized (
                select m.number, m.item, m.seq, m.department, m.step
                from approval.matter m
                where m.region = :region and m.number = any (:numbers) and (m.outcome is null or m.outcome = 'GRANTED')
            ), learned as (
                insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion, ground)
                select :region, number, item, :at, :system, :systemName, 'LEARN_OF_REVOCATION', step, step, :said, :ground
                from concerned
                order by number, seq
            ), told as (
                insert into approval.setback (region, number, department, items, fallen_number, fallen_item, fallen_name, said, at)
                select :region, number, department, items, :fallenNumber, :fallenItem, :fallenName, :said, :at
                from (select c.number, c.department, array_agg(c.item order by c.seq) as items
                      from concerned c
                      group by c.number, c.department
                      union all
                      select f.number, f.lead_department, array_agg(c.item order by c.seq)
                      from approval.case_file f join concerned c on c.number = f.number
                      where f.region = :region
                        and not exists (select from concerned own
                                        where own.number = f.number and own.department = f.lead_department)
                      group by f.number, f.lead_department) each
                order by number, department
                returning number
            )
            select audit.record(:region, :moment, :who, 'case.setback', number, :fallenNumber || ' ' || :fallenItem)
            from (select distinct number from told) one
            """;

    private static final String ANSWER = """
            with answered as (
                update approval.setback
                set answer = :text, answered_by = :who, answered_name = :whoName, answered_at = :at
                where region = :region and number = :number and id = :id and department = :department and answer is null
                returning *
            )
            select audit.record(:region, :moment, :who, 'case.setback_answer', number, fallen_number || ' ' || fallen_item)
            from answered
            """;

    private static final String READ = """
            select s.*, coalesce(m.outcome = 'GRANTED', false) as restored
            from approval.setback s
            join approval.matter m on m.region = s.region and m.number = s.fallen_number and m.item = s.fallen_item
            """;

    private static final String OF_CASE = READ + " where s.region = :region and s.number = :number order by s.id";

    private static final String OPEN = READ + """
             where s.region = :region and s.department = :department and s.answer is null
            order by s.at, s.id
            limit :limit
            """;

    private static final String COUNT = """
            select count(*) from (
                select from approval.setback
                where region = :region and department = :department and answer is null
                limit :limit) open
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Centre centre;

    SetbackTable(JdbcClient jdbc, Clock clock, Centre centre) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * Under {@link LaterStages#hold}.
     *
     * @param numbers of the cases that build on it
     * @param said what happened to it
     * @param who account of who took it back, or accepted on it
     */
    void tell(List<String> numbers, Matter fallen, String said, String who, LocalDateTime at) {
        jdbc.sql(TELL)
                .param("region", centre.region())
                .param("numbers", numbers.toArray(String[]::new))
                .param("ground", Procedure.only(Act.LEARN_OF_REVOCATION).ground())
                .param("said", said)
                .param("fallenNumber", fallen.number())
                .param("fallenItem", fallen.item())
                .param("fallenName", fallen.itemName())
                .param("who", who)
                .param("system", HistoryEntry.SYSTEM)
                .param("systemName", HistoryEntry.SYSTEM_NAME)
                .param("at", at)
                .param("moment", at.atZone(clock.getZone()).toOffsetDateTime())
                .query(row -> {});
    }

    /** @return false if a colleague has answered */
    boolean answer(Setback told, String text, Actor actor) {
        LocalDateTime at = LocalDateTime.now(clock);
        return !jdbc.sql(ANSWER)
                .param("region", centre.region())
                .param("number", told.number())
                .param("id", told.id())
                .param("department", told.department())
                .param("text", text)
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("at", at)
                .param("moment", at.atZone(clock.getZone()).toOffsetDateTime())
                .query((row, index) -> true)
                .list()
                .isEmpty();
    }

    /** Oldest first. */
    List<Setback> ofCase(String number) {
        return jdbc.sql(OF_CASE)
                .param("region", centre.region())
                .param("number", number)
                .query(SetbackTable::setback)
                .list();
    }

    Optional<Setback> one(String number, long id) {
        return ofCase(number).stream().filter(one -> one.id() == id).findFirst();
    }

    /** What the department has to say something to, oldest first. */
    List<Setback> open(String department, int limit) {
        return jdbc.sql(OPEN)
                .param("region", centre.region())
                .param("department", department)
                .param("limit", limit)
                .query(SetbackTable::setback)
                .list();
    }

    long count(String department, int limit) {
        return jdbc.sql(COUNT)
                .param("region", centre.region())
                .param("department", department)
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    private static Setback setback(ResultSet row, int index) throws SQLException {
        return new Setback(
                row.getString("number"),
                row.getLong("id"),
                row.getString("department"),
                List.of((String[]) row.getArray("items").getArray()),
                row.getString("fallen_number"),
                row.getString("fallen_item"),
                row.getString("fallen_name"),
                row.getString("said"),
                row.getObject("at", LocalDateTime.class),
                row.getBoolean("restored"),
                answer(row));
    }

    private static Setback.@Nullable Answer answer(ResultSet row) throws SQLException {
        String text = row.getString("answer");
        return text == null
                ? null
                : new Setback.Answer(
                        text,
                        row.getString("answered_by"),
                        row.getString("answered_name"),
                        row.getObject("answered_at", LocalDateTime.class));
    }
}
