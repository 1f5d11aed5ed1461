package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.WorkingDays;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was received so long ago that the law has accepted it, and {@link Silence} hasn't come to it: for a minute, or as long as something in
 * it makes that fail. The centre sees the latter, for no window can do anything with it.
 */
@Service
public class UnwrittenAcceptances {

    private static final String RECEIVED = """
            select number, title, window_code, received_at from intake.application
            where region = :region and status in ('DRAFT', 'SUBMITTED', 'SUPPLEMENT') and received_at < :before
            order by received_at
            """;

    private final JdbcClient jdbc;
    private final Calendar calendar;
    private final Centre centre;
    private final Clock clock;

    UnwrittenAcceptances(JdbcClient jdbc, Calendar calendar, Centre centre, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * The oldest first.
     *
     * @throws Problem.NotAllowed but for the centre's managers
     */
    @Transactional(readOnly = true)
    public List<UnwrittenAcceptance> of(Actor actor) {
        actor.must(Role.MANAGER);
        return received(LocalDate.now(clock));
    }

    /** Received so long ago that five working days have passed. */
    List<UnwrittenAcceptance> received(LocalDate today) {
        WorkingDays days = calendar.workingDays();
        ZoneId zone = clock.getZone();
        return jdbc
                .sql(RECEIVED)
                .param("region", centre.region())
                .param(
                        "before",
                        today.minusDays(Application.SILENT_WORKING_DAYS)
                                .atStartOfDay(zone)
                                .toOffsetDateTime())
                .query((row, index) -> new UnwrittenAcceptance(
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("window_code"),
                        row.getObject("received_at", OffsetDateTime.class)
                                .atZoneSameInstant(zone)
                                .toLocalDate()))
                .list()
                .stream()
                .filter(one -> Application.lastDay(days, one.receivedOn()).isBefore(today))
                .toList();
    }
}
