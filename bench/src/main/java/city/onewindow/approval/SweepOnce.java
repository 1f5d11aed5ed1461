package city.onewindow.approval;

import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sweep, which only the program's own clock starts, for the bench. */
public final class SweepOnce {

    private SweepOnce() {}

    public static void of(ApplicationContext house) {
        // A bean of its own would be started by the program's clock, too.
        new Sweep(
                        house.getBean(Recount.class),
                        house.getBean(CardTable.class),
                        house.getBean(JointCards.class),
                        house.getBean(HearingCards.class),
                        house.getBean(DeclarationCards.class),
                        house.getBean(Orders.class),
                        house.getBean(AnswerCards.class),
                        house.getBean(TechnicalCards.class),
                        house.getBean(InspectionSettling.class),
                        house.getBean(Clock.class))
                .sweep();
        // After a change of holidays all is counted once more a minute later, for what others did meanwhile; nobody
        // did.
        house.getBean(JdbcClient.class)
                .sql("update approval.counted set again_at = null")
                .update();
    }
}
