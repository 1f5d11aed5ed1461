package city.onewindow.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("前阶段结果变动和别的办理同时发生")
class SetbackRaceTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Setbacks setbacks;

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private StagedCases cases;

    @BeforeEach
    void aProject() {
        cases = new StagedCases(house, transaction, clock);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    @DisplayName("互为前后阶段的两个办件同时被裁决撤销：一个等另一个，两个都办成，都告知对方，不死锁")
    void tellingEachOther() throws Exception {
        Item land = cases.catalog.stages().grantedFirst(cases.stage(1)).get(0);
        Item building = cases.catalog.stages().grantedFirst(cases.stage(3)).get(0);
        String both = cases.accept(Errand.of(cases.catalog, Set.of(land, building), Map.of()), "clerk");
        cases.finish(both);
        String second = cases.accept(2);
        cases.finish(second);

        List<Future<?>> rulings = transaction.execute(status -> {
            // Each comes as far as its own case's row; before anybody was told of anything.
            jdbc.sql("select from approval.case_file where number in (:numbers) for no key update")
                    .param("numbers", List.of(both, second))
                    .query(row -> {});
            Future<?> first = threads.submit(() -> cases.setAside(both, land.code()));
            Future<?> other =
                    threads.submit(() -> cases.setAside(second, cases.needed(2).get(0)));
            awaitBlocked(2);
            return List.of(first, other);
        });
        for (Future<?> ruling : rulings) {
            ruling.get();
        }
        assertThat(setbacks.ofCase(second, MANAGER))
                .isNotEmpty()
                .allMatch(one -> one.fallenNumber().equals(both));
        assertThat(setbacks.ofCase(both, MANAGER))
                .isNotEmpty()
                .allMatch(one -> one.fallenNumber().equals(second));
    }

    @Test
    @DisplayName("正在受理的后阶段办件：裁决等它受理完，一样告知它")
    void acceptedMeanwhile() throws Exception {
        String first = cases.accept(1);
        cases.finish(first);
        String[] second = new String[1];
        Future<?> ruling = transaction.execute(status -> {
            second[0] = cases.accept(2);
            Future<?> other = threads.submit(() -> cases.setAside(first));
            awaitBlocked(1);
            return other;
        });
        ruling.get();
        assertThat(setbacks.ofCase(second[0], MANAGER)).isNotEmpty();
    }

    @Test
    @DisplayName("正在被裁决撤销的，受理后阶段的等它办完，不受理")
    void setAsideMeanwhile() {
        String first = cases.accept(1);
        cases.finish(first);
        Future<?> accepting = transaction.execute(status -> {
            cases.setAside(first);
            Future<?> other = threads.submit(() -> cases.accept(2));
            awaitBlocked(1);
            return other;
        });
        assertThatThrownBy(accepting::get).hasCauseInstanceOf(Problem.InvalidInput.class);
    }

    /** Until that many wait for each other or for this transaction. */
    private void awaitBlocked(int many) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (jdbc.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                < many) {
            assertThat(System.nanoTime()).as("they wait").isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
