package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import java.time.Clock;
import java.time.LocalDateTime;
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
     * As {@link #changed(String)}, of one whose form or materials alone were changed under the version that was read: then it still stands
     * where it was read, and most await nothing.
     */
    void changed(Application before) {
        if (before.status() == ApplicationStatus.SUPPLEMENT && before.receivedAt() == null) {
            changed(before.number());
        }
    }

    /** What was changed, in the transaction that changed it, may have been the last of what is awaited. */
    void changed(String number) {
        if (isAwaiting(number) && dossiers.ofCase(number).demands().isEmpty()) {
            received(number);
        }
    }

    private boolean isAwaiting(String number) {
        return jdbc.sql("""
                        select exists (select from intake.application
                                       where region = :region and number = :number and status = 'SUPPLEMENT'
                                         and received_at is null)
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** From then on only a new notice stops the time, not what the window thinks of it later. */
    private void received(String number) {
        jdbc.sql("""
                        update intake.application set received_at = :at
                        where region = :region and number = :number and status = 'SUPPLEMENT' and received_at is null
                        """)
                .param("at", LocalDateTime.now(clock).atZone(clock.getZone()).toOffsetDateTime())
                .param("region", centre.region())
                .param("number", number)
                .update();
    }
}
