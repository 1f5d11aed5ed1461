package city.onewindow.approval;

import city.onewindow.approval.Counting.Counted;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes what stops or lengthens a matter's clock, with the new dates of the matter and of its case: one statement an act, as
 * {@link Moves} does it. These acts are rare and their dates follow from the whole case, so its matters are locked before.
 */
@Repository
class ClockMoves {

    private static final String MOVED = """
            with moved as (
                update approval.matter
                set step = :to,
                    holder = case when step = :to or step in ('REVIEW', 'SUSPENDED') then holder end,
                    holder_name = case when step = :to or step in ('REVIEW', 'SUSPENDED') then holder_name end,
                    examined_by = case when step = :to then examined_by end, extension_asked = :asked, extended = :extended,
                    promised_days = case when anew_days is null then :promisedDays else promised_days end,
                    promise_extended = coalesce(promise_extended, extended)
                                       + case when anew_days is null then :promisedDays - promised_days else 0 end,
                    statutory_days = case when anew_days is null then :statutoryDays else statutory_days end,
                    promised_due = :promisedDue, statutory_due = :statutoryDue,
                    next_card_at = """ + CardTable.next(":yellowFrom", ":promisedDue", ":statutoryDue") + """
                where region = :region and number = :number and item = :item and step = :from
                  and department = :department
                  and\s"""
            + Moves.UNUSED_KEY + """
                  and """ + WorkedThere.ALLOWED + """
                  and """ + LeaveTable.STANDS_IN + """
                returning item
            ), paper as materialized (
                select moved.item, notice.issue(:copy::notice.fair_copy) as document
                from moved where audit.record(:region, :moment, :who, :audited, :number, moved.item || :inPlace)
            ), file as (
                update approval.case_file
                set promised_due = :casePromisedDue, statutory_due = :caseStatutoryDue,
                    joint_card_at =""" + JointCards.ANEW + """
                where region = :region and number = :number and exists (select from moved)
            )
            """;

    private static final String BEGUN = """
            , begun as (
                insert into approval.special_procedure (region, number, item, seq, kind, reason, body, staff, begun_on, expected_end,
                        document)
                select :region, :number, item, :seq, :kind, :opinion, :body, :staff, :begunOn, :expectedEnd, document
                from paper
            )
            """;

    private static final String ENDED = """
            , ended as (
                update approval.special_procedure
                set ended_on = :endedOn, result = :opinion
                where region = :region and number = :number and item = :item and ended_on is null
                  and exists (select from moved)
            )
            """;

    private static final String HISTORY = """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion,
                    ground, document, idempotency_key)
            select :region, :number, item, :at, :who, :whoName, :act, :from, :to, :opinion, :ground, document, :key
            from paper
            returning *
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    ClockMoves(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** @param seq place of the new procedure among the matter's, from 1 */
    List<HistoryEntry> suspend(Move move, Counted counted, SpecialProcedure begun, int seq) {
        return run(
                MOVED + BEGUN + HISTORY,
                values(move, counted)
                        .addValue("seq", seq)
                        .addValue("kind", begun.kind().name())
                        .addValue("body", begun.body())
                        .addValue("staff", begun.staff())
                        .addValue("begunOn", begun.begunOn())
                        .addValue("expectedEnd", begun.expectedEnd()));
    }

    List<HistoryEntry> resume(Move move, Counted counted, SpecialProcedure over) {
        return run(MOVED + ENDED + HISTORY, values(move, counted).addValue("endedOn", over.endedOn()));
    }

    /** No procedure begins or ends: an extension asked for, granted or not; what is said of a hearing, which may send the matter back to its review. */
    List<HistoryEntry> stay(Move move, Counted counted) {
        return run(MOVED + HISTORY, values(move, counted));
    }

    private MapSqlParameterSource values(Move move, Counted counted) {
        Matter after = counted.matter();
        CaseClock due = counted.due();
        TimeLimit law = after.statutory();
        return move.values(centre.region(), zone)
                .addValue("asked", after.extensionAsked())
                .addValue("extended", after.extended())
                .addValue("promisedDays", after.promised().days())
                .addValue("statutoryDays", law == null ? null : law.days(), Types.NUMERIC)
                .addValue("promisedDue", after.running().promisedDue())
                .addValue("statutoryDue", after.running().statutoryDue())
                .addValue("yellowFrom", counted.yellowFrom())
                .addValue("casePromisedDue", due.promisedDue())
                .addValue("caseStatutoryDue", due.statutoryDue())
                .addValue(
                        "anywhere",
                        move.isAllowedAnywhere()
                                || WorkedThere.endsHere(move.edge().act(), after));
    }

    private List<HistoryEntry> run(String sql, MapSqlParameterSource values) {
        return jdbc.sql(sql).paramSource(values).query(Matters::entry).list();
    }
}
