package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Ends matters of a case together and closes the case with the last; locks as {@link Moves} does. */
@Repository
class Endings {

    /** The paper of all that ended, and the act's place in the audit log; the case closes with its last matter. */
    private static final String PAPER_AND_FILE = """
            , paper as materialized (
                select notice.issue(:copy::notice.fair_copy) as number
                from (select string_agg(item, ' ' order by item) as items from ended having count(*) > 0) all_ended
                where audit.record(:region, :moment, :who, :audited, :number, all_ended.items)
            ), file as (
                update approval.case_file
                set unended = unended - count,
                    closed_at = case when unended = count then :at end,
                    joint_card_at = case when unended > count or joint_card_at < :at then joint_card_at end
                from (select count(*) as count from ended) e
                where region = :region and number = :number and count > 0
            )
            """;

    private static final String DELIVER = """
            with ready as (
                select item
                from approval.matter
                where region = :region and number = :number and item = any (:items) and step = :from
                order by seq
                for no key update
            ), ended as (
                update approval.matter m
                set step = 'ENDED', ended_at = :at, delivery_stopped = coalesce(delivery_stopped, :on::date),
                    delivery_card_at = case
                        when delivery_card_at < coalesce(delivery_stopped, :on::date, :at::timestamp) then delivery_card_at
                    end
                from ready
                where m.region = :region and m.number = :number and m.item = ready.item
                returning m.item
            )
            """ + PAPER_AND_FILE + """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, document)
            select :region, :number, item, :at, :who, :whoName, :act, :from, 'ENDED', paper.number
            from ended, paper
            returning *
            """;

    /**
     * Ends those that stand where the act may be done; a denial stays one, and goes to the applicant.
     *
     * <ul>
     *   <li>What was granted and not handed over has no effect, as whoever verifies its documents is told.
     *   <li>A hearing that was called isn't held; one that somebody asked for is to be held should a ruling open the matter again.
     *   <li>What was on the way to another department, which hasn't taken it on, is back where it came from: there it begins, should a
     *       ruling open it again.
     * </ul>
     */
    private static final String WITHOUT_RESULT = """
            with fruitless as (
                select m.item, m.step, t.seq as transfer, coalesce(t.from_department, m.department) as department
                from approval.matter m
                left join approval.transfer t
                    on t.region = m.region and t.number = m.number and t.item = m.item and t.ending is null and m.step = 'TRANSFER'
                where m.region = :region and m.number = :number and m.item = any (:items) and m.step = any (:steps)
                  and m.outcome is distinct from 'DENIED'
                order by m.seq
                for no key update of m
            ), ended as (
                update approval.matter m
                set step = 'ENDED', outcome = 'WITHDRAWN', ended_at = :at, next_card_at = null, delivery_card_at = null,
                    department = fruitless.department, holder = null, holder_name = null, extension_asked = 0,
                    hearing_until = null, hearing_from = null
                from fruitless
                where m.region = :region and m.number = :number and m.item = fruitless.item
                returning m.item, fruitless.step as from_step, m.seq, m.department
            ), over as (
                update approval.special_procedure s
                set ended_on = greatest(begun_on, :at::date)
                from ended
                where s.region = :region and s.number = :number and s.item = ended.item and s.ended_on is null
            ), uncalled as materialized (
                select count(notice.replace(h.region, c.paper, :at::date, :reason)) as many
                from ended
                join approval.hearing h
                    on h.region = :region and h.number = :number and h.item = ended.item and h.ended_at is null
                cross join unnest(h.calls) as c (paper)
            ), unheard as (
                update approval.hearing h
                set ended_at = case when told_at is null then :at::timestamp end, waived = told_at is null,
                    called_at = case when told_at is null then called_at end, at = case when told_at is null then h.at end,
                    presider = case when told_at is null then presider end
                from ended
                where h.region = :region and h.number = :number and h.item = ended.item and h.ended_at is null
            ), declared as (
                update approval.declaration d
                set state = 'OVER', due = null, found = :reason, settled_on = :at::date, department = ended.department
                from ended
                where d.region = :region and d.number = :number and d.item = ended.item
                  and d.state in ('SIGNED', 'CHECK_DUE', 'MENDING', 'CONFIRMED')
            ), offered as (
                update approval.transfer t
                set ending = :act, answer = :reason, answered_name = :whoName, answered_at = :at
                from fruitless
                where t.region = :region and t.number = :number and t.item = fruitless.item and t.seq = fruitless.transfer
            ), lapsed as materialized (
                select notice.let_lapse(:region, array (
                           select h.document from approval.history h join ended on ended.item = h.item
                           where h.region = :region and h.number = :number and ended.from_step in ('CERTIFY', 'DELIVER')
                             and h.act in ('GRANT', 'GRANT_DECLARED', 'CERTIFY') and h.document is not null
                       ), :at::date, :reason) as many
            )
            """ + PAPER_AND_FILE + """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion, ground,
                    document, idempotency_key)
            select :region, :number, item, :at, :who, :whoName, :act, from_step, 'ENDED', :reason, :ground,
                   paper.number, case when row_number() over (order by seq) = 1 then :key::text end
            from ended, paper, lapsed, uncalled
            order by seq
            returning *
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    Endings(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /**
     * @param from where all of them stand: at the window, or on their way
     * @param on when they reached the applicant, or were announced; null for now
     * @param receipt 送达回证
     */
    List<HistoryEntry> deliver(
            String number,
            Collection<String> items,
            Step from,
            @Nullable LocalDate on,
            FairCopy receipt,
            Actor actor,
            LocalDateTime at) {
        return statement(DELIVER, Act.DELIVER, number, receipt, actor, at)
                .param("items", items.toArray(String[]::new))
                .param("from", from.name())
                .param("on", on, Types.DATE)
                .query(Matters::entry)
                .list();
    }

    /**
     * The key is written once, with the first matter ended.
     *
     * @param act 撤回 or 逾期未补交终止
     * @param ended whom it ends
     * @param termination the document that confirms it
     */
    List<HistoryEntry> withoutResult(
            Act act,
            String number,
            List<Matter> ended,
            Said said,
            FairCopy termination,
            Actor actor,
            LocalDateTime at,
            @Nullable IdempotencyKey key) {
        return statement(WITHOUT_RESULT, act, number, termination, actor, at)
                .param("items", ended.stream().map(Matter::item).toArray(String[]::new))
                .param("steps", Procedure.steps(act).stream().map(Step::name).toArray(String[]::new))
                .param("reason", said.opinion())
                .param("ground", said.ground())
                .param("key", key == null ? null : key.value())
                .query(Matters::entry)
                .list();
    }

    private StatementSpec statement(String sql, Act act, String number, FairCopy paper, Actor actor, LocalDateTime at) {
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("number", number)
                .param("copy", paper.row())
                .param("act", act.name())
                .param("audited", act.audited())
                .param("at", at)
                .param("moment", at.atZone(zone).toOffsetDateTime())
                .param("who", actor.account())
                .param("whoName", actor.name());
    }
}
