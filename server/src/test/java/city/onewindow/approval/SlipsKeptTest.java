package city.onewindow.approval;

import static city.onewindow.approval.StartupCases.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.kernel.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

@DisplayName("本部门保管的纸质材料")
class SlipsKeptTest extends SlipsHouseTest {

    @Test
    @DisplayName("新的在前，一页一页地翻；移回了的再多也不读")
    void readsAPage() {
        Slip oldest = received();
        number = startups.accept();
        Slip older = received();
        for (int i = 0; i < 4; i++) {
            number = startups.accept();
            returned(received(), keys());
        }
        assertThat(rowsRead(() -> assertThat(slips.kept(null, 1, RECEIVER).items())
                        .extracting(Slip::id)
                        .containsExactly(older.id())))
                .as("one more than the page has, which tells whether there is a next one")
                .isLessThanOrEqualTo(2);
        Slice<Slip> first = slips.kept(null, 1, RECEIVER);
        assertThat(slips.kept(first.next(), 1, RECEIVER).items())
                .extracting(Slip::id)
                .containsExactly(oldest.id());
    }

    @Test
    @DisplayName("两半同时移回的，都移回了就不再列；再交来的又列")
    void bothHalvesAtOnce() {
        Slip received = received();
        List<String> keys = keys();
        Slip first = handing.handBack(received.id(), keys.subList(0, 1), "用完了", RECEIVER, null);
        Slip second = handing.handBack(received.id(), keys.subList(1, keys.size()), "用完了", RECEIVER, null);
        CompletableFuture<Slip> other = CompletableFuture.supplyAsync(() -> slips.answer(second.id(), null, CLERK));
        slips.answer(first.id(), null, CLERK);
        other.join();
        assertThat(kept()).doesNotContain(received.id());
        Slip again = received();
        assertThat(kept()).contains(again.id()).doesNotContain(received.id());
    }

    @Test
    @DisplayName("升级：以前移回了一部分的仍列，全部移回了的不列")
    void upgraded() throws IOException {
        Slip part = received();
        returned(part, keys().subList(0, 1));
        number = startups.accept();
        Slip whole = received();
        returned(whole, keys());
        number = startups.accept();
        returned(received(), keys());
        Slip again = received();
        jdbc.sql("alter table approval.slip drop constraint slip_kept_check").update();
        jdbc.sql("update approval.slip set kept = null where department = :department")
                .param("department", SCJG)
                .update();
        jdbc.sql(new ClassPathResource("db/migration/approval/V10_211__slip_lines_kept_before.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();
        assertThat(kept()).contains(part.id(), again.id()).doesNotContain(whole.id());
        number = part.number();
        returned(part, keys().subList(1, keys().size()));
        assertThat(kept()).doesNotContain(part.id());
    }

    private Slip received() {
        return slips.answer(handed().id(), null, RECEIVER);
    }

    private void returned(Slip received, List<String> keys) {
        slips.answer(
                handing.handBack(received.id(), keys, "用完了", RECEIVER, null).id(), null, CLERK);
    }

    private List<Long> kept() {
        return slips.kept(null, 300, RECEIVER).items().stream().map(Slip::id).toList();
    }

    /** As PostgreSQL counts them, where it reads by indexes, as it does of many rows. */
    private long rowsRead(Runnable act) {
        Long read = transaction.execute(status -> {
            for (String way : List.of("seqscan", "bitmapscan", "sort")) {
                jdbc.sql("set local enable_" + way + " = off").update();
            }
            long before = rowsRead();
            act.run();
            return rowsRead() - before;
        });
        return read == null ? -1 : read;
    }

    private long rowsRead() {
        return jdbc.sql("select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables"
                        + " where schemaname = 'approval' and relname = 'slip'")
                .query(Long.class)
                .single();
    }
}
