package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.FairCopy;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Ends matters of a case together and closes the case with the last; locks as {@link Moves} does. */
@Repository
class Endings {

    private static final String FILE = """
            , file as (
                update approval.case_file
                set unended = unended - count,
                    status = case when unended = count then 'CLOSED' else status end,
                    closed_at = case when unended = count then :at end
                from (select count(*) as count from ended) e
                where region = :region and number = :number and count > 0
            )
            """;

    private static final String DELIVER = """
            with ready as (
                select item
                from approval.matter
                where region = :region and number = :number and item = any (:items) and step = 'DELIVER'
                order by seq
                for no key update
            ), ended as (
                update approval.matter m
                set step = 'ENDED', ended_at = :at
                from ready
                where m.region = :region and m.number = :number and m.item = ready.item
                returning m.item
            )
            """ + FILE + """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, document)
            select :region, :number, item, :at, :who, :whoName, 'DELIVER', 'DELIVER', 'ENDED', :document
            from ended
            returning *
            """;

    /** Ends all that stands where the act may be done; a denial stays one, and goes to the applicant. */
    private static final String WITHOUT_RESULT = """
            with fruitless as (
                select item, step
                from approval.matter
                where region = :region and number = :number and step = any (:steps) and outcome is distinct from 'DENIED'
                order by seq
                for no key update
            ), ended as (
                update approval.matter m
                set step = 'ENDED', outcome = 'WITHDRAWN', ended_at = :at
                from fruitless
                where m.region = :region and m.number = :number and m.item = fruitless.item
                returning m.item, fruitless.step as from_step, m.seq
            ), paper as materialized (
                select notice.issue(:copy::jsonb) as number from (select from ended limit 1)
            )
            """ + FILE + """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion, ground,
                    document, idempotency_key)
            select :region, :number, item, :at, :who, :whoName, :act, from_step, 'ENDED', :reason, :ground,
                   paper.number, case when row_number() over (order by seq) = 1 then :key::text end
            from ended, paper
            order by seq
            returning *
            """;

    private final JdbcClient jdbc;
    private final Centre centre;

    Endings(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
    }

    /** @param receipt number of the delivery receipt */
    List<HistoryEntry> deliver(String number, Collection<String> items, String receipt, Actor actor, LocalDateTime at) {
        return statement(DELIVER, number, actor, at)
                .param("document", receipt)
                .param("items", items.toArray(String[]::new))
                .query(Matters::entry)
                .list();
    }

    /**
     * The key is written once, with the first matter ended.
     *
     * @param act 撤回 or 逾期未补交终止
     * @param termination the document that confirms it
     */
    List<HistoryEntry> withoutResult(
            Act act,
            String number,
            Said said,
            FairCopy termination,
            Actor actor,
            LocalDateTime at,
            @Nullable IdempotencyKey key) {
        return statement(WITHOUT_RESULT, number, actor, at)
                .param("copy", termination.json())
                .param("act", act.name())
                .param("steps", Procedure.steps(act).stream().map(Step::name).toArray(String[]::new))
                .param("reason", said.opinion())
                .param("ground", said.ground())
                .param("key", key == null ? null : key.value())
                .query(Matters::entry)
                .list();
    }

    private StatementSpec statement(String sql, String number, Actor actor, LocalDateTime at) {
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("number", number)
                .param("at", at)
                .param("who", actor.account())
                .param("whoName", actor.name());
    }
}
