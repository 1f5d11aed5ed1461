package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Changes appointments: one statement an act, which checks again where the appointment stands, issues the document and writes history and
 * audit log. Each answers whether it was done.
 */
@Repository
class InspectionActs {

    /** Whatever {@code moved} did is written down with its document, or nothing is. */
    private static final String WRITTEN = """
            , written as (
                insert into approval.inspection_history (region, number, seq, at, who, who_name, department, act, text, document,
                        idempotency_key)
                select :region, :number, moved.seq, :now, :who, :name, :own, :act, :text, paper.number, :key
                from moved, paper
                returning seq
            )
            select written.seq from written where audit.record(:region, :moment, :who, :audited, :number, written.seq::text)
            """;

    private static final String NO_PAPER = """
            , paper as (select null::text as number)
            """;

    /** Under the lock of the case's matters, so that its number is the next. Who proposes it has named its officers. */
    private static final String PROPOSE = """
            with moved as (
                insert into approval.inspection (region, number, seq, department, state, place, at, subject, prepare, since)
                select :region, :number, 1 + (select count(*) from approval.inspection i where i.region = :region and i.number = :number),
                       :own, 'PROPOSED', :place, :at, :subject, :prepare, :now
                returning seq
            ), matters as (
                insert into approval.inspection_matter (region, number, seq, item)
                select :region, :number, moved.seq, m.item
                from approval.matter m, moved
                where m.region = :region and m.number = :number and m.item = any (:items)
                returning item
            ), departments as (
                insert into approval.inspection_department (region, number, seq, department, answer, officers, answered_by, answered_name,
                        answered_at)
                select :region, :number, moved.seq, d.department,
                       case when d.own then 'COMES' end, case when d.own then :officers::text[] else '{}' end,
                       case when d.own then :who end, case when d.own then :name end, case when d.own then :now::timestamp end
                from (select distinct department, department = :own as own
                      from approval.matter
                      where region = :region and number = :number and item = any (:items)) d, moved
            )
            """ + NO_PAPER + WRITTEN;

    /** The department has a matter in it that what is found can still change something for. */
    private static final String CONCERNED = """
                  and exists (select from approval.inspection_matter p
                              join approval.matter m on m.region = p.region and m.number = p.number and m.item = p.item
                              where p.region = d.region and p.number = d.number and p.seq = d.seq
                                and m.department = d.department and\s""" + InspectionTable.OPEN + """
                )
                returning d.seq
            )
            """;

    private static final String ANSWER = """
            with moved as (
                update approval.inspection_department d
                set answer = :reply, officers = :officers, answer_text = :said, other_at = :otherAt,
                    answered_by = :who, answered_name = :name, answered_at = :now
                from approval.inspection i
                where d.region = :region and d.number = :number and d.seq = :seq and d.department = :own and d.answer is null
                  and i.region = d.region and i.number = d.number and i.seq = d.seq and i.state = 'PROPOSED' and i.round = :round
                  and i.at > :now
                  and (:reply <> 'COMES' or approval.are_two(:officers))
            """ + CONCERNED + NO_PAPER + WRITTEN;

    private static final String FIND = """
            with moved as (
                update approval.inspection_department d
                set result = :result, came = :came, result_text = :said, found_by = :who, found_name = :name, found_at = :now
                from approval.inspection i
                where d.region = :region and d.number = :number and d.seq = :seq and d.department = :own
                  and d.answer = 'COMES' and d.result is null
                  and i.region = d.region and i.number = d.number and i.seq = d.seq and i.state = 'AGREED' and i.round = :round
                  and i.at <= :now and approval.are_two(:came)
                returning d.seq
            )
            """ + NO_PAPER + WRITTEN;

    /**
     * Agreed, moved, cancelled or closed. Once moved, all others are asked anew; who moves it comes, if it said so before. What told the
     * applicant of it until then says so to whoever verifies it, once it is moved or cancelled.
     */
    private static final String STEP = """
            with paper as materialized (
                select notice.issue(:copy::notice.fair_copy) as number,
                       case when document is not null and :to in ('PROPOSED', 'CANCELLED')
                           then notice.replace(:region, document, :now::date, :reason) end as replaced
                from approval.inspection
                where region = :region and number = :number and seq = :seq and state = :from and round = :round
            ), moved as (
                update approval.inspection i
                set state = :to,
                    at = coalesce(:at, i.at),
                    place = coalesce(:place, i.place),
                    round = case when :to = 'PROPOSED' then i.round + 1 else i.round end,
                    since = case when :to = 'PROPOSED' then :now else i.since end,
                    reason = coalesce(:reason, i.reason),
                    words = coalesce(:words, i.words),
                    document = case when :to = 'CLOSED' then i.document else coalesce(paper.number, i.document) end,
                    record = case when :to = 'CLOSED' then paper.number end
                from paper
                where i.region = :region and i.number = :number and i.seq = :seq and i.state = :from and i.round = :round
                returning i.seq
            ), asked as (
                update approval.inspection_department d
                set answer = null, officers = '{}', answer_text = '', other_at = null, answered_by = null, answered_name = null,
                    answered_at = null
                from moved
                where :to = 'PROPOSED' and d.region = :region and d.number = :number and d.seq = moved.seq
                  and not (d.department = :own and d.answer is not distinct from 'COMES')
            )
            """ + WRITTEN;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Centre centre;

    InspectionActs(JdbcClient jdbc, Clock clock, Centre centre) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.centre = centre;
    }

    /**
     * Who acts and what is written down of it.
     *
     * @param actor null if it follows by itself
     * @param text for the history
     */
    record Deed(
            InspectionEntry.Act act,
            String text,
            @Nullable Actor actor,
            LocalDateTime at,
            @Nullable IdempotencyKey key) {}

    /**
     * What becomes of an appointment.
     *
     * @param moved when and where it is now; null unless it is moved
     * @param reason null unless it is moved or cancelled
     * @param words what the applicant said; null unless it is closed
     * @param copy the document that tells of it; null if nobody has to be told
     */
    record Change(
            Inspection.State to,
            @Nullable Appointment moved,
            @Nullable String reason,
            @Nullable String words,
            @Nullable FairCopy copy) {

        static Change agreed(FairCopy copy) {
            return new Change(Inspection.State.AGREED, null, null, null, copy);
        }

        static Change moved(Appointment moved, String reason, @Nullable FairCopy copy) {
            return new Change(Inspection.State.PROPOSED, moved, reason, null, copy);
        }

        static Change cancelled(String reason, @Nullable FairCopy copy) {
            return new Change(Inspection.State.CANCELLED, null, reason, null, copy);
        }

        static Change closed(String words, FairCopy copy) {
            return new Change(Inspection.State.CLOSED, null, null, words, copy);
        }
    }

    /** The matters of the case are locked. Answers its place. */
    int propose(String number, InspectionProposal proposal, Deed deed) {
        Appointment appointment = proposal.appointment();
        return written(PROPOSE, number, deed)
                .param("items", proposal.items().toArray(String[]::new))
                .param("at", appointment.at())
                .param("place", appointment.place())
                .param("subject", appointment.subject())
                .param("prepare", appointment.prepare())
                .param("officers", proposal.officers().toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    boolean answer(Inspection inspection, InspectionReply reply, Deed deed) {
        return done(of(ANSWER, inspection, deed)
                .param("reply", reply.reply().name())
                .param("officers", reply.officers().toArray(String[]::new))
                .param("said", reply.text())
                .param("otherAt", reply.otherAt(), Types.TIMESTAMP));
    }

    boolean find(Inspection inspection, Inspection.Result result, List<String> came, String text, Deed deed) {
        return done(of(FIND, inspection, deed)
                .param("result", result.name())
                .param("came", came.toArray(String[]::new))
                .param("said", text));
    }

    boolean step(Inspection inspection, Change change, Deed deed) {
        Appointment moved = change.moved();
        return done(of(STEP, inspection, deed)
                .param("from", inspection.state().name())
                .param("to", change.to().name())
                .param("at", moved == null ? null : moved.at(), Types.TIMESTAMP)
                .param("place", moved == null ? null : moved.place(), Types.VARCHAR)
                .param("reason", change.reason(), Types.VARCHAR)
                .param("words", change.words(), Types.VARCHAR)
                .param("copy", change.copy() == null ? null : change.copy().row(), Types.VARCHAR));
    }

    private StatementSpec of(String sql, Inspection inspection, Deed deed) {
        return written(sql, inspection.number(), deed)
                .param("seq", inspection.seq())
                .param("round", inspection.round());
    }

    private StatementSpec written(String sql, String number, Deed deed) {
        Actor actor = deed.actor();
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("number", number)
                .param("now", deed.at())
                .param("moment", deed.at().atZone(clock.getZone()).toOffsetDateTime())
                .param("who", actor == null ? HistoryEntry.SYSTEM : actor.account())
                .param("name", actor == null ? HistoryEntry.SYSTEM_NAME : actor.name())
                .param("own", actor == null ? null : actor.department(), Types.VARCHAR)
                .param("act", deed.act().name())
                .param("audited", deed.act().audited())
                .param("text", deed.text())
                .param("key", deed.key() == null ? null : deed.key().value(), Types.VARCHAR);
    }

    /** A key that was used for something else at the same moment is told as one that was used before. */
    private static boolean done(StatementSpec statement) {
        try {
            return statement.query(Integer.class).optional().isPresent();
        } catch (DuplicateKeyException used) {
            throw IdempotencyKey.usedAtOnce();
        }
    }
}
