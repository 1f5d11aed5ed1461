package city.onewindow.catalog.revision;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Publishes what was to be published by today; any number of instances may, each revision is published once. */
@Component
class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final Actor SYSTEM = new Actor("system", "系统", Set.of(Role.MANAGER), "zwfw", null);

    private final Revisions revisions;
    private final RevisionTable table;
    private final Clock clock;

    Publication(Revisions revisions, RevisionTable table, Clock clock) {
        this.revisions = revisions;
        this.table = table;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void publishDue() {
        for (long id : table.due(LocalDate.now(clock))) {
            try {
                revisions.publish(id, null, "按设定的生效日期自动发布", scheduledBy(id));
            } catch (Problem.Conflict | Problem.InvalidInput refused) {
                giveBack(id, refused);
            } catch (RuntimeException failed) {
                // The others don't wait for it.
                LOG.error("Revision {} couldn't be published; it is tried again in a minute", id, failed);
            }
        }
    }

    /** Who set the day answers for it, not the program that kept it. */
    private Actor scheduledBy(long id) {
        return table.history(id).stream()
                .filter(entry -> entry.act() == RevisionAct.SCHEDULE)
                .reduce((earlier, last) -> last)
                .map(last -> new Actor(last.who(), last.whoName(), Set.of(Role.MANAGER), last.department(), null))
                .orElse(SYSTEM);
    }

    /** What can't be published goes back to its author, with the reason, rather than being tried every minute. */
    private void giveBack(long id, Problem refused) {
        try {
            revisions.giveBack(id, RevisionWords.refused(refused), SYSTEM);
        } catch (Problem.Conflict elsewhere) {
            LOG.info("Revision {} was published by another instance", id);
        }
    }
}
