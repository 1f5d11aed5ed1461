package city.onewindow.intake;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 补正 at the window: what a one-time notice named is received when the last of it is found in order, or when a receipt is given for what
 * came, whichever is first. Then it must be accepted (行政许可法 第三十二条第一款第五项), and silence accepts it (第四项).
 */
@Component
class Supplements {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Centre centre;
    private final Clock clock;

    Supplements(JdbcClient jdbc, Dossiers dossiers, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * The dossier as it stands after a change at the window, in the transaction that made it. What turns out not to be in order after all
     * is with the applicant again, unless a receipt says that it was received.
     */
    Dossier changed(String number, Actor actor) {
        Dossier now = dossiers.ofWindow(number, actor);
        if (now.application().status() != ApplicationStatus.SUPPLEMENT) {
            return now;
        }
        boolean complete = now.demands().isEmpty();
        return complete != now.application().isAwaited() && keep(number, complete)
                ? dossiers.ofWindow(number, actor)
                : now;
    }

    private boolean keep(String number, boolean complete) {
        OffsetDateTime at = LocalDateTime.now(clock).atZone(clock.getZone()).toOffsetDateTime();
        return jdbc.sql("""
                        update intake.application a set received_at = :at
                        where region = :region and number = :number and status = 'SUPPLEMENT'
                          and not exists (select from intake.history h
                                          where h.region = a.region and h.number = a.number and h.act = 'RECEIVE'
                                            and h.at >= a.received_at)
                        """)
                        .param("at", complete ? at : null, Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("region", centre.region())
                        .param("number", number)
                        .update()
                > 0;
    }
}
