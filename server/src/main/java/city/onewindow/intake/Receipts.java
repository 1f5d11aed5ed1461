package city.onewindow.intake;

import city.onewindow.kernel.Centre;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How an application was received and ended, as its history says, where its row doesn't. */
@Component
public class Receipts {

    private final JdbcClient jdbc;
    private final Centre centre;

    Receipts(JdbcClient jdbc, Centre centre) {
        this.jdbc = jdbc;
        this.centre = centre;
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

    /** Whether the law has accepted it: from the day of the receipt, whenever that was found. */
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
