package city.onewindow.approval;

import city.onewindow.approval.Aftermath.Standing;
import city.onewindow.calendar.Deadlines;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Does to the matters of a case what a ruling demands, in one statement. Whoever calls holds the locks of all of them. */
@Repository
class RulingMoves {

    private static final String WRITE = """
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion,
                    ground, document, idempotency_key)
            select :region, :number, :item, :at, :who, :whoName, :act, :from, :to, :opinion, :ground,
                   notice.issue(:copy::notice.fair_copy), :key
            from audit.record(:region, :moment, :who, :audited, :number, :item)
            """;

    private static final String RECORD = WRITE + " returning *";

    /** What was asked for, or may be, before the application ended: of an item, on a condition, and from when its days count. */
    private static final String HEARD_FIRST = """
            (hearing_until, hearing_from) = (
                select case when due then 'infinity' else ask_until end, case when due then %3$s end
                from (select h.ask_until, cardinality(h.asked_by) > 0 or h.adjourned_on is not null as due
                      from approval.hearing h
                      where %2$s and h.region = :region and h.number = :number and h.item = %1$s
                        and h.told_at is not null and h.ended_at is null
                      order by h.seq desc limit 1) told),
            """;

    /** The matter: by a limit of its own, if it has one now, with cards of its own. */
    private static final String MOVED = """
            with moved as (
                update approval.matter
                set step = :to, outcome = :outcome, pending = 0, round = round + 1, cards = 0,
                    anew_days = :days, anew_unit = :unit, by_ruling = :byRuling,
                    decided_before = :decidedBefore, set_aside = :setAside,
                    promised_days = promised_days - coalesce(promise_extended, extended),
                    statutory_days = statutory_days - extended,
                    promise_extended = 0, extended = 0,
                    reviewed_by = null, examined_by = null, recommendation = null,
                    hearing_record = case when :act = 'REOPEN' then null else hearing_record end,
                    """ + HEARD_FIRST.formatted(":item", ":act = 'REOPEN'", ":at::date") + """
                    certificate_number = case when :act = 'RESTORE' then certificate_number end,
                    decided_at = case when :outcome::text is null then null when :to = 'ENDED' then decided_at else :at end,
                    ready_at = case :to when 'DELIVER' then :at when 'SENT' then ready_at end,
                    ended_at = case when :to = 'ENDED' then coalesce(ended_at, :at) end,
                    holder = null, holder_name = null,
                    opened_at = coalesce(:openedAt, opened_at), promised_due = coalesce(:due, promised_due),
                    -- Only what begins again is checked again.
                    technical_settled = case when :act = 'REOPEN' then technical_settled else round + 1 end,
                    statutory_due = coalesce(:due, statutory_due), next_card_at = :yellowFrom,
                    delivery_due = :deliveryDue, delivery_cards = 0,
                    -- What was sent in time was, whatever happened to the grant meanwhile; what comes back counts from the ruling.
                    delivery_card_at = case when :to <> 'SENT' then :deliveryYellow::timestamp end,
                    delivery_stopped = case when :to = 'SENT' then delivery_stopped end
                where region = :region and number = :number and item = :item and step = :from
                returning item
            )
            """;

    /** Those that wait then: what had ended begins from its beginning, and opens by its own limits. */
    private static final String STANDING =
            """
            , standing as (
                update approval.matter m
                set step = case when d.pending > 0 then 'WAITING' when m.chain = 'ONE' then 'DECIDE' else 'REVIEW' end,
                    """ + HEARD_FIRST.formatted("m.item", "d.again", "case when d.pending = 0 then :at::date end") + """
                    hearing_record = null, outcome = null, pending = d.pending, round = m.round + d.again::int, cards = 0,
                    anew_days = null, anew_unit = null, by_ruling = false, decided_before = null, set_aside = null,
                    promised_days = m.promised_days - coalesce(m.promise_extended, m.extended),
                    statutory_days = m.statutory_days - m.extended,
                    promise_extended = 0, extended = 0,
                    reviewed_by = null, examined_by = null, recommendation = null, certificate_number = null,
                    decided_at = null, ready_at = null, ended_at = null,
                    opened_at = case when d.pending = 0 then :at end,
                    promised_due = case when d.pending = 0 then d.promised_due end,
                    statutory_due = case when d.pending = 0 then d.statutory_due end,
                    next_card_at = case when d.pending = 0 then d.yellow_from end,
                    delivery_due = null, delivery_cards = 0, delivery_card_at = null, delivery_stopped = null
                from unnest(:items::text[], :pendings::int[], :agains::boolean[], :promisedDues::timestamp[],
                            :statutoryDues::timestamp[], :yellowFroms::timestamp[])
                     as d (item, pending, again, promised_due, statutory_due, yellow_from)
                where m.region = :region and m.number = :number and m.item = d.item
                returning m.item, m.step, d.again
            ), ended as (
                update approval.matter m
                set step = 'ENDED', outcome = 'TERMINATED', ended_at = :at
                where m.region = :region and m.number = :number and m.item = any (:doomed)
                returning m.item
            ), stood as (
                update approval.special_procedure
                set counts = false
                where region = :region and number = :number
                  and (item = :item and :openedAt::timestamp is not null
                       or item in (select item from standing where again))
            ), declared as (
                update approval.declaration
                set state = 'OVER', due = null, found = :opinion, settled_on = :at::date
                where region = :region and number = :number and item = :item
                  and state in ('SIGNED', 'CHECK_DUE', 'MENDING', 'CONFIRMED')
            ), file as (
                update approval.case_file
                set unended = unended + :growth,
                    closed_at = case when unended + :growth = 0 then coalesce(closed_at, :at) end,
                    promised_due = :casePromisedDue, statutory_due = :caseStatutoryDue
                where region = :region and number = :number
            ), papers as materialized (
                select notice.overrule(:region, :papers, :how, :ruledBy, :at::date, :told) as own,
                       notice.overrule(:region, :followingPapers, 'SET_ASIDE', :ruledBy, :at::date, :followingTold) as others,
                       notice.restore(:region, :restoredPapers, :ruledBy, :at::date) as back
                from moved
            )
            """;

    private static final String FOLLOWED = """
            , papers
            union all
            select :region, :number, item, :at, :system, :systemName, 'AWAIT_AGAIN', 'ENDED', 'WAITING', :followingTold, :ground,
                   null, null
            from standing where again
            union all
            select :region, :number, item, :at, :system, :systemName, 'OPEN', 'WAITING', step, '', '', null, null
            from standing where step <> 'WAITING'
            union all
            select :region, :number, ended.item, :at, :system, :systemName, 'TERMINATE', 'WAITING', 'ENDED', :followingTold,
                   :whyGround, notice.issue(d.copy::notice.fair_copy), null
            from ended join unnest(:doomed, :copies) as d (item, copy) using (item)
            union all
            select :region, :number, l.item, :at, :system, :systemName, 'LEARN_OF_REVOCATION', l.step, l.step, :followingTold,
                   :ground, null, null
            from unnest(:learning, :steps) as l (item, step)
            returning *
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    RulingMoves(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /** It changes nothing. */
    List<HistoryEntry> record(Move move) {
        return run(RECORD, values(move));
    }

    /**
     * What the matter is after the ruling.
     *
     * @param byRuling whether the organ itself decided that
     * @param limit of what is to be done now; null if it has none of its own
     * @param clock by that limit; null if none runs
     * @param yellowFrom when it earns its first card; null if it has none
     * @param delivery of what the organ granted, whose cards are these; else null
     * @param decidedBefore account that must not decide again; null if anybody may
     * @param setAside what must not just be decided again; null if anything may
     */
    record Afterwards(
            @Nullable Outcome outcome,
            boolean byRuling,
            @Nullable TimeLimit limit,
            Matter.@Nullable Clock clock,
            @Nullable LocalDateTime yellowFrom,
            @Nullable DeliveryClock delivery,
            @Nullable String decidedBefore,
            @Nullable Outcome setAside,
            CaseClock due) {}

    /**
     * Which documents hold no longer, and what is told of them.
     *
     * @param own of the matter
     * @param how what the ruling did to them
     * @param ruledBy organ and document
     * @param restored of the matter, which were revoked and hold again
     * @param following of those that had ended because of it
     * @param followingTold why these hold no longer; also what happened, for the other matters
     * @param terminations by code of what can't be granted any more, the document saying so
     */
    record Papers(
            List<String> own,
            String how,
            String ruledBy,
            String told,
            List<String> restored,
            List<String> following,
            String followingTold,
            Map<String, String> terminations) {}

    List<HistoryEntry> change(
            Move move,
            Afterwards then,
            Aftermath others,
            Map<String, AcceptedMatter> accepted,
            Papers papers,
            Deadlines deadlines) {
        LocalDateTime at = move.at();
        Function<Standing, AcceptedMatter> limits =
                one -> accepted.get(one.matter().item());
        int growth = others.growth() + open(move.edge().to()) - open(move.edge().from());
        Matter.Clock clock = then.clock();
        DeliveryClock delivery = then.delivery();
        return run(
                MOVED + STANDING + WRITE + FOLLOWED,
                values(move)
                        .addValue("outcome", Moves.name(then.outcome()), Types.VARCHAR)
                        .addValue("byRuling", then.byRuling())
                        .addValue(
                                "days",
                                then.limit() == null ? null : then.limit().days(),
                                Types.NUMERIC)
                        .addValue(
                                "unit",
                                then.limit() == null
                                        ? null
                                        : then.limit().unit().name(),
                                Types.VARCHAR)
                        .addValue("decidedBefore", then.decidedBefore(), Types.VARCHAR)
                        .addValue("setAside", Moves.name(then.setAside()), Types.VARCHAR)
                        .addValue("openedAt", clock == null ? null : clock.openedAt(), Types.TIMESTAMP)
                        .addValue("due", clock == null ? null : clock.promisedDue(), Types.TIMESTAMP)
                        .addValue("yellowFrom", then.yellowFrom(), Types.TIMESTAMP)
                        .addValue("deliveryDue", delivery == null ? null : delivery.due(), Types.TIMESTAMP)
                        .addValue("deliveryYellow", delivery == null ? null : delivery.yellowFrom(), Types.TIMESTAMP)
                        .addValue("casePromisedDue", then.due().promisedDue())
                        .addValue("caseStatutoryDue", then.due().statutoryDue())
                        .addValue("growth", growth)
                        .addValue(
                                "items",
                                Moves.texts(
                                        others.waiting(), one -> one.matter().item()))
                        .addValue("pendings", Moves.texts(others.waiting(), Standing::pending))
                        .addValue("agains", Moves.texts(others.waiting(), Standing::again))
                        .addValue(
                                "promisedDues",
                                Moves.texts(
                                        others.waiting(),
                                        one -> Moves.due(deadlines.of(
                                                at, limits.apply(one).promised()))))
                        .addValue(
                                "statutoryDues",
                                Moves.texts(
                                        others.waiting(),
                                        one -> Moves.due(deadlines.of(
                                                at, limits.apply(one).lawful()))))
                        .addValue(
                                "yellowFroms",
                                Moves.texts(
                                        others.waiting(), one -> Moves.yellowFrom(at, limits.apply(one), deadlines)))
                        .addValue("doomed", Moves.texts(papers.terminations().keySet(), item -> item))
                        .addValue("copies", Moves.texts(papers.terminations().values(), copy -> copy))
                        .addValue("learning", Moves.texts(others.learning(), Matter::item))
                        .addValue(
                                "steps",
                                Moves.texts(
                                        others.learning(),
                                        matter -> matter.step().name()))
                        .addValue("papers", Moves.texts(papers.own(), paper -> paper))
                        .addValue("how", papers.how())
                        .addValue("ruledBy", papers.ruledBy())
                        .addValue("told", papers.told())
                        .addValue("restoredPapers", Moves.texts(papers.restored(), paper -> paper))
                        .addValue("followingPapers", Moves.texts(papers.following(), paper -> paper))
                        .addValue("followingTold", papers.followingTold())
                        .addValue("whyGround", Procedure.only(Act.TERMINATE).ground()));
    }

    private static int open(Step step) {
        return step == Step.ENDED ? 0 : 1;
    }

    private MapSqlParameterSource values(Move move) {
        return move.values(centre.region(), zone);
    }

    private List<HistoryEntry> run(String sql, MapSqlParameterSource values) {
        return jdbc.sql(sql).paramSource(values).query(Matters::entry).list();
    }
}
