package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("销假和代办同时")
class StandInRaceTest extends HouseTest {

    private static final Actor ABSENT = staff("scjg-review", "张三");
    private static final Actor STAND_IN = staff("scjg-examine", "李四");

    @Autowired
    private Leaves leaves;

    @Autowired
    private Approval approval;

    @Autowired
    private ClockActs clockActs;

    @Autowired
    private Pool pool;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private String number = "";
    private String item = "";
    private long leave;

    @BeforeEach
    void heldByTheAbsent() {
        number = startups.accept();
        item = startups.item("企业设立登记(有限责任公司)");
        pool.take(number, item, null, ABSENT);
        LocalDate today = LocalDate.now(clock);
        leave = leaves.register(
                        new AskedLeave(ABSENT.account(), today, today, Leave.Kind.SICK, STAND_IN.account(), null),
                        ABSENT,
                        key())
                .id();
    }

    @AfterEach
    void everybodyIsBack() {
        threads.shutdownNow();
        jdbc.sql("delete from approval.leave").update();
    }

    @Test
    @DisplayName("正在销假时代办的，等销假办完，办不成")
    void takenBackFirst() {
        for (Callable<?> act : List.<Callable<?>>of(this::review, this::askExtension)) {
            Future<?> acted = transaction.execute(status -> {
                leaves.takeBack(leave, ABSENT);
                Future<?> waits = threads.submit(act);
                awaitBlocked(waits, 1);
                return waits;
            });
            assertThatThrownBy(() -> finished(acted))
                    .hasCauseInstanceOf(Problem.Conflict.class)
                    .hasMessageContaining("张三领取");
            jdbc.sql("update approval.leave set taken_back_at = null where id = :id")
                    .param("id", leave)
                    .update();
        }
        assertThat(acts()).containsExactly(Act.OPEN);
    }

    @Test
    @DisplayName("代办已经开始的，销假等它办完：销假以后不会再有代办的")
    void actedFirst() throws Exception {
        List<Future<?>> both = transaction.execute(status -> {
            // The row changes under the act, which has asked who stands in and asks again.
            jdbc.sql("update approval.matter set holder_name = '张三' where number = :number and item = :item")
                    .param("number", number)
                    .param("item", item)
                    .update();
            Future<?> acts = threads.submit(this::review);
            awaitBlocked(acts, 1);
            Future<?> takesBack = threads.submit(() -> leaves.takeBack(leave, ABSENT));
            awaitBlocked(takesBack, 2);
            assertThat(takesBack).isNotDone();
            return List.of(acts, takesBack);
        });
        for (Future<?> one : both) {
            finished(one);
        }
        assertThat(acts()).containsExactly(Act.OPEN, Act.REVIEW);
        assertThat(leaves.one(leave, ABSENT).takenBackAt()).isNotNull();
    }

    @Test
    @DisplayName("代办等着别人办完，这时销假已经办完：办不成")
    void takenBackWhileTheActWaits() {
        Future<?> acted = transaction.execute(status -> {
            jdbc.sql("select from approval.matter where number = :number for update")
                    .param("number", number)
                    .query()
                    .listOfRows();
            Future<?> waits = threads.submit(this::askExtension);
            awaitBlocked(waits, 1);
            leaves.takeBack(leave, ABSENT);
            return waits;
        });
        assertThatThrownBy(() -> finished(acted)).hasCauseInstanceOf(Problem.Conflict.class);
        assertThat(acts()).containsExactly(Act.OPEN);
    }

    private List<HistoryEntry> review() {
        return approval.review(number, item, Recommendation.GRANT, "齐全。", STAND_IN, key());
    }

    private List<HistoryEntry> askExtension() {
        return clockActs.askExtension(number, item, 2, "量大。", STAND_IN, key());
    }

    private List<Act> acts() {
        return jdbc.sql("select act from approval.history where number = :number and item = :item order by id")
                .param("number", number)
                .param("item", item)
                .query((row, index) -> Act.valueOf(row.getString("act")))
                .list();
    }

    /** Returns when so many wait for a lock, or when it is over without having waited. */
    private void awaitBlocked(Future<?> one, long many) {
        while (!one.isDone()
                && jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Long.class)
                                .single()
                        < many) {
            Thread.onSpinWait();
        }
    }

    private static void finished(Future<?> one) throws Exception {
        one.get(30, TimeUnit.SECONDS);
    }

    private static Actor staff(String account, String name) {
        return new Actor(account, name, Set.of(Role.REVIEWER), "scjg", null);
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
