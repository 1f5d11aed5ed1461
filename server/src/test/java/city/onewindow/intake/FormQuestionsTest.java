package city.onewindow.intake;

import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.catalog.Question;
import city.onewindow.kernel.Fault;
import city.onewindow.kernel.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("填表带出的情形问题")
class FormQuestionsTest extends HouseTest {

    private static final String USE = "premises_use";
    private static final String ASKED = "q_home_consent";
    private static final String OWNERS = "OWNERS_CONSENT";
    private static final String COMMITTEE = "COMMITTEE_CONSENT";

    @Autowired
    Reception reception;

    private Counter counter;

    @BeforeEach
    void atTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private Dossier use(Dossier dossier, String use) {
        return intake.fill(number(dossier), new FormValues(Map.of(USE, use), Map.of()), Set.of(), CLERK);
    }

    private static List<String> keys(Dossier dossier) {
        return dossier.merge().materials().stream().map(MergedMaterial::key).toList();
    }

    private static List<String> asked(Dossier dossier) {
        return dossier.merge().errand().questions().stream().map(Question::code).toList();
    }

    @Test
    @DisplayName("填了住宅就多一个问题，先按默认算；没有回答就不能受理，说清要回答什么")
    void shownAndOpen() {
        Dossier shop = use(counter.checkedBut(), "commercial");
        assertThat(shop.gaps()).isEmpty();
        assertThat(asked(shop)).doesNotContain(ASKED);
        Dossier home = use(shop, "residential");
        assertThat(asked(home)).contains(ASKED);
        assertThat(keys(home)).contains(OWNERS).doesNotContain(COMMITTEE);
        assertThat(home.gaps()).extracting(Gap::pointer).containsExactly("/answers/" + ASKED, "/materials/" + OWNERS);
        assertThatThrownBy(() -> reception.accept(number(home), null, CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::message)
                                .anyMatch(message ->
                                        message.contains("住宅用作经营场所") && message.contains("业主本人签字、居(村)委会或业主委员会出具证明")));
    }

    @Test
    @DisplayName("回答了，材料随之变，核验过的别的材料不动；齐了就能受理")
    void answered() {
        Dossier home = use(counter.checkedBut(), "residential");
        Dossier answered = intake.answer(number(home), Map.of(ASKED, "committee"), CLERK);
        assertThat(keys(answered)).contains(COMMITTEE).doesNotContain(OWNERS);
        assertThat(answered.gaps()).extracting(Gap::pointer).containsExactly("/materials/" + COMMITTEE);
        intake.check(
                number(home), Counter.seen(answered.merge().material(COMMITTEE).orElseThrow()), CLERK);
        reception.accept(number(home), null, CLERK);
        Dossier accepted = intake.dossierOfCase(number(home));
        assertThat(keys(accepted)).contains(COMMITTEE);
        assertThat(accepted.merge().errand().answers()).containsEntry(ASKED, "committee");
    }

    @Test
    @DisplayName("改回商铺，问题和它的材料都没有了；再改成住宅，答过的还在")
    void hiddenAgain() {
        Dossier home = use(counter.checkedBut(), "residential");
        intake.answer(number(home), Map.of(ASKED, "committee"), CLERK);
        Dossier shop = use(home, "commercial");
        assertThat(shop.gaps()).isEmpty();
        assertThat(keys(shop)).doesNotContain(OWNERS, COMMITTEE);
        assertThatThrownBy(() -> intake.answer(number(home), Map.of(ASKED, "owners"), CLERK))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("现在不问");
        Dossier again = use(home, "residential");
        assertThat(again.unanswered()).isEmpty();
        assertThat(keys(again)).contains(COMMITTEE);
        Dossier cleared = intake.fill(number(home), FormValues.EMPTY, Set.of(USE), CLERK);
        assertThat(asked(cleared)).doesNotContain(ASKED);
    }

    @Test
    @DisplayName("开申请时就说了回答的，填到时不用再问；没有这个回答的不收")
    void answeredBefore() {
        Dossier begun = counter.begun(Map.of("q_agent", "no", ASKED, "committee"));
        Dossier home = use(begun, "residential");
        assertThat(home.unanswered()).isEmpty();
        assertThat(keys(home)).contains(COMMITTEE);
        assertThatThrownBy(() -> counter.begun(Map.of(ASKED, "mayor"))).isInstanceOf(Problem.InvalidInput.class);
        assertThatThrownBy(() -> intake.answer(number(home), Map.of(ASKED, "mayor"), CLERK))
                .isInstanceOf(Problem.InvalidInput.class)
                .hasMessageContaining("没有「mayor」这个答案");
    }

    @Test
    @DisplayName("改了别的回答而没有提到它，就当没有问过，要再问")
    void revised() {
        Dossier home = use(counter.begun(), "residential");
        intake.answer(number(home), Map.of(ASKED, "committee"), CLERK);
        NewApplication other = new NewApplication(
                new ErrandChoice(counter.errandCode(), List.of(), Map.of("q_agent", "no", "q_bank_book", "no")),
                home.application().applicant());
        Dossier revised = intake.revise(number(home), other, CLERK);
        assertThat(revised.unanswered()).extracting(Question::code).containsExactly(ASKED);
    }

    @Test
    @DisplayName("告知书发出后改的，新要的材料可以再告知")
    void afterTheNotice() {
        Dossier filled = counter.filled();
        reception.notifyOnce(number(filled), CLERK, null);
        Dossier home = use(filled, "residential");
        assertThat(home.late()).isEmpty();
        assertThat(home.demands()).extracting(Gap::pointer).contains("/answers/" + ASKED, "/materials/" + OWNERS);
    }
}
