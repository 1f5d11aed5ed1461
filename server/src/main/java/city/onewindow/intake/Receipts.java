package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How an application was received and ended, as its history says, where its row doesn't. */
@Component
public class Receipts {

    private final JdbcClient jdbc;
    private final Centre centre;
    private final Clock clock;

    Receipts(JdbcClient jdbc, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.centre = centre;
        this.clock = clock;
    }

    /** The account that gave the last receipt; empty if none was given at a window. */
    public Optional<String> clerk(String number) {
        return jdbc.sql("""
                        select who from intake.history
                        where region = :region and number = :number and act = 'RECEIVE'
                        order by id desc limit 1
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(String.class)
                .optional();
    }

    /** The day on which it was last told what is to be mended, was applied for online, or was opened again by a ruling; empty if none was. */
    Optional<LocalDate> begunAnew(String number) {
        return jdbc.sql("""
                        select at from intake.history
                        where region = :region and number = :number and act in ('NOTIFY', 'APPLY', 'REOPEN')
                        order by id desc limit 1
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(OffsetDateTime.class)
                .optional()
                .map(at -> at.atZoneSameInstant(clock.getZone()).toLocalDate());
    }

    /** What ended it as withdrawn; empty if nothing did. */
    public Optional<IntakeAct> withdrawnBy(String number) {
        return jdbc.sql("""
                        select act from intake.history
                        where region = :region and number = :number and to_status = 'WITHDRAWN'
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(String.class)
                .optional()
                .map(IntakeAct::valueOf);
    }

    /** Whether the law has accepted it: from the day on which the materials came in, whenever that was found. */
    public boolean isSilent(String number) {
        return jdbc.sql("""
                        select exists (select from intake.history
                                       where region = :region and number = :number and act = 'FALL_SILENT')
                        """)
                .param("region", centre.region())
                .param("number", number)
                .query(Boolean.class)
                .single();
    }
}
