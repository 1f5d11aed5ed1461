package city.onewindow.approval;

import static city.onewindow.approval.SecondStage.PERMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.EarlierResult;
import city.onewindow.intake.Gap;
import city.onewindow.intake.Reception;
import city.onewindow.intake.Way;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("前阶段的结果不再有效，后面阶段不能凭它免提交")
class FallenStageResultsTest extends HouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private StageResults results;

    @Autowired
    private Projects projects;

    @Autowired
    private Setbacks setbacks;

    @Autowired
    private Reception reception;

    @Autowired
    private Matters matters;

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private SecondStage second;
    private EarlierResult permit;

    @BeforeEach
    void anIssuedResult() {
        second = new SecondStage(house, transaction, clock);
        permit = second.permit;
        second.issue();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    @DisplayName("不再有效的不提供；提供以后、点取用的同时失效的，等它失效完，不取用")
    void beforeItIsTaken() {
        assertThat(results.of(second.number, second.clerk).offered()).isNotEmpty();
        Future<?> taking = transaction.execute(status -> {
            fall();
            Future<?> other = threads.submit(() -> second.take());
            awaitSomebodyBlocked();
            return other;
        });
        assertThatThrownBy(taking::get).hasCauseInstanceOf(Problem.Conflict.class);
        assertThat(results.of(second.number, second.clerk)).isEqualTo(FoundResults.NOTHING);
        assertThat(second.dossier().application().materials()).doesNotContainKey(PERMIT);
    }

    @Test
    @DisplayName("取用以后、受理以前失效的：写明，不受理，写明怎么办；不再取用、另行收取以后受理")
    void beforeTheAcceptance() {
        second.take();
        fall();
        AskedAllowance asked = new AskedAllowance(
                second.cases.oneThing(2).code(),
                List.of(permit.item()),
                Allowance.Kind.WAIVER,
                "另有依据。",
                "洛政会纪〔2026〕3号");
        projects.allow(second.cases.project(), asked, StagedCases.LEAD, new IdempotencyKey("waive-" + second.number));
        assertThat(results.of(second.number, second.clerk).taken()).noneMatch(TakenResult::holds);
        Problem.InvalidInput refused = catchThrowableOfType(Problem.InvalidInput.class, () -> second.accept());
        assertThat(refused.faults()).extracting(Fault::pointer).containsExactly("/materials/" + PERMIT);
        assertThat(refused.faults().get(0).message()).contains(permit.number(), "不再有效", "不再取用");
        second.putBack();
        second.accept();
    }

    @Test
    @DisplayName("告知别的以后失效的：不再取用、另行收取，不符合要求的可以要求补正，不算告知以后才发现的")
    void afterTheNotice() {
        second.take();
        reception.notifyOnce(second.number, second.clerk, null);
        fall();
        second.putBack();
        CheckedMaterial faulty = new CheckedMaterial(PERMIT, Way.SEEN, List.of(), "看不清", List.of());
        intake.check(second.number, faulty, second.clerk);
        assertThat(second.dossier().late()).isEmpty();
        assertThat(second.dossier().demands()).extracting(Gap::pointer).contains("/materials/" + PERMIT);
        assertThatThrownBy(() -> reception.accept(second.number, null, second.clerk))
                .isInstanceOf(Problem.InvalidInput.class);
        assertThat(reception.notifyOnce(second.number, second.clerk, null)).isNotBlank();
    }

    @Test
    @DisplayName("告知别的以后、还有效时不再取用的，算告知以后才发现的；后来失效的，可以要求补正")
    void putBackBeforeItFell() {
        second.take();
        reception.notifyOnce(second.number, second.clerk, null);
        second.putBack();
        intake.check(second.number, new CheckedMaterial(PERMIT, Way.SEEN, List.of(), "看不清", List.of()), second.clerk);
        assertThat(second.dossier().late()).extracting(Gap::pointer).contains("/materials/" + PERMIT);
        fall();
        assertThat(second.dossier().late()).isEmpty();
        assertThat(second.dossier().demands()).extracting(Gap::pointer).contains("/materials/" + PERMIT);
        assertThatThrownBy(() -> reception.accept(second.number, null, second.clerk))
                .isInstanceOf(Problem.InvalidInput.class);
        assertThat(reception.notifyOnce(second.number, second.clerk, null)).isNotBlank();
    }

    @Test
    @DisplayName("取用以后重新作出、换了编号的：原来的不算，可以重新取用")
    void issuedAnew() {
        second.take();
        jdbc.sql("update approval.matter set certificate_number = '新证' where number = :number and item = :item")
                .param("number", permit.number())
                .param("item", permit.item())
                .update();
        assertThatThrownBy(() -> second.accept()).isInstanceOf(Problem.InvalidInput.class);
        second.putBack();
        assertThat(second.take().taken())
                .extracting(one -> one.from().certificate())
                .containsExactly("新证");
        second.accept();
    }

    @Test
    @DisplayName("受理以后失效的：以它为材料的办件获知，这个事项免办了也一样")
    void afterTheAcceptance() {
        second.take();
        second.accept();
        jdbc.sql("""
                        insert into approval.allowance (region, project, stage, item, item_name, kind, reason, ground,
                                who, who_name, at, idempotency_key)
                        values (:region, :project, :stage, :item, '某事项', 'WAIVER', '不需要', '某记录',
                                'lead', '牵头', localtimestamp, :key)
                        """)
                .param("region", SampleCases.REGION)
                .param("project", second.cases.project())
                .param("stage", second.cases.oneThing(2).code())
                .param("item", permit.item())
                .param("key", "waiver-" + second.number)
                .update();
        fall();
        assertThat(setbacks.ofCase(second.number, MANAGER))
                .isNotEmpty()
                .allMatch(one -> one.fallenItem().equals(permit.item()));
    }

    @Test
    @DisplayName("取用以后失效、没有人答复而视为受理的：照样受理，各部门获知，历史写明")
    void acceptedBySilence() {
        second.take();
        second.receive();
        fall();
        assertThatThrownBy(() -> second.accept()).isInstanceOf(Problem.InvalidInput.class);
        clock.forward(Duration.ofDays(30));
        second.fallSilent();
        assertThat(setbacks.ofCase(second.number, MANAGER)).isNotEmpty().allSatisfy(one -> {
            assertThat(one.fallenNumber()).isEqualTo(permit.number());
            assertThat(one.fallenItem()).isEqualTo(permit.item());
            assertThat(one.said()).contains(permit.certificate(), "视为受理以前已经不再有效");
            assertThat(one.at()).isEqualTo(LocalDateTime.now(clock));
        });
        assertThat(matters.history(SampleCases.REGION, second.number))
                .filteredOn(entry -> entry.act() == Act.LEARN_OF_REVOCATION)
                .hasSameSizeAs(matters.ofCase(SampleCases.REGION, second.number));
    }

    @Test
    @DisplayName("视为受理的同时失效的，等它失效完再受理、告知")
    void fallingAsSilenceAccepts() {
        second.take();
        second.receive();
        clock.forward(Duration.ofDays(30));
        Future<?> accepting = transaction.execute(status -> {
            fall();
            Future<?> other = threads.submit(() -> second.fallSilent());
            awaitSomebodyBlocked();
            return other;
        });
        assertThatCode(accepting::get).doesNotThrowAnyException();
        assertThat(setbacks.ofCase(second.number, MANAGER)).isNotEmpty();
    }

    private void fall() {
        second.cases.setAside(permit.number(), permit.item());
    }
}
