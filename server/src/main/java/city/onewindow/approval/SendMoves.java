package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.IdempotencyKey;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Matters leave the issuing window on their way, and come back to it; locks as {@link Moves} does. */
@Repository
class SendMoves {

    /** What stands at the step, all of it with its history and its place in the audit log; the key is written once. */
    private static final String MOVE = """
            with there as (
                select item
                from approval.matter
                where region = :region and number = :number and item = any (:items) and step = :from
                order by seq
                for no key update
            ), moved as (
                update approval.matter m
                set step = :to, delivery_stopped = :on,
                    delivery_due = coalesce(d.due, m.delivery_due),
                    delivery_card_at = case
                        when :on::date is null then case m.delivery_cards when 0 then d.yellow_from when 1 then d.due end
                        when m.delivery_card_at < :on::date then m.delivery_card_at
                    end
                from there
                left join unnest(:counted::text[], :dues::timestamp[], :yellowFroms::timestamp[])
                          as d (item, due, yellow_from) using (item)
                where m.region = :region and m.number = :number and m.item = there.item
                returning m.item, m.seq
            )
            insert into approval.history (region, number, item, at, who, who_name, act, from_step, to_step, opinion, ground,
                    idempotency_key)
            select :region, :number, item, :at, :who, :whoName, :act, :from, :to, :said, '',
                   case when row_number() over (order by seq) = 1 then :key::text end
            from moved where audit.record(:region, :moment, :who, :audited, :number, item)
            order by seq
            returning *
            """;

    private final JdbcClient jdbc;
    private final Centre centre;
    private final ZoneId zone;

    SendMoves(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.zone = clock.getZone();
    }

    /**
     * @param on when they were sent; null as they come back
     * @param clocks of those whose clock goes on, by item; of what is sent it stops
     * @param said how they were sent, or why they came back
     */
    List<HistoryEntry> move(
            Procedure.Edge edge,
            String number,
            Collection<String> items,
            @Nullable LocalDate on,
            Map<String, DeliveryClock> clocks,
            String said,
            Actor actor,
            LocalDateTime at,
            IdempotencyKey key) {
        return jdbc.sql(MOVE)
                .param("region", centre.region())
                .param("number", number)
                .param("items", items.toArray(String[]::new))
                .param("from", edge.from().name())
                .param("to", edge.to().name())
                .param("on", on, Types.DATE)
                .param("counted", clocks.keySet().toArray(String[]::new))
                .param("dues", times(clocks, DeliveryClock::due))
                .param("yellowFroms", times(clocks, DeliveryClock::yellowFrom))
                .param("act", edge.act().name())
                .param("audited", edge.act().audited())
                .param("at", at)
                .param("moment", at.atZone(zone).toOffsetDateTime())
                .param("who", actor.account())
                .param("whoName", actor.name())
                .param("said", said)
                .param("key", key.value())
                .query(Matters::entry)
                .list();
    }

    private static String[] times(Map<String, DeliveryClock> clocks, Function<DeliveryClock, LocalDateTime> time) {
        return clocks.values().stream().map(time).map(String::valueOf).toArray(String[]::new);
    }
}
