package city.onewindow.intake;

import city.onewindow.calendar.Calendar;
import city.onewindow.calendar.Deadlines;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Schedule;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Documents;
import city.onewindow.notice.FairCopy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 视为受理: a window that gave a receipt, or to which somebody applied online, and that was silent for five working days has accepted,
 * from the day on which the materials came in (行政许可法 第三十二条第一款第四项), which the receipt may name; after a one-time notice from the day on which what it named was received
 * ({@link Supplements}). Any number of instances may look; each application is accepted once.
 */
@Component
class Silence {

    private static final Logger LOG = LoggerFactory.getLogger(Silence.class);
    private static final Actor SYSTEM = new Actor("system", "系统", Set.of(), "", null);

    private final UnwrittenAcceptances unwritten;
    private final Applications applications;
    private final Dossiers dossiers;
    private final Calendar calendar;
    private final Documents documents;
    private final IntakeDocuments drafts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Centre centre;
    private final Clock clock;

    Silence(
            UnwrittenAcceptances unwritten,
            Applications applications,
            Dossiers dossiers,
            Calendar calendar,
            Documents documents,
            IntakeDocuments drafts,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Centre centre,
            Clock clock) {
        this.unwritten = unwritten;
        this.applications = applications;
        this.dossiers = dossiers;
        this.calendar = calendar;
        this.documents = documents;
        this.drafts = drafts;
        this.transaction = transaction;
        this.events = events;
        this.centre = centre;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void accept() {
        LocalDate today = LocalDate.now(clock);
        for (UnwrittenAcceptance one : unwritten.received(today)) {
            String number = one.number();
            try {
                transaction.executeWithoutResult(status -> accept(number, today));
            } catch (Problem.Conflict moved) {
                LOG.info("Application {} was decided at this moment", number);
            } catch (RuntimeException failure) {
                // The law accepts the others all the same; the centre sees what stays.
                LOG.error("Application {} can't be accepted by silence", number, failure);
            }
        }
    }

    private void accept(String number, LocalDate today) {
        Dossier dossier = dossiers.ofCase(number);
        Application application = dossier.application();
        LocalDateTime received = application.receivedAt();
        if (!application.isAwaited()
                || received == null
                || !application.decideUntil(calendar.workingDays(), today).isBefore(today)) {
            return;
        }
        Deadlines deadlines = calendar.deadlines();
        Errand errand = dossier.merge().errand();
        Schedule schedule = Schedule.of(errand, deadlines, received);
        LocalDateTime now = LocalDateTime.now(clock);
        FairCopy acceptance = documents.fairCopy(drafts.silentAcceptance(dossier, schedule, now));
        LocalDate until = dossier.deferred().isEmpty() ? null : Deferral.until(deadlines, today, schedule);
        applications.move(Transition.of(
                        application, IntakeAct.FALL_SILENT, List.of(acceptance), errand.title(), SYSTEM, now, null)
                .deferring(until));
        events.publishEvent(ApplicationAccepted.of(centre.region(), application, errand, schedule, SYSTEM.account()));
    }
}
