package city.onewindow.approval;

import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves the check of a declaration on, one statement an act. Whoever calls holds the locks of the case's matters. */
@Repository
class DeclarationMoves {

    private static final String CHECKED = """
            with checked as (
                update approval.declaration
                set state = :state, due = :due, due_from = case when :due::date is null then due_from else :at::date end, found = :opinion, settled_on = :settledOn
                where region = :region and number = :number and item = :item and state = :before
                  and """ + LeaveTable.STANDS_IN + """
                returning item
            )
            """;

    private static final String WRITE = """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion,
                    ground, document, idempotency_key)
            select :region, :number, item, :at, :who, :whoName, :act, :from, :to, :opinion, :ground,
                   notice.issue(:copy::notice.fair_copy), :key
            from checked where audit.record(:region, :moment, :who, :audited, :number, item || :inPlace)
            """;

    private static final String RETURNING = """
            returning *
            """;

    private static final String CHECK = CHECKED + WRITE + RETURNING;

    /**
     * The matter ends, if it hasn't; so does what waits for it, as after a denial. What was opened on it goes on, and its
     * departments learn of it. What was issued for it no longer verifies as good.
     */
    private static final String REVOKE = CHECKED + """
            , revoked as (
                update approval.matter m
                set step = 'ENDED', outcome = 'REVOKED', ended_at = coalesce(ended_at, :at), next_card_at = null,
                    delivery_card_at = null,
                    holder = null, holder_name = null
                from checked
                where m.region = :region and m.number = :number and m.item = checked.item
                returning m.item
            ), ended as (
                update approval.matter m
                set step = 'ENDED', outcome = 'TERMINATED', ended_at = :at
                from checked
                where m.region = :region and m.number = :number and m.item = any (:doomed) and m.step = 'WAITING'
                returning m.item
            ), file as (
                update approval.case_file
                set unended = unended - :ending,
                    closed_at = case when unended = :ending then :at else closed_at end
                from checked
                where region = :region and number = :number and :ending > 0
            ), papers as materialized (
                select notice.revoke(:region, :papers, :at::date, :opinion) as many from revoked
            )
            """ + WRITE + """
              and exists (select from papers)
            union all
            select :region, :number, ended.item, :at, :system, :systemName, 'TERMINATE', 'WAITING', 'ENDED', :why, :whyGround,
                   notice.issue(d.copy::notice.fair_copy), null
            from ended join unnest(:doomed, :copies) as d (item, copy) using (item)
            union all
            select :region, :number, l.item, :at, :system, :systemName, 'LEARN_OF_REVOCATION', l.step, l.step, :learn,
                   :whyGround, null, null
            from checked, unnest(:learning, :steps) as l (item, step)
            """ + RETURNING;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    DeclarationMoves(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** @param due last day to mend; null if it is confirmed */
    List<HistoryEntry> check(Move move, Declared before, @Nullable LocalDate due) {
        return run(CHECK, values(move, before, due));
    }

    /**
     * @param terminations by code of the item that waits for it, the document saying so
     * @param learning those that were opened on it
     * @param papers numbers of the documents that its grant and its certificate gave
     */
    List<HistoryEntry> revoke(
            Move move,
            Declared before,
            Map<String, String> terminations,
            Collection<Matter> learning,
            Collection<String> papers,
            Revoked words) {
        int ending = terminations.size() + (move.edge().from() == Step.ENDED ? 0 : 1);
        return run(
                REVOKE,
                values(move, before, null)
                        .addValue("doomed", terminations.keySet().toArray(String[]::new))
                        .addValue("copies", terminations.values().toArray(String[]::new))
                        .addValue("ending", ending)
                        .addValue(
                                "learning", learning.stream().map(Matter::item).toArray(String[]::new))
                        .addValue(
                                "steps",
                                learning.stream()
                                        .map(matter -> matter.step().name())
                                        .toArray(String[]::new))
                        .addValue("papers", papers.toArray(String[]::new))
                        .addValue("why", words.why())
                        .addValue("learn", words.learn())
                        .addValue("whyGround", Procedure.only(Act.TERMINATE).ground()));
    }

    /**
     * What others are told of a revocation.
     *
     * @param why of what waited for it
     * @param learn of what was opened on it
     */
    record Revoked(String why, String learn) {}

    private MapSqlParameterSource values(Move move, Declared before, @Nullable LocalDate due) {
        return move.values(centre.region(), zone)
                .addValue("before", before.state().name())
                .addValue(
                        "state",
                        before.state().after(move.edge().act()).orElseThrow().name())
                .addValue("due", due, Types.DATE)
                .addValue("settledOn", due == null ? move.at().toLocalDate() : null, Types.DATE);
    }

    private List<HistoryEntry> run(String sql, MapSqlParameterSource values) {
        return jdbc.sql(sql).paramSource(values).query(Matters::entry).list();
    }
}
