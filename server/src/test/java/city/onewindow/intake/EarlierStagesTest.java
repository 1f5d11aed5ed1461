package city.onewindow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.Stage;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.material.Files;
import city.onewindow.material.StoredFile;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("一次采集：同一申请人在同一项目前阶段说过的、交过的，后面阶段可以沿用")
class EarlierStagesTest extends HouseTest {

    @Autowired
    private EarlierStages earlier;

    @Autowired
    private Files files;

    private final String project = StagedApplications.project();
    private StagedApplications staged;
    private Actor clerk;
    private String first = "";
    /** A material that both stages ask for. */
    private String shared = "";

    @BeforeEach
    void anEarlierStage() {
        staged = new StagedApplications(house);
        clerk = staged.clerk();
        shared = staged.shared();
        first = staged.accepted(project);
    }

    @Test
    @DisplayName("沿用：还空着的栏、还没收的材料的电子件；写明来自哪个办件；审查要点重新核验；改得了；再沿用一次什么也没有")
    void takenOver() {
        Dossier empty = staged.begun(2, StagedApplications.OWNER, project);
        String number = empty.application().number();
        intake.fill(number, new FormValues(Map.of("project_name", "自己先填的名称"), Map.of()), Set.of(), clerk);
        Earlier offered = earlier.of(intake.dossier(number, clerk));
        assertThat(offered.offers()).isTrue();
        assertThat(offered.numbers()).containsExactly(first);
        assertThat(offered.values().codes()).isNotEmpty().doesNotContain("project_name", Stage.PROJECT_CODE);

        Dossier taken = earlier.takeOver(number, clerk);
        FormValues before = intake.dossier(first, clerk).application().form();
        FormValues now = taken.application().form();
        assertThat(now.text("project_name")).isEqualTo("自己先填的名称");
        assertThat(offered.values().codes()).allSatisfy(code -> {
            assertThat(now.text(code)).isEqualTo(before.text(code));
            assertThat(taken.codes()).contains(code);
        });
        assertThat(earlier.of(taken).sources()).containsValue(first).doesNotContainKey("project_name");

        CheckedMaterial material =
                Objects.requireNonNull(taken.application().materials().get(shared));
        assertThat(material.way()).isEqualTo(Way.FILE);
        assertThat(material.remark()).contains(first);
        assertThat(material.pointsMet()).isEmpty();
        assertThat(files.bySubject(number))
                .extracting(StoredFile::id)
                .containsExactly(material.files().get(0).toString());
        assertThat(files.bySubject(first))
                .extracting(StoredFile::digest)
                .containsExactly(files.bySubject(number).get(0).digest());
        assertThat(taken.application().materials().keySet())
                .as("paper stayed with the applicant")
                .containsExactly(shared);

        String code = offered.values().texts().keySet().iterator().next();
        intake.fill(number, FormValues.EMPTY, Set.of(code), clerk);
        assertThat(intake.dossier(number, clerk).application().form().has(code)).isFalse();
        earlier.takeOver(number, clerk);
        assertThat(files.bySubject(number)).hasSize(1);
        assertThat(earlier.of(intake.dossier(number, clerk)).offers()).isFalse();
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where act = 'application.take_over' and object = :number and detail = :from")
                        .param("number", number)
                        .param("from", first)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    @DisplayName("别的申请人、别的项目、没有填项目代码、前面的阶段、网上填的，都没有可沿用的；别的窗口打不开；受理以后不能沿用")
    void nothing() {
        assertThat(offersOf(staged.begun(2, "410311199203030000", project))).isFalse();
        assertThat(offersOf(staged.begun(2, StagedApplications.OWNER, StagedApplications.project())))
                .isFalse();
        assertThat(offersOf(staged.begun(2, StagedApplications.OWNER, ""))).isFalse();
        assertThat(offersOf(staged.begun(1, StagedApplications.OWNER, project))).isFalse();
        assertThat(Earlier.NOTHING.offers()).isFalse();
        String number =
                staged.begun(2, StagedApplications.OWNER, project).application().number();
        Actor elsewhere = StagedApplications.clerk("qykb");
        assertThatThrownBy(() -> earlier.takeOver(number, elsewhere)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> earlier.takeOver(first, clerk)).isInstanceOf(Problem.Conflict.class);
    }

    private boolean offersOf(Dossier dossier) {
        return earlier.of(intake.dossier(dossier.application().number(), clerk)).offers();
    }
}
