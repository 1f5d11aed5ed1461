package city.onewindow.approval;

import city.onewindow.calendar.Deadline;
import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.Centre;
import city.onewindow.notice.FairCopy;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Moves a matter along an edge of {@link Procedure}: one statement an act, which checks the step again under the row's
 * lock, opens or ends what depends on it, and writes the history. What was written is what is answered: no rows, no act.
 *
 * <p>Statements that touch several matters of a case lock them in the order of {@code seq}, then the case's own row, so
 * that two of them never wait for each other in a ring.
 */
@Repository
class Moves {

    /** Whether this account didn't use this key before. */
    static final String UNUSED_KEY = """
            not exists (select from approval.history h
                        where h.region = :region and h.who = :who and h.idempotency_key = :key)
            """;

    /**
     * The guard and the change. The matter moves if
     *
     * <ul>
     *   <li>it stands at the step where the act begins, is of the actor's department, and its chain has the next step;
     *   <li>nobody else holds it, as far as that {@link Pool#stops stops} the act; in the place of a colleague on leave, he may;
     *   <li>the actor neither reviewed nor examined it, nor made the decision that a ruling set aside, unless he {@link
     *       Rights#mayFollowOwnOpinion may};
     *   <li>its decision doesn't repeat what was set aside, and rests on the record of the hearing, if there was one;
     *   <li>no hearing is open that has to come first, and who presided over one doesn't review or examine it;
     *   <li>what {@link #conditions} adds for this act is so.
     * </ul>
     *
     * <p>At its next step nobody holds it yet; in a chain of three that is the examination after the review. Once it is decided, nobody
     * asks for more time for it. The promise's clock stops at the issuing window, that of {@link DeliveryClock} starts with a grant.
     *
     * <p>What the statement uses more than once of the act is in the row {@code act}, so that it is sent once: the planner puts the
     * values of a row without a table in place of its columns.
     */
    private static final String MOVED = """
            with moved as (
                update approval.matter m
                set step = case when act.onto = 'DECIDE' and m.step = 'REVIEW' and chain = 'THREE' then 'EXAMINE' else act.onto end,
                    outcome = coalesce(act.outcome, m.outcome),
                    reviewed_by = coalesce(:reviewer, reviewed_by),
                    examined_by = :examiner,
                    recommendation = coalesce(:recommendation, recommendation),
                    hearing_until = case when act.outcome is null then hearing_until end,
                    decided_at = case when act.outcome is null then decided_at else act.at end,
                    certificate_number = coalesce(:certificate, certificate_number),
                    ready_at = case when act.onto = 'DELIVER' then act.at else ready_at end,
                    holder = null,
                    holder_name = null,
                    extension_asked = case when act.outcome is null then extension_asked else 0 end,
                    next_card_at = case when act.onto = 'DELIVER' and next_card_at >= act.at then null else next_card_at end,
                    delivery_due = coalesce(:deliveryDue, delivery_due),
                    delivery_card_at = coalesce(:deliveryYellow, delivery_card_at)
                from (select :from::text as from_step, :to::text as onto, :outcome::text as outcome, :at::timestamp as at,
                             :who::text as who, :ownReview::boolean as own_review) act
                where m.region = :region and m.number = :number and m.item = :item and m.step = act.from_step
                  and m.department = :department
                  and (act.onto <> 'EXAMINE' or chain = 'THREE')
                  and (holder is null or holder in (act.who, :absent) or :heldToo)
                  and (act.own_review or reviewed_by is distinct from act.who and examined_by is distinct from act.who)
                  and (act.outcome is null or (act.own_review or decided_before is distinct from act.who)
                       and (:different or set_aside is distinct from act.outcome)
                       and hearing_record is not distinct from :record)
                  and (act.outcome is null and m.step <> 'REVIEW' or hearing_until is null or hearing_until < act.at::date)
                  and (coalesce(:reviewer, :examiner) = any (presiders)) is not true
                """ + ActStatement.CONDITIONS + """
                returning act.*, m.region, m.number, m.item, m.step
            )
            """;

    /** With its document and its place in the audit log: none of them without the others. */
    private static final String WRITE_MOVED = """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion,
                    ground, document, idempotency_key)
            select region, number, item, at, who, :whoName, :act, from_step, step, :opinion, :ground,
                   notice.issue(:copy::notice.fair_copy), :key
            from moved where audit.record(region, :moment, who, :audited, number, item || :inPlace)
            """;

    private static final String RETURNING = """
            returning *
            """;

    private static final ActStatement MOVE = new ActStatement(MOVED + WRITE_MOVED + RETURNING);

    /**
     * Every matter that waits for the granted one has one less to wait for, and opens when nothing is left. The count goes
     * down under the row's lock, so of two predecessors granted at the same moment the later one sees the earlier one's
     * count, and exactly one of them opens the matter. Whether it waits is asked under the lock: it may have ended and been
     * opened again by a ruling meanwhile.
     */
    private static final ActStatement GRANT = new ActStatement(MOVED + """
            , next as (
                select m.item, m.step, d.promised_due, d.statutory_due, d.yellow_from
                from approval.matter m
                join moved on moved.item = any (m.after)
                join unnest(:following, :promisedDues::timestamp[], :statutoryDues::timestamp[], :yellowFroms::timestamp[])
                     as d (item, promised_due, statutory_due, yellow_from) on d.item = m.item
                where m.region = :region and m.number = :number
                order by m.seq
                for no key update of m
            ), counted as (
                update approval.matter m
                set pending = m.pending - 1,
                    step = case when m.pending > 1 then m.step when m.chain = 'ONE' then 'DECIDE' else 'REVIEW' end,
                    opened_at = case when m.pending = 1 then :at end,
                    promised_due = case when m.pending = 1 then next.promised_due end,
                    statutory_due = case when m.pending = 1 then next.statutory_due end,
                    next_card_at = case when m.pending = 1 then next.yellow_from end
                from next
                where m.region = :region and m.number = :number and m.item = next.item and next.step = 'WAITING'
                returning m.item, m.step
            )
            """ + WRITE_MOVED + """
            union all
            select :region, :number, item, :at, :system, :systemName, 'OPEN', 'WAITING', step, '', '', null, null
            from counted where step <> 'WAITING'
            """ + RETURNING);

    /** What can't be granted any more without the denied matter ends with it, and nothing else. */
    private static final ActStatement DENY = new ActStatement(MOVED + """
            , doomed as (
                select m.item
                from approval.matter m, moved
                where m.region = :region and m.number = :number and m.item = any (:descendants) and m.step = 'WAITING'
                order by m.seq
                for no key update of m
            ), ended as (
                update approval.matter m
                set step = 'ENDED', outcome = 'TERMINATED', ended_at = :at
                from doomed
                where m.region = :region and m.number = :number and m.item = doomed.item
                returning m.item
            ), file as (
                update approval.case_file
                set unended = unended - (select count(*) from ended)
                where region = :region and number = :number and exists (select from ended)
            )
            """ + WRITE_MOVED + """
            union all
            select :region, :number, item, :at, :system, :systemName, 'TERMINATE', 'WAITING', 'ENDED', :why, :whyGround,
                   notice.issue(d.copy::notice.fair_copy), null
            from ended join unnest(:descendants, :copies) as d (item, copy) using (item)
            """ + RETURNING);

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    Moves(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** One matter, and nothing else. */
    List<HistoryEntry> move(Move move) {
        return run(MOVE, move, values(move, null));
    }

    /** @param following those that were accepted to wait for the granted one */
    List<HistoryEntry> grant(Move move, Collection<AcceptedMatter> following, Deadlines deadlines) {
        LocalDateTime at = move.at();
        MapSqlParameterSource values = values(move, DeliveryClock.from(at, deadlines));
        if (following.isEmpty()) {
            return run(MOVE, move, values);
        }
        return run(
                GRANT,
                move,
                values.addValue("following", texts(following, AcceptedMatter::item))
                        .addValue("promisedDues", texts(following, next -> due(deadlines.of(at, next.promised()))))
                        .addValue("statutoryDues", texts(following, next -> due(deadlines.of(at, next.lawful()))))
                        .addValue("yellowFroms", texts(following, next -> yellowFrom(at, next, deadlines))));
    }

    /** @param terminations by item that can't be granted without the denied one, the document saying so */
    List<HistoryEntry> deny(Move move, Map<String, FairCopy> terminations, String why) {
        if (terminations.isEmpty()) {
            return move(move);
        }
        return run(
                DENY,
                move,
                values(move, null)
                        .addValue("descendants", terminations.keySet().toArray(String[]::new))
                        .addValue("copies", texts(terminations.values(), FairCopy::row))
                        .addValue("why", why)
                        .addValue(
                                "whyGround",
                                Procedure.edge(Step.WAITING, Act.TERMINATE)
                                        .orElseThrow()
                                        .ground()));
    }

    /** @param delivery of what is granted; else null */
    private MapSqlParameterSource values(Move move, @Nullable DeliveryClock delivery) {
        boolean anywhere = move.isAllowedAnywhere();
        return move.values(centre.region(), zone)
                .addValue("anywhere", anywhere)
                .addValue("heldToo", anywhere || !Pool.stops(move.edge()))
                .addValue("ownReview", Rights.mayFollowOwnOpinion(move.edge().act(), move.actor()))
                .addValue("outcome", name(move.outcome()), Types.VARCHAR)
                .addValue("different", move.said().different())
                .addValue("reviewer", move.reviewer(), Types.VARCHAR)
                .addValue("examiner", move.examiner(), Types.VARCHAR)
                .addValue("recommendation", name(move.said().recommendation()), Types.VARCHAR)
                .addValue("record", move.record(), Types.VARCHAR)
                .addValue("certificate", move.said().certificate(), Types.VARCHAR)
                .addValue("deliveryDue", delivery == null ? null : delivery.due(), Types.TIMESTAMP)
                .addValue("deliveryYellow", delivery == null ? null : delivery.yellowFrom(), Types.TIMESTAMP);
    }

    private List<HistoryEntry> run(ActStatement statement, Move move, MapSqlParameterSource values) {
        return statement.run(jdbc, conditions(move), values);
    }

    /** Most acts are done in the actor's own place, and people's without a key. */
    private static List<String> conditions(Move move) {
        List<String> conditions = new ArrayList<>();
        if (move.key() != null) {
            conditions.add(UNUSED_KEY);
        }
        if (!move.isAllowedAnywhere()) {
            conditions.add(WorkedThere.ALLOWED);
        }
        if (move.actor().absent() != null) {
            conditions.add(LeaveTable.STANDS_IN);
        }
        return conditions;
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    static String yellowFrom(LocalDateTime at, AcceptedMatter matter, Deadlines deadlines) {
        LocalDateTime due = deadlines.of(at, matter.promised()).due();
        return deadlines.yellowFrom(at, due, List.of()).toString();
    }

    static String due(Deadline deadline) {
        return deadline.due().toString();
    }

    static <T> String[] texts(Collection<T> all, Function<T, ?> text) {
        return all.stream().map(text).map(String::valueOf).toArray(String[]::new);
    }
}
