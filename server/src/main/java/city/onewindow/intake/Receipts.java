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

    /** Whether its applicant withdrew it himself, online. */
    public boolean isRetracted(String number) {
        return has(number, IntakeAct.RETRACT);
    }

    /** Whether the law has accepted it: from the day of the receipt, whenever that was found. */
    public boolean isSilent(String number) {
        return has(number, IntakeAct.FALL_SILENT);
    }

    private boolean has(String number, IntakeAct act) {
        return jdbc.sql("""
                        select exists (select from intake.history
                                       where region = :region and number = :number and act = :act)
                        """)
                .param("region", centre.region())
                .param("number", number)
                .param("act", act.name())
                .query(Boolean.class)
                .single();
    }
}
