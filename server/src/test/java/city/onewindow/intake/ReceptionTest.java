package city.onewindow.intake;

import static city.onewindow.intake.Counter.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Format;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("受理、一次性告知、容缺、不予受理")
class ReceptionTest extends HouseTest {

    @Autowired
    private Reception reception;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Corrections corrections;

    private Counter counter;

    @BeforeEach
    void atTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    @Test
    @DisplayName("填好一表、核验一套材料后受理，得到办件编号、查询码和受理通知书")
    void acceptsWhatIsComplete() {
        Dossier dossier = counter.checkedBut();
        assertThat(dossier.gaps()).isEmpty();
        Accepted accepted = reception.accept(dossier.application().number(), null, CLERK);
        assertThat(accepted.documents()).hasSize(1);
        assertThat(accepted.deferredUntil()).isNull();
        assertThat(intake.dossier(accepted.number(), CLERK).application().status())
                .isEqualTo(ApplicationStatus.ACCEPTED);
    }

    @Test
    @DisplayName("受理两次是同一个办件")
    void acceptingTwiceIsOneCase() {
        String number = counter.checkedBut().application().number();
        Accepted first = reception.accept(number, null, CLERK);
        assertThat(reception.accept(number, null, CLERK)).isEqualTo(first);
    }

    @Test
    @DisplayName("缺的一次说全；补齐后受理")
    void noticeOnceThenReturn() {
        Dossier dossier = counter.filled();
        List<MergedMaterial> materials = dossier.merge().materials();
        String number = dossier.application().number();
        materials.stream().skip(1).forEach(material -> intake.check(number, Counter.seen(material), CLERK));
        assertThatThrownBy(() -> reception.accept(number, null, CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly(
                                        "/materials/" + materials.get(0).key()));

        assertThat(reception.notifyOnce(number, CLERK, null)).isNotBlank();
        Application noticed = intake.dossier(number, CLERK).application();
        assertThat(noticed.status()).isEqualTo(ApplicationStatus.SUPPLEMENT);
        assertThat(noticed.supplementUntil()).isEqualTo(LocalDate.of(2026, 11, 18));

        counter.checkedBut(intake.dossier(number, CLERK));
        assertThat(reception.accept(number, null, CLERK).number()).isEqualTo(number);
    }

    @Test
    @DisplayName("没有缺的就不能发一次性告知")
    void nothingToTell() {
        String number = counter.checkedBut().application().number();
        assertThatThrownBy(() -> reception.notifyOnce(number, CLERK, null)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("可容缺的凭签署的承诺先受理，到期前补交；必要材料不能容缺")
    void deferredAgainstAPromise() {
        Dossier dossier =
                counter.checkedBut(counter.filled(counter.begun(Map.of("q_agent", "no", "q_open_hf", "both"))));
        String number = dossier.application().number();
        MergedMaterial deferrable = dossier.merge().materials().stream()
                .filter(MergedMaterial::mayFollow)
                .findFirst()
                .orElseThrow();
        MergedMaterial required = dossier.merge().materials().stream()
                .filter(material -> !material.mayFollow())
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> intake.check(number, deferred(required), CLERK))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("不能容缺");
        intake.check(number, deferred(deferrable), CLERK);

        assertThatThrownBy(() -> reception.accept(number, null, CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/promisedBy"));
        reception.receive(number, null, false, CLERK, null);
        intake.fill(number, new FormValues(Map.of("liaison_name", "当场改的"), Map.of()), Set.of(), CLERK);
        Accepted accepted = reception.accept(number, "张示例", CLERK);
        assertThat(accepted.documents()).hasSize(3);
        assertThat(accepted.deferredUntil()).isAfter(LocalDate.of(2026, 11, 4));
        corrections.record(number, CLERK, null);
        assertThat(deferrals.open(number))
                .as("still owed once the correction is on record")
                .extracting(Deferral::key)
                .containsExactly(deferrable.key());

        assertThatThrownBy(() -> intake.check(number, Counter.seen(required), CLERK))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("受理后不能再改");
        intake.check(number, Counter.seen(deferrable), CLERK);
        assertThat(deferrals.open(number)).isEmpty();
    }

    private static CheckedMaterial deferred(MergedMaterial material) {
        return new CheckedMaterial(material.key(), Way.DEFERRED, List.of(), "", List.of());
    }

    private static final String NOT_OURS = "行政许可法第三十二条第一款第二项";

    @Test
    @DisplayName("不予受理要写理由和依据，不归本机关的写明归谁；之后什么也不能再办")
    void refusalNamesReasonAndGround() throws Exception {
        String number = counter.begun().application().number();
        assertThatThrownBy(() -> reception.refuse(number, new Refusal(" ", "", ""), CLERK, null))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/reason", "/ground"));
        String reason = "申请人于3月1日向本窗口提出申请，该事项不属于本机关职权范围。";
        for (String nobody : List.of("", " ", "有关行政机关", "有权机关", "某".repeat(101))) {
            assertThatThrownBy(() -> reception.refuse(number, new Refusal(reason, NOT_OURS, nobody), CLERK, null))
                    .as("the law wants the applicant to be told whose it is")
                    .isInstanceOfSatisfying(
                            Problem.InvalidInput.class,
                            problem -> assertThat(problem.faults())
                                    .extracting(Fault::pointer)
                                    .containsExactly("/organ"));
        }
        String refusal = reception.refuse(number, new Refusal(reason, NOT_OURS, "洛阳市规划局（涧西分局）"), CLERK, null);
        assertThat(PaperText.of(documents.read(refusal, Format.PDF, "clerk"))).contains("不属于本机关职权范围。请向洛阳市规划局（涧西分局）申请。");
        assertThatThrownBy(() -> reception.accept(number, null, CLERK))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("不予受理");
    }
}
