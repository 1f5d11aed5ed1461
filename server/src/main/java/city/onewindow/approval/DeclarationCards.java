package city.onewindow.approval;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.kernel.Centre;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

    private static final String RAISE = """
            with raised as (
                update approval.declaration d
                set %1$s = d.due
                from approval.matter m
                where d.region = :region and d.state in ('CHECK_DUE', 'MENDING') and d.due <= :upTo and d.%1$s is distinct from d.due
                  and (m.region, m.number, m.item) = (d.region, d.number, d.item) and m.outcome = 'GRANTED'
                returning d.due + :close::time as due, m.region, m.number, m.item, m.round, m.item_name, m.department
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

    void raise(LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        raise(YELLOW, Card.Kind.CHECK_YELLOW, calendar.workingDays().plus(today, YELLOW_DAYS), now);
        raise(RED, Card.Kind.CHECK_RED, today.minusDays(1), now);
    }

    private void raise(String sql, Card.Kind kind, LocalDate upTo, LocalDateTime now) {
        jdbc.sql(sql)
                .param("region", centre.region())
                .param("kind", kind.name())
                .param("upTo", upTo)
                .param("close", Deadlines.CLOSE)
                .param("now", now)
                .update();
    }
}
