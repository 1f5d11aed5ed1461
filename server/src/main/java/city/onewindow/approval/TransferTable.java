package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hands matters over from one department to another, one statement an act; and reads what was handed over. */
@Repository
class TransferTable {

    /** What was reviewed under the one is nothing to the other: it begins anew, and lies in the pool. What was heard by the one
     * goes with it only if the other declines. */
    private static final String ANEW = """
            holder = null, holder_name = null, reviewed_by = null, examined_by = null, recommendation = null
            """;

    /** Its declaration goes with the matter, for its check is the work of whoever grants on it. */
    private static final String DECLARED = """
            , declared as (
                update approval.declaration d set department = moved.department from moved
                where d.region = :region and d.number = :number and d.item = moved.item
            )
            """;

    private static final String WRITE = """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion, ground, idempotency_key)
            select :region, :number, moved.item, :at, :who, :whoName, :act, :from, :to, :opinion, '', :key
            from moved where audit.record(:region, :moment, :who, :audited, :number, moved.item || :inPlace)
            returning *
            """;

    private static final String HAND_OVER =
            """
            with moved as (
                update approval.matter m
                set step = :to, department = :receiver,
                    hearing_record = case when :act = 'ASSIGN' then null else hearing_record end,
                    presiders = case when :act = 'ASSIGN' then null else presiders end,\s""" + ANEW + """
                where region = :region and number = :number and item = :item and step = :from and department = :department
                  and (holder is null or holder in (:who, :absent) or :heldToo) and extension_asked = 0
                  and (hearing_until is null or hearing_until < :at::timestamp::date)
                  and (:act = 'ASSIGN' or not exists (select from approval.worked_there w
                           where w.region = m.region and w.department = m.department and w.item = m.item))
                  and not exists (select from approval.transfer t
                                  where t.region = m.region and t.number = m.number and t.item = m.item
                                    and (t.ending is null or t.ending = 'ASSIGN'))
                  and\s""" + Moves.UNUSED_KEY + """
                  and """ + LeaveTable.STANDS_IN + """
                returning item, department
            )
            """ + DECLARED + """
            , begun as (
                insert into approval.transfer (region, number, item, seq, from_department, to_department, reason, who_name, at,
                        ending, answered_name, answered_at)
                select :region, :number, item,
                       1 + (select count(*) from approval.transfer t
                            where t.region = :region and t.number = :number and t.item = :item),
                       :department, department, :reason, :whoName, :at,
                       case when :act = 'ASSIGN' then :act end,
                       case when :act = 'ASSIGN' then :whoName end,
                       case when :act = 'ASSIGN' then :at::timestamp end
                from moved
            )
            """ + WRITE;

    /** By the receiving department, or for taking it back by the one that handed it over: of two at once the row's lock lets one. */
    private static final String END =
            """
            with moved as (
                update approval.matter m
                set step = :to, department = case when :act = 'TAKE_ON' then t.to_department else t.from_department end,
                    hearing_record = case when :act = 'TAKE_ON' then null else hearing_record end,
                    presiders = case when :act = 'TAKE_ON' then null else presiders end
                from approval.transfer t
                where m.region = :region and m.number = :number and m.item = :item and m.step = :from
                  and t.region = m.region and t.number = m.number and t.item = m.item and t.ending is null
                  and case when :act = 'RECALL' then t.from_department else m.department end = :department
                  and\s""" + Moves.UNUSED_KEY + """
                  and """ + LeaveTable.STANDS_IN + """
                returning m.item, m.department, t.seq
            )
            """ + DECLARED + """
            , ended as (
                update approval.transfer t
                set ending = :act, answer = :reason, answered_name = :whoName, answered_at = :at
                from moved
                where t.region = :region and t.number = :number and t.item = moved.item and t.seq = moved.seq
            )
            """ + WRITE;

    private static final String OF_CASE = """
            select * from approval.transfer where region = :region and number = :number order by item, seq
            """;

    private static final String TOOK_PART = """
            select exists (select from approval.transfer
                           where region = :region and number = :number and :department in (from_department, to_department))
            """;

    /** Sent back and nothing done about it: neither assigned, nor handed to a third, nor reviewed, nor decided before a ruling. */
    private static final String DISPUTED = """
            select m.*
            from approval.transfer t
            join approval.matter m on m.region = t.region and m.number = t.number and m.item = t.item
                and m.step = 'REVIEW' and m.reviewed_by is null and m.department = t.from_department
            where t.region = :region and t.ending = 'DECLINE' and t.answered_at >= m.opened_at
              and not exists (select from approval.transfer later
                              where later.region = t.region and later.number = t.number and later.item = t.item
                                and later.seq > t.seq)
            order by t.answered_at
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    TransferTable(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /**
     * Hands it over, or assigns it; the matter is locked, and nobody was asked about it who hasn't answered.
     *
     * @param from code of the department that has it
     * @param opinion of the history: the reason, with the receiver's name
     */
    List<HistoryEntry> handOver(Move move, String from, String to, String opinion) {
        return run(
                HAND_OVER,
                values(move)
                        .addValue("department", from)
                        .addValue("receiver", to)
                        .addValue("heldToo", !Pool.stops(move.edge()))
                        .addValue("opinion", opinion));
    }

    /** What ends it: {@link Act#TAKE_ON}, {@link Act#DECLINE} or {@link Act#RECALL}. */
    List<HistoryEntry> end(Move move) {
        return run(END, values(move));
    }

    private List<HistoryEntry> run(String sql, MapSqlParameterSource values) {
        return jdbc.sql(sql).paramSource(values).query(Matters::entry).list();
    }

    private MapSqlParameterSource values(Move move) {
        return move.values(centre.region(), zone).addValue("reason", move.said().opinion());
    }

    /** Of all its matters, each one's oldest first. */
    List<Transfer> ofCase(String number) {
        return jdbc.sql(OF_CASE)
                .param("region", centre.region())
                .param("number", number)
                .query(TransferTable::transfer)
                .list();
    }

    List<Transfer> ofMatter(String number, String item) {
        return ofCase(number).stream().filter(one -> one.item().equals(item)).toList();
    }

    /** Whether a matter of the case was ever the department's, or offered to it. */
    boolean tookPart(String number, Actor actor) {
        return Rights.ofDepartment(actor)
                && jdbc.sql(TOOK_PART)
                        .param("region", centre.region())
                        .param("number", number)
                        .param("department", actor.department())
                        .query(Boolean.class)
                        .single();
    }

    /** Matters that two departments can't agree about, the longest first. */
    List<Matter> disputed(int limit) {
        return jdbc.sql(DISPUTED)
                .param("region", centre.region())
                .param("limit", limit)
                .query(Matters::matter)
                .list();
    }

    private static Transfer transfer(ResultSet row, int index) throws SQLException {
        String ending = row.getString("ending");
        return new Transfer(
                row.getString("item"),
                row.getInt("seq"),
                row.getString("from_department"),
                row.getString("to_department"),
                row.getString("reason"),
                row.getString("who_name"),
                row.getObject("at", LocalDateTime.class),
                answer(row, ending));
    }

    private static Transfer.@Nullable Answer answer(ResultSet row, @Nullable String ending) throws SQLException {
        return ending == null
                ? null
                : new Transfer.Answer(
                        Act.valueOf(ending),
                        row.getString("answer"),
                        row.getString("answered_name"),
                        row.getObject("answered_at", LocalDateTime.class));
    }
}
