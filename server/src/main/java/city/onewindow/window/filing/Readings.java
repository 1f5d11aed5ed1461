package city.onewindow.window.filing;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.Catalogs;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads files one after the other, behind the page that shows how far it has come. One at a time, so that many large files need
 * no more memory than one.
 */
@Component
class Readings implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Readings.class);
    private static final int WAITING = 20;

    private final ThreadPoolExecutor reader =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Readings::thread);
    private final FilingTable filings;
    private final FilingRowTable rows;
    private final FiledFactsTable facts;
    private final FilingRevisions revisions;
    private final Catalogs catalogs;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Readings(
            FilingTable filings,
            FilingRowTable rows,
            FiledFactsTable facts,
            FilingRevisions revisions,
            Catalogs catalogs,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.filings = filings;
        this.rows = rows;
        this.facts = facts;
        this.revisions = revisions;
        this.catalogs = catalogs;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "annex-reader");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * @param file deleted when it was read
     * @return done when it was read
     */
    Future<?> begin(long filing, Path file, Target target) {
        try {
            return reader.submit(() -> read(filing, file, target));
        } catch (RejectedExecutionException full) {
            delete(file);
            refuse(filing, "现在有 " + WAITING + " 份报表在等着读取。请过几分钟再上传。");
            return CompletableFuture.completedFuture(filing);
        }
    }

    private void read(long filing, Path file, Target target) {
        try {
            Catalog catalog = catalogs.current();
            AnnexReading.Result result = AnnexReading.read(
                    file,
                    target,
                    catalog,
                    facts.of(target, catalog),
                    catalogs::draft,
                    (read, total) -> filings.progress(filing, read, total, clock.instant()));
            keep(filing, revisions.looked(result.rows(), target), result);
        } catch (Problem.InvalidInput wrong) {
            filings.refuse(filing, wrong.faults().stream().map(Fault::message).toList(), clock.instant());
        } catch (RuntimeException broken) {
            LOG.error("Filing {} can't be read", filing, broken);
            refuse(filing, "读取时程序出了错。请再上传一次；还是不行，请把文件交给系统管理员。");
        } finally {
            delete(file);
        }
    }

    private void keep(long filing, List<CheckedRow> checked, AnnexReading.Result result) {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        checked.forEach(row -> counts.merge(row.state(), 1, Integer::sum));
        transaction.executeWithoutResult(status -> {
            rows.add(filing, checked);
            if (!filings.readThrough(filing, counts, result, clock.instant())) {
                status.setRollbackOnly();
            }
        });
    }

    private void refuse(long filing, String reason) {
        filings.refuse(filing, List.of(reason), clock.instant());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.warn("The file {} was read and can't be deleted", file, left);
        }
    }

    /** Whatever is being read is left; its page says so after a while. */
    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
