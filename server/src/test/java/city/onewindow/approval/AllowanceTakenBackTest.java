package city.onewindow.approval;

import static city.onewindow.approval.StagedCases.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.util.List;
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

@DisplayName("收回先行启动和免办")
class AllowanceTakenBackTest extends HouseTest {

    @Autowired
    private Projects projects;

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
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
    @DisplayName("没有据此受理的，写明理由收回；以后又要求准予，可以重新准许；记录都在，审计里有")
    void takenBack() {
        Allowance first = allow(Allowance.Kind.WAIVER).get(0);
        assertThat(stage(2).mayTakeBack()).contains(first.id());
        assertThatThrownBy(() -> takeBack(first, " ")).isInstanceOf(Problem.InvalidInput.class);
        takeBack(first, "弄错了项目。");
        assertThat(stage(2).missing()).extracting(MissingItem::item).containsExactly(first.item());
        assertThatThrownBy(() -> cases.accept(2)).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> takeBack(first, "再收一次。"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("已由孙牵头收回");
        projects.allow(cases.project(), asked(List.of(first.item()), Allowance.Kind.PARTIAL_START), LEAD, key());
        cases.accept(2);
        assertThat(stage(2).allowances())
                .filteredOn(one -> one.item().equals(first.item()))
                .extracting(Allowance::kind, one -> one.takenBack() == null)
                .containsExactlyInAnyOrder(
                        tuple(Allowance.Kind.WAIVER, false), tuple(Allowance.Kind.PARTIAL_START, true));
        assertThat(audited()).containsExactly("WAIVER " + cases.oneThing(2).code() + " " + first.item());
    }

    @Test
    @DisplayName("已经据此受理的，不能收回；整件撤回以后、法律视为受理的，不算")
    void builtOn() {
        Allowance first = allow(Allowance.Kind.WAIVER).get(0);
        cases.acceptBySilence(2);
        assertThat(stage(2).mayTakeBack()).contains(first.id());
        // A waiver given for the second stage lets into the third as well.
        projects.allow(
                cases.project(),
                new AskedAllowance(
                        cases.oneThing(3).code(), cases.needed(2), Allowance.Kind.PARTIAL_START, "急。", "会议纪要"),
                LEAD,
                key());
        String third = cases.accept(3);
        assertThat(stage(2).mayTakeBack()).isEmpty();
        assertThatThrownBy(() -> takeBack(first, "弄错了。"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining(third);
        assertThat(stage(2).missing()).isEmpty();
        jdbc.sql("update approval.matter set outcome = 'WITHDRAWN', step = 'ENDED' where number = :number")
                .param("number", third)
                .update();
        takeBack(first, "整件撤回了。");
    }

    @Test
    @DisplayName("只有本阶段的牵头部门能收回；同一提交再来一次，还是那一次")
    void whoAndOnce() {
        Allowance first = allow(Allowance.Kind.WAIVER).get(0);
        Actor decider = new Actor("zjj-decide", "别人", Set.of(Role.DECIDER), "zjj", null);
        assertThatThrownBy(() -> projects.takeBack(cases.project(), first.id(), "不办。", decider, key()))
                .isInstanceOf(Problem.NotAllowed.class);
        Actor other = new Actor("lead-scjg", "别人", Set.of(Role.LEAD_DEPARTMENT, Role.MANAGER), "scjg", null);
        assertThatThrownBy(() -> projects.takeBack(cases.project(), first.id(), "不办。", other, key()))
                .isInstanceOf(Problem.NotAllowed.class);
        StagedCases another = new StagedCases(house, transaction, clock);
        assertThatThrownBy(() -> projects.takeBack(another.project(), first.id(), "不办。", LEAD, key()))
                .isInstanceOf(Problem.NotFound.class);
        IdempotencyKey key = key();
        ProjectView once = projects.takeBack(cases.project(), first.id(), "不办。", LEAD, key);
        assertThat(projects.takeBack(cases.project(), first.id(), "不办。", LEAD, key))
                .isEqualTo(once);
        Allowance second = allow(Allowance.Kind.WAIVER, List.of(first.item())).stream()
                .filter(one -> one.item().equals(first.item()) && one.takenBack() == null)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> projects.takeBack(cases.project(), second.id(), "不办。", LEAD, key))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(audited()).hasSize(1);
    }

    @Test
    @DisplayName("正在收回时受理的，等收回办完，不受理")
    void acceptedMeanwhile() {
        Allowance first = allow(Allowance.Kind.WAIVER).get(0);
        Future<?> accepting = transaction.execute(status -> {
            takeBack(first, "弄错了。");
            return begun(() -> cases.accept(2));
        });
        assertThatThrownBy(accepting::get).hasCauseInstanceOf(Problem.InvalidInput.class);
    }

    @Test
    @DisplayName("正在受理时收回的，等受理办完，不能收回")
    void takenBackMeanwhile() {
        Allowance first = allow(Allowance.Kind.WAIVER).get(0);
        Future<?> taking = transaction.execute(status -> {
            cases.accept(2);
            return begun(() -> takeBack(first, "弄错了。"));
        });
        assertThatThrownBy(taking::get).hasCauseInstanceOf(Problem.Conflict.class);
        assertThat(stage(2).missing()).isEmpty();
    }

    /** Once it waits, or is over. */
    private Future<?> begun(Runnable act) {
        Future<?> running = threads.submit(act);
        while (!running.isDone()
                && jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Long.class)
                                .single()
                        == 0) {
            Thread.onSpinWait();
        }
        return running;
    }

    private void takeBack(Allowance allowance, String reason) {
        projects.takeBack(cases.project(), allowance.id(), reason, LEAD, key());
    }

    private List<Allowance> allow(Allowance.Kind kind) {
        return allow(kind, cases.needed(1));
    }

    private List<Allowance> allow(Allowance.Kind kind, List<String> items) {
        projects.allow(cases.project(), asked(items, kind), LEAD, key());
        return stage(2).allowances();
    }

    private AskedAllowance asked(List<String> items, Allowance.Kind kind) {
        return new AskedAllowance(cases.oneThing(2).code(), items, kind, "已在系统启用前取得。", "洛政会纪〔2024〕3号");
    }

    private ProjectView.StageView stage(int seq) {
        return projects.project(cases.project(), LEAD).stages().get(seq - 1);
    }

    private List<String> audited() {
        return jdbc.sql(
                        "select detail from audit.entry where act = 'project.take-back' and object = :project order by id")
                .param("project", cases.project())
                .query(String.class)
                .list();
    }

    private static IdempotencyKey key() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }
}
