package city.onewindow.approval;

import static city.onewindow.AtOnce.together;
import static city.onewindow.approval.StagedCases.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.onewindow.HouseTest;
import city.onewindow.catalog.Errand;
import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("项目分阶段：前面的没有准予，后面的不受理")
class ProjectsTest extends HouseTest {

    @Autowired
    private Projects projects;

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
    @DisplayName("前一阶段没有申请过：不受理，列明每一项，什么都没有留下")
    void notBegun() {
        Problem.InvalidInput refused = catchThrowableOfType(Problem.InvalidInput.class, () -> cases.accept(2));
        assertThat(refused.faults())
                .hasSameSizeAs(cases.needed(1))
                .allSatisfy(fault -> assertThat(fault.message()).contains("立项用地规划许可阶段", "本系统没有记录", cases.project()));
        assertThat(bound()).isZero();
    }

    @Test
    @DisplayName("前一阶段还在办：写明在哪个办件、哪个部门、哪个环节；准予以后受理")
    void undecidedThenGranted() {
        String first = cases.accept(1);
        Problem.InvalidInput refused = catchThrowableOfType(Problem.InvalidInput.class, () -> cases.accept(2));
        assertThat(refused.faults())
                .extracting(Fault::message)
                .allSatisfy(message -> assertThat(message).contains("市自然资源和规划局", first, "等待前序结果"));
        cases.grantAll(first);
        String second = cases.accept(2);
        assertThat(projects.ofCase(second)).contains(cases.project());
        assertThat(bound()).isEqualTo(2);
    }

    @Test
    @DisplayName("按情形不用办的，不要求；前面隔了一个阶段的，也要求")
    void notCalledFor() {
        cases.grantAll(cases.accept(1));
        cases.grantAll(
                cases.accept(Errand.of(cases.catalog, cases.oneThing(2), Map.of("q_civil_building", "no")), "clerk"));
        cases.accept(3);
        StagedCases other = new StagedCases(house, transaction, clock);
        Problem.InvalidInput refused = catchThrowableOfType(Problem.InvalidInput.class, () -> other.accept(3));
        assertThat(refused.faults())
                .hasSize(other.needed(1).size() + other.needed(2).size());
    }

    @Test
    @DisplayName("免办以后不再要求；先行启动的，再下一阶段又要求")
    void allowed() {
        allow(2, cases.needed(1), Allowance.Kind.WAIVER, LEAD);
        cases.accept(2);
        List<String> second = cases.needed(2);
        allow(3, second, Allowance.Kind.PARTIAL_START, LEAD);
        cases.accept(3);
        ProjectView seen = projects.project(cases.project(), LEAD);
        assertThat(seen.stages().get(2).missing()).isEmpty();
        assertThat(seen.stages().get(3).missing())
                .extracting(MissingItem::item)
                .containsAll(second)
                .doesNotContainAnyElementsOf(cases.needed(1));
        assertThat(seen.stages().get(1).allowances())
                .extracting(Allowance::reason)
                .containsOnly("已在系统启用前取得。");
    }

    @Test
    @DisplayName("只有受理窗口的牵头部门能准许；没有缺的、没有写明的不准许")
    void whoAndWhat() {
        Actor other = new Actor("lead-scjg", "别人", Set.of(Role.LEAD_DEPARTMENT), "scjg", null);
        assertThatThrownBy(() -> allow(2, cases.needed(1), Allowance.Kind.WAIVER, other))
                .isInstanceOf(Problem.NotFound.class);
        Actor decider = new Actor("zjj-decide", "别人", Set.of(Role.DECIDER), "zjj", null);
        assertThatThrownBy(() -> allow(2, cases.needed(1), Allowance.Kind.WAIVER, decider))
                .isInstanceOf(Problem.NotAllowed.class);
        Problem.InvalidInput wrong = catchThrowableOfType(
                Problem.InvalidInput.class,
                () -> projects.allow(
                        cases.project(),
                        new AskedAllowance(
                                cases.oneThing(2).code(), List.of("nothing"), Allowance.Kind.WAIVER, " ", ""),
                        LEAD,
                        key()));
        assertThat(wrong.faults()).extracting(Fault::pointer).containsExactlyInAnyOrder("/items", "/reason", "/ground");
        assertThatThrownBy(() -> cases.accept(2)).isInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    @DisplayName("同一提交再来一次，还是那一次；标识用于别的，不办；审计里只有一条")
    void onceOnly() {
        IdempotencyKey key = key();
        AskedAllowance asked = asked(2, cases.needed(1), Allowance.Kind.WAIVER);
        ProjectView first = projects.allow(cases.project(), asked, LEAD, key);
        assertThat(projects.allow(cases.project(), asked, LEAD, key)).isEqualTo(first);
        assertThatThrownBy(() ->
                        projects.allow(cases.project(), asked(3, cases.needed(2), Allowance.Kind.WAIVER), LEAD, key))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(jdbc.sql("select count(*) from audit.entry where act = 'project.allow' and object = :project")
                        .param("project", cases.project())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("两人同时准许同一项，一人成，另一人被告知")
    void twoAtOnce() throws Exception {
        Actor colleague = new Actor("lead-zjj-2", "同事", Set.of(Role.LEAD_DEPARTMENT), "zjj", null);
        List<Object> outcomes = together(
                () -> allow(2, cases.needed(1), Allowance.Kind.WAIVER, LEAD),
                () -> allow(2, cases.needed(1), Allowance.Kind.WAIVER, colleague));
        // Who comes while the other writes is told so; who comes after it, that nothing is missing any more.
        assertThat(outcomes)
                .filteredOn(Problem.class::isInstance)
                .singleElement()
                .isInstanceOfAny(Problem.Conflict.class, Problem.InvalidInput.class);
        assertThat(outcomes).filteredOn(ProjectView.class::isInstance).hasSize(1);
        assertThat(projects.project(cases.project(), LEAD).stages().get(1).allowances())
                .hasSameSizeAs(cases.needed(1));
    }

    @Test
    @DisplayName("准予在受理的同时被终止：受理等它终止完，然后不受理")
    void endedMeanwhile() throws Exception {
        String first = cases.accept(1);
        cases.grantAll(first);
        Future<String> accepting = transaction.execute(status -> {
            jdbc.sql("""
                            update approval.matter set outcome = 'WITHDRAWN', step = 'ENDED', delivery_card_at = null
                            where number = :number
                            """).param("number", first).update();
            Future<String> other = threads.submit(() -> cases.accept(2));
            waitUntilItWaits();
            return other;
        });
        assertThatThrownBy(accepting::get).cause().isInstanceOf(Problem.InvalidInput.class);
        assertThat(bound()).isEqualTo(1);
    }

    @Test
    @DisplayName("视为受理的，法律已经受理，不因前面阶段拒绝，但属于这个项目")
    void silence() {
        String number = cases.acceptBySilence(2);
        assertThat(projects.ofCase(number)).contains(cases.project());
    }

    @Test
    @DisplayName("单独申请的事项不受阶段限制，准予了也算")
    void byItself() {
        Set<Item> needed = Set.copyOf(cases.catalog.stages().grantedFirst(cases.stage(1)));
        cases.grantAll(cases.accept(Errand.of(cases.catalog, needed, Map.of()), "clerk"));
        cases.accept(2);
        assertThat(projects.project(cases.project(), LEAD).stages().get(0).cases())
                .hasSize(1);
    }

    @Test
    @DisplayName("与项目无关的人看不到；办其中一项的部门看得到，但别人的办件打不开")
    void whoSees() {
        String first = cases.accept(1);
        Actor stranger = new Actor("gaj-review", "别人", Set.of(Role.REVIEWER), "gaj", null);
        assertThatThrownBy(() -> projects.project(cases.project(), stranger)).isInstanceOf(Problem.NotFound.class);
        Actor planner = new Actor("zrzy-review", "规划", Set.of(Role.REVIEWER), department(first), null);
        ProjectView seen = projects.project(cases.project(), planner);
        assertThat(seen.stages()).hasSize(4);
        assertThat(seen.stages().get(0).cases().get(0).mayOpen()).isTrue();
        assertThat(seen.stages()).noneMatch(ProjectView.StageView::mayAllow);
        assertThatThrownBy(() -> projects.project("2411", LEAD)).isInstanceOf(Problem.NotFound.class);
    }

    private String department(String number) {
        return house.getBean(Matters.class)
                .ofCase(SampleCases.REGION, number)
                .get(0)
                .department();
    }

    private int bound() {
        return jdbc.sql("select count(*) from approval.project_case where project = :project")
                .param("project", cases.project())
                .query(Integer.class)
                .single();
    }

    /** Until somebody waits for this transaction to end; the test fails if nobody ever does. */
    private void waitUntilItWaits() {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (jdbc.sql("""
                        select count(*) from pg_locks
                        where not granted and locktype = 'transactionid' and transactionid = pg_current_xact_id()::xid
                        """).query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).as("the acceptance waits").isLessThan(until);
            Thread.onSpinWait();
        }
    }

    private ProjectView allow(int seq, List<String> items, Allowance.Kind kind, Actor actor) {
        return projects.allow(cases.project(), asked(seq, items, kind), actor, key());
    }

    private AskedAllowance asked(int seq, List<String> items, Allowance.Kind kind) {
        return new AskedAllowance(cases.oneThing(seq).code(), items, kind, "已在系统启用前取得。", "洛政会纪〔2024〕3号");
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
