package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.Centre;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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
            select number, item, hearing_from, hearing_cards from approval.matter
            where region = :region and hearing_from is not null and hearing_cards < 2
            order by number, item
            """;

    /** By whoever comes first; not of one that was called meanwhile. */
    private static final String RAISE = """
            with raised as (
                update approval.matter
                set hearing_cards = hearing_cards + 1
                where region = :region and number = :number and item = :item and hearing_from = :from and hearing_cards = :cards
                returning *
            )
            insert into approval.card (region, number, item, round, kind, item_name, department, lead_department, due, raised_at)
            select m.region, m.number, m.item, m.round, (array ['HEARING_YELLOW', 'HEARING_RED'])[m.hearing_cards], m.item_name,
                   m.department, f.lead_department, :due, :now
            from raised m
            join approval.case_file f on f.region = m.region and f.number = m.number
            """;

    /** @param cards that it has earned by now */
    private record Waiting(String number, String item, LocalDate from, int cards) {}

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;

    HearingCards(JdbcClient jdbc, Centre centre, Calendar calendar) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
    }

    void raise(LocalDateTime now) {
        List<Waiting> waiting = jdbc.sql(WAITING)
                .param("region", centre.region())
                .query((row, index) -> new Waiting(
                        row.getString("number"),
                        row.getString("item"),
                        row.getObject("hearing_from", LocalDate.class),
                        row.getInt("hearing_cards")))
                .list();
        if (!waiting.isEmpty()) {
            Deadlines deadlines = calendar.deadlines();
            waiting.forEach(one -> raise(one, HearingClock.from(one.from(), deadlines), now));
        }
    }

    private void raise(Waiting one, HearingClock clock, LocalDateTime now) {
        for (int cards = one.cards(); cards < 2; cards++) {
            LocalDateTime earned = cards == 0 ? clock.yellowFrom() : clock.due();
            if (!earned.isBefore(now)) {
                return;
            }
            jdbc.sql(RAISE)
                    .param("region", centre.region())
                    .param("number", one.number())
                    .param("item", one.item())
                    .param("from", one.from())
                    .param("cards", cards)
                    .param("due", clock.due())
                    .param("now", now)
                    .update();
        }
    }
}
