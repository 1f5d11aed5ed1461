package city.onewindow.intake;

import static city.onewindow.identity.CsrfCookie.csrf;
import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import city.onewindow.HouseTest;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.FormValues;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import city.onewindow.notice.Format;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("一次性告知以后才发现的问题")
class LateGapsTest extends HouseTest {

    private static final String TOLD = "SEAL_INFO";
    private static final String LATE = "ARTICLES";

    @Autowired
    Reception reception;

    private Counter counter;
    private String number = "";

    @BeforeEach
    void toldOnce() {
        counter = new Counter(intake, catalogs);
        number = number(counter.checkedBut(TOLD));
        reception.notifyOnce(number, CLERK, null);
    }

    private Dossier dossier() {
        return intake.dossier(number, CLERK);
    }

    private void seen(String key) {
        intake.check(number, Counter.seen(dossier().merge().material(key).orElseThrow()), CLERK);
    }

    /** The window looks again at what it had found in order. */
    private void foundFaulty(String key) {
        intake.check(number, new CheckedMaterial(key, Way.SEEN, List.of(), "看不清", List.of()), CLERK);
    }

    private List<String> pointers(List<Gap> gaps) {
        return gaps.stream().map(Gap::pointer).toList();
    }

    @Test
    @DisplayName("不得再要求补正，也不挡受理；告知过的仍须补正，可以再告知")
    void blocksNothing() throws Exception {
        foundFaulty(LATE);
        assertThat(pointers(dossier().gaps())).containsExactly("/materials/" + TOLD);
        assertThat(pointers(dossier().late())).containsExactly("/materials/" + LATE);
        assertThatThrownBy(() -> reception.accept(number, null, CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        problem -> assertThat(problem.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/materials/" + TOLD)));
        String second = PaperText.of(documents.read(reception.notifyOnce(number, CLERK, null), Format.PDF, "clerk"));
        assertThat(second).contains("印模").doesNotContain("章程");
        seen(TOLD);
        assertThatThrownBy(() -> reception.notifyOnce(number, CLERK, null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("行政许可法第三十二条");
        mvc.perform(get("/desk/" + number + "/materials").with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("已按告知书补正，可以受理")))
                .andExpect(content().string(containsString("由办理部门在审查中核实")));
        mvc.perform(get("/api/applications/" + number).with(SignedInAs.of(CLERK)))
                .andExpect(jsonPath("$.gaps").isEmpty())
                .andExpect(jsonPath("$.late[*].pointer", hasItem("/materials/" + LATE)));
        mvc.perform(post("/desk/" + number + "/acceptance")
                        .param(
                                "at-version",
                                Long.toString(dossier().application().version()))
                        .with(SignedInAs.of(CLERK))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/" + number));
        assertThat(dossier().application().status()).isEqualTo(ApplicationStatus.ACCEPTED);
    }

    @Test
    @DisplayName("受理后写明由部门核实：受理通知书上、审批人的页面和接口里都有")
    void toldToTheDepartment() throws Exception {
        foundFaulty(LATE);
        seen(TOLD);
        String acceptance = reception.accept(number, null, CLERK).documents().get(0);
        assertThat(PaperText.of(documents.read(acceptance, Format.PDF, "clerk")))
                .contains("按照一次性告知书的要求提交全部补正申请材料", "由办理部门核实是否符合要求")
                .doesNotContain("材料齐全、符合法定形式");
        String matter = number + "/"
                + catalogs.current().itemNamed("企业设立登记(有限责任公司)").orElseThrow().code();
        Actor reviewer = SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER);
        mvc.perform(get("/matters/" + matter).with(SignedInAs.of(reviewer)))
                .andExpect(content().string(containsString("依法不再要求补正，请核实：应当")));
        mvc.perform(get("/api/matters/" + matter + "/dossier").with(SignedInAs.of(reviewer)))
                .andExpect(jsonPath("$.toVerify[*].pointer", hasItem("/materials/" + LATE)));
        Actor police = SignedInAs.actor("gaj-reviewer", "gaj", null, Role.REVIEWER);
        String seal = number + "/"
                + catalogs.current().itemNamed("公章刻制备案").orElseThrow().code();
        mvc.perform(get("/matters/" + seal).with(SignedInAs.of(police)))
                .andExpect(content().string(not(containsString("依法不再要求补正"))));
    }

    @Test
    @DisplayName("申请人自己改了要办的事，新要的可以再告知")
    void whatTheApplicantChangesIsDemanded() {
        seen(TOLD);
        Applicant applicant = dossier().application().applicant();
        ErrandChoice more =
                new ErrandChoice(counter.errandCode(), List.of(), Map.of("q_agent", "no", "q_has_employees", "yes"));
        intake.revise(number, new NewApplication(more, applicant), CLERK);
        foundFaulty(LATE);
        List<String> demanded = pointers(dossier().gaps());
        assertThat(demanded).isNotEmpty().doesNotContain("/materials/" + LATE);
        assertThat(pointers(dossier().late())).containsExactly("/materials/" + LATE);
        assertThatThrownBy(() -> reception.accept(number, null, CLERK)).isInstanceOf(Problem.InvalidInput.class);
        assertThat(reception.notifyOnce(number, CLERK, null)).isNotBlank();
    }

    @Test
    @DisplayName("补正时申请人删去或改动的栏目，仍须填好")
    void theFormIsTheApplicantsOwn() {
        seen(TOLD);
        intake.fill(number, FormValues.EMPTY, Set.of("liaison_name"), CLERK);
        assertThat(pointers(dossier().gaps())).containsExactly("/form/liaison_name");
        assertThat(dossier().late()).isEmpty();
    }
}
