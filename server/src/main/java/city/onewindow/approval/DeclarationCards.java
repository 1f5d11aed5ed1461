package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.Centre;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises the cards of what was granted on a declaration (告知承诺) and is still to be checked, or checked again after its mending: yellow
 * while two working days are left, red once the last day has passed. A row remembers the day that it had each for, so a day that moves
 * earns its own; any number of instances may raise them.
 */
@Component
class DeclarationCards {

    private static final int YELLOW_DAYS = 2;
    private static final int ALL_OF_A_CASE = 1000;

    /** What another instance is at, or somebody who acts, is left to them and to the next time. */
    private static final String RAISE = """
            with due as (
                select d.region, d.number, d.item, d.due, m.round, m.item_name, m.department
                from approval.declaration d
                join approval.matter m on (m.region, m.number, m.item) = (d.region, d.number, d.item)
                where d.region = :region and d.state in ('CHECK_DUE', 'MENDING') and d.due <= :upTo and d.%1$s is distinct from d.due
                  and m.outcome = 'GRANTED' and (:number::text is null or d.number = :number)
                order by d.due
                limit :batch
                for no key update of d skip locked
            ), raised as (
                update approval.declaration d
                set %1$s = due.due
                from due
                where (d.region, d.number, d.item) = (due.region, due.number, due.item)
                returning due.due + :close::time as due, d.region, d.number, d.item, due.round, due.item_name, due.department
            )
            """ + CardTable.OF_RAISED;

    private static final String YELLOW = RAISE.formatted("yellow_for");
    private static final String RED = RAISE.formatted("red_for");

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Calendar calendar;

    DeclarationCards(JdbcClient jdbc, Centre centre, Calendar calendar) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.calendar = calendar;
    }

    /** @param batch how many at once at most, each time for itself: nobody waits until a long backlog is through */
    void raise(LocalDateTime now, int batch) {
        raise(null, now, batch);
    }

    /** As {@link MissedCards}. */
    void raise(String number, LocalDateTime now) {
        raise(number, now, ALL_OF_A_CASE);
    }

    private void raise(@Nullable String number, LocalDateTime now, int batch) {
        LocalDate today = now.toLocalDate();
        LocalDate near = calendar.workingDays().plus(today, YELLOW_DAYS);
        while (raise(YELLOW, Card.Kind.CHECK_YELLOW, near, number, now, batch) > 0) {
            // The next batch.
        }
        while (raise(RED, Card.Kind.CHECK_RED, today.minusDays(1), number, now, batch) > 0) {
            // The next batch.
        }
    }

    private int raise(
            String sql, Card.Kind kind, LocalDate upTo, @Nullable String number, LocalDateTime now, int batch) {
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("kind", kind.name())
                .param("upTo", upTo)
                .param("number", number)
                .param("close", Deadlines.CLOSE)
                .param("now", now)
                .param("batch", batch)
                .update();
    }
}
