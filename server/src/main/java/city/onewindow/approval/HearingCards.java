package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.Centre;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises the cards of {@link HearingClock}'s clock at the department that has yet to call: yellow when little time is left to call so that the
 * hearing is held in time, red when it wasn't. Few hearings wait at any time, so their dates are worked out whenever they are looked at, and
 * holidays that change move them without being counted anew; any number of instances may.
 */
@Component
class HearingCards {

    private static final String WAITING = """
            select distinct on (h.number, h.item) h.number, h.item, h.seq, m.hearing_from, h.yellow_for, h.red_for
            from approval.hearing h
            join approval.matter m on (m.region, m.number, m.item) = (h.region, h.number, h.item)
            where h.region = :region and h.ended_at is null and h.called_at is null
              and (cardinality(h.asked_by) > 0 or h.adjourned_on is not null) and m.hearing_from is not null
              and (:number::text is null or h.number = :number)
            order by h.number, h.item, h.seq desc
            """;

    /**
     * By whoever comes first, once for each day from which it waits; not of one that was called meanwhile. It locks the matter, so it is only for
     * cards that are still to be raised. Of two such days around a day off the hearing may be due on the same day: one card says so.
     */
    private static final String RAISE = """
            with waiting as (
                select m.* from approval.matter m
                where m.region = :region and m.number = :number and m.item = :item and m.hearing_from = :from
                for no key update
            ), raised as (
                update approval.hearing h
                set %1$s = :from
                from waiting m
                where h.region = m.region and h.number = m.number and h.item = m.item and h.seq = :seq
                  and h.ended_at is null and h.called_at is null and h.%1$s is distinct from :from
                returning :due::timestamp as due, m.region, m.number, m.item, m.round, m.item_name, m.department
            )
            """ + CardTable.OF_RAISED;

    private static final String YELLOW = RAISE.formatted("yellow_for");
    private static final String RED = RAISE.formatted("red_for");

    /** @param yellowFor from which day its yellow card was raised, {@code redFor} its red one; null if none was */
    private record Waiting(
            String number,
            String item,
            int seq,
            LocalDate from,
            @Nullable LocalDate yellowFor,
            @Nullable LocalDate redFor) {}

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;

    HearingCards(JdbcClient jdbc, Centre centre, Calendar calendar) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
    }

    void raise(LocalDateTime now) {
        raise(null, now);
    }

    /** As {@link MissedCards}; null: of all cases. */
    void raise(@Nullable String number, LocalDateTime now) {
        List<Waiting> waiting = jdbc.sql(WAITING)
                .param("region", centre.region())
                .param("number", number)
                .query((row, index) -> new Waiting(
                        row.getString("number"),
                        row.getString("item"),
                        row.getInt("seq"),
                        row.getObject("hearing_from", LocalDate.class),
                        row.getObject("yellow_for", LocalDate.class),
                        row.getObject("red_for", LocalDate.class)))
                .list();
        if (waiting.isEmpty()) {
            return;
        }
        Deadlines deadlines = calendar.deadlines();
        for (Waiting one : waiting) {
            HearingClock held = HearingClock.from(one.from(), deadlines);
            if (held.yellowFrom().isBefore(now) && !one.from().equals(one.yellowFor())) {
                raise(YELLOW, Card.Kind.HEARING_YELLOW, one, held, now);
            }
            if (held.due().isBefore(now) && !one.from().equals(one.redFor())) {
                raise(RED, Card.Kind.HEARING_RED, one, held, now);
            }
        }
    }

    private void raise(String sql, Card.Kind kind, Waiting one, HearingClock held, LocalDateTime now) {
        jdbc.sql(sql)
                .param("region", centre.region())
                .param("number", one.number())
                .param("item", one.item())
                .param("seq", one.seq())
                .param("from", one.from())
                .param("kind", kind.name())
                .param("due", held.due())
                .param("now", now)
                .update();
    }
}
