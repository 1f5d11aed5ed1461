package city.onewindow.approval;

import city.onewindow.approval.Counting.Counted;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Writes what stops or lengthens a matter's clock, with the new dates of the matter and of its case: one statement an act, as
 * {@link Moves} does it. These acts are rare and their dates follow from the whole case, so its matters are locked before.
 */
@Repository
class ClockMoves {

    private static final String MOVED =
            """
            with moved as (
                update approval.matter
                set step = :to, extension_asked = :asked, extended = :extended,
                    promised_days = case when anew_days is null then :promisedDays else promised_days end,
                    statutory_days = case when anew_days is null then :statutoryDays else statutory_days end,
                    promised_due = :promisedDue, statutory_due = :statutoryDue,
                    next_card_at = """ + CardTable.next(":yellowFrom", ":promisedDue", ":statutoryDue") + """
                where region = :region and number = :number and item = :item and step = :from
                  and department = :department
                  and not exists (select from approval.history h
                                  where h.region = :region and h.who = :who and h.idempotency_key = :key)
                  and """ + WorkedThere.ALLOWED + """
                returning item
            ), paper as materialized (
                select moved.item, notice.issue(:copy::notice.fair_copy) as document
                from moved, lateral audit.record(:region, :moment, :who, :audited, :number, moved.item)
            ), file as (
                update approval.case_file
                set promised_due = :casePromisedDue, statutory_due = :caseStatutoryDue
                where region = :region and number = :number and exists (select from moved)
            )
            """;

    private static final String BEGUN = """
            , begun as (
                insert into approval.special_procedure (region, number, item, seq, kind, reason, begun_on, expected_end, document)
                select :region, :number, item, :seq, :kind, :opinion, :begunOn, :expectedEnd, document
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
        return run(statement(MOVED + BEGUN + HISTORY, move, counted)
                .param("seq", seq)
                .param("kind", begun.kind().name())
                .param("begunOn", begun.begunOn())
                .param("expectedEnd", begun.expectedEnd()));
    }

    List<HistoryEntry> resume(Move move, Counted counted, LocalDate endedOn) {
        return run(statement(MOVED + ENDED + HISTORY, move, counted).param("endedOn", endedOn));
    }

    /** An extension asked for, granted or not. */
    List<HistoryEntry> extend(Move move, Counted counted) {
        return run(statement(MOVED + HISTORY, move, counted));
    }

    private StatementSpec statement(String sql, Move move, Counted counted) {
        Matter after = counted.matter();
        CaseClock due = counted.due();
        TimeLimit law = after.statutory();
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("number", move.number())
                .param("item", move.item())
                .param("department", move.actor().department(), Types.VARCHAR)
                .param("from", move.edge().from().name())
                .param("to", move.edge().to().name())
                .param("asked", after.extensionAsked())
                .param("extended", after.extended())
                .param("promisedDays", after.promised().days())
                .param("statutoryDays", law == null ? null : law.days(), Types.NUMERIC)
                .param("promisedDue", after.running().promisedDue())
                .param("statutoryDue", after.running().statutoryDue())
                .param("yellowFrom", counted.yellowFrom())
                .param("casePromisedDue", due.promisedDue())
                .param("caseStatutoryDue", due.statutoryDue())
                .param("anywhere", WorkedThere.isAllowedAnywhere(move.edge().act(), move.actor()))
                .param("act", move.edge().act().name())
                .param("audited", move.edge().act().audited())
                .param("at", move.at())
                .param("moment", move.at().atZone(zone).toOffsetDateTime())
                .param("who", move.actor().account())
                .param("whoName", move.actor().name())
                .param("opinion", move.said().opinion())
                .param("ground", move.said().ground())
                .param("copy", move.copy() == null ? null : move.copy().row(), Types.VARCHAR)
                .param("key", move.key() == null ? null : move.key().value(), Types.VARCHAR);
    }

    private static List<HistoryEntry> run(StatementSpec statement) {
        return statement.query(Matters::entry).list();
    }
}
