package city.onewindow.intake;

import city.onewindow.audit.Audit;
import city.onewindow.kernel.Centre;
import city.onewindow.material.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what was filled in online and never came to a window, files and all, once nobody has touched it for long (个人信息保护法
 * 第十九条、第四十七条). What a window owes an answer to, or has received, stays; so does the history, in which nobody is named.
 */
@Component
class AbandonedApplications {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedApplications.class);

    private static final String ABANDONED = """
            region = :region and updated_at < :before and created_by = :applicant and received_at is null
            and (status in ('PREPARING', 'RETURNED', 'PRE_REVIEWED') or status = 'WITHDRAWN' and exists (
                    select 1 from intake.history h
                    where h.region = application.region and h.number = application.number and h.act = 'RETRACT'))
            """;

    private final JdbcClient jdbc;
    private final Files files;
    private final Attempts attempts;
    private final PreReviewTerms terms;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Centre centre;
    private final Clock clock;

    AbandonedApplications(
            JdbcClient jdbc,
            Files files,
            Attempts attempts,
            PreReviewTerms terms,
            Audit audit,
            TransactionTemplate transaction,
            Centre centre,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.attempts = attempts;
        this.terms = terms;
        this.audit = audit;
        this.transaction = transaction;
        this.centre = centre;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void sweep() {
        attempts.sweep();
        for (String number : abandoned()) {
            try {
                transaction.executeWithoutResult(status -> delete(number));
            } catch (RuntimeException failure) {
                // The others are deleted all the same.
                LOG.error("Application {} can't be deleted", number, failure);
            }
        }
    }

    private List<String> abandoned() {
        return of("select number from intake.application where " + ABANDONED + " order by updated_at limit 1000")
                .query(String.class)
                .list();
    }

    /** Looked at again under a lock, for its applicant may come back at this moment. */
    private void delete(String number) {
        boolean still = of("select 1 from intake.application where number = :number and " + ABANDONED + " for update")
                .param("number", number)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!still) {
            return;
        }
        for (String table : List.of("application_material", "application")) {
            jdbc.sql("delete from intake." + table + " where region = :region and number = :number")
                    .param("region", centre.region())
                    .param("number", number)
                    .update();
        }
        files.forget(number, "system");
        audit.record("system", "application.delete", number, "");
    }

    private JdbcClient.StatementSpec of(String sql) {
        return jdbc.sql(sql)
                .param("region", centre.region())
                .param("applicant", OnlineGate.APPLICANT.account())
                .param(
                        "before",
                        LocalDate.now(clock)
                                .minusDays(terms.keptDays())
                                .atStartOfDay(clock.getZone())
                                .toOffsetDateTime());
    }
}
