package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.Actor;
import city.onewindow.window.Annex;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("同一份报表同时确认两次")
class FiledAtOnceTest extends FilingHouseTest {

    private static final Actor LIAISON = liaison("gjj");

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    @DisplayName("等着的那一次也说建了几份修改，和先到的一样")
    void toldTheSame() throws Exception {
        Target target = target(Annex.DEPARTMENT, "gjj");
        returned(target);
        long id = read(target, with(sheet(target), 2, "备注", "同时确认"), LIAISON).id();
        AtomicReference<CompletableFuture<Filing>> second = new AtomicReference<>();
        Filing first = Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            Filing filed = filings.file(id, LIAISON);
            second.set(CompletableFuture.supplyAsync(() -> filings.file(id, LIAISON)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                                    .query(Long.class)
                                    .single()
                            > 0);
            return filed;
        }));
        assertThat(first.revisions()).hasSize(1);
        assertThat(Objects.requireNonNull(second.get())
                        .get(10, TimeUnit.SECONDS)
                        .revisions())
                .isEqualTo(first.revisions());
    }
}
