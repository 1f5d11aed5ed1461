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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

@DisplayName("填得合规但不对的栏目，写进一次性告知")
class RemarksTest extends HouseTest {

    private static final String FIELD = "liaison_name";
    private static final String SAID = "与任职文件上的姓名不一致";
    private static final Map<String, String> REMARK = Map.of(FIELD, SAID + "。");
    private static final Actor REVIEWER = SignedInAs.actor("scjg-reviewer", "scjg", null, Role.REVIEWER);

    @Autowired
    Reception reception;

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    private String number = "";

    @BeforeEach
    void inOrder() {
        number = number(new Counter(intake, catalogs).checkedBut());
        assertThat(dossier().gaps()).isEmpty();
    }

    private Dossier dossier() {
        return intake.dossier(number, CLERK);
    }

    private static List<String> pointers(List<Gap> gaps) {
        return gaps.stream().map(Gap::pointer).toList();
    }

    private void named(String name) {
        intake.fill(number, new FormValues(Map.of(FIELD, name), Map.of()), Set.of(), CLERK);
    }

    @Test
    @DisplayName("写明以后不能受理；告知书、进度查询上都有；申请人改了这一栏，就补齐了")
    void toldOnce() throws Exception {
        intake.remark(number, REMARK, CLERK);
        assertThatThrownBy(() -> reception.accept(number, null, CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/form/" + FIELD);
                            assertThat(fault.message()).contains(SAID);
                        }));
        String notice = reception.notifyOnce(number, CLERK, null);
        assertThat(PaperText.of(documents.read(notice, Format.PDF, "clerk"))).contains(SAID, "请核对后改正");
        mvc.perform(post("/track")
                        .param("number", number)
                        .param("code", dossier().application().queryCode())
                        .with(csrf()))
                .andExpect(content().string(containsString("还要补正的")))
                .andExpect(content().string(containsString(SAID)));
        mvc.perform(post("/api/track")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"number\": \"" + number + "\", \"queryCode\": \""
                                + dossier().application().queryCode() + "\"}"))
                .andExpect(jsonPath("$.demands[*].pointer", hasItem("/form/" + FIELD)));
        named("另一人");
        assertThat(dossier().gaps()).isEmpty();
        assertThat(dossier().application().remarks()).isEmpty();
        assertThat(dossier().application().isAwaited())
                .as("all that was told is mended")
                .isTrue();
        reception.accept(number, null, CLERK);
    }

    @Test
    @DisplayName("改过还是不对的，可以再告知；清空就是收回")
    void saidAgain() {
        intake.remark(number, REMARK, CLERK);
        reception.notifyOnce(number, CLERK, null);
        named("另一人");
        intake.remark(number, REMARK, CLERK);
        assertThat(pointers(dossier().demands())).containsExactly("/form/" + FIELD);
        reception.notifyOnce(number, CLERK, null);
        intake.remark(number, Map.of(FIELD, " "), CLERK);
        assertThat(dossier().gaps()).isEmpty();
    }

    @Test
    @DisplayName("告知以后才发现的，不再要求，交给部门核实；窗口自己改一遍也一样")
    void late() throws Exception {
        intake.remark(number, Map.of("liaison_phone", "打不通"), CLERK);
        reception.notifyOnce(number, CLERK, null);
        intake.remark(number, Map.of(FIELD, SAID, "liaison_phone", ""), CLERK);
        assertThat(dossier().gaps()).isEmpty();
        assertThat(pointers(dossier().late())).containsExactly("/form/" + FIELD);
        mvc.perform(get("/desk/" + number + "/materials").with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("上次没有告知")));
        named("另一人");
        intake.remark(number, REMARK, CLERK);
        assertThat(dossier().demands()).as("the clerk typed it").isEmpty();
        assertThat(pointers(dossier().late())).containsExactly("/form/" + FIELD);
        assertThatThrownBy(() -> reception.notifyOnce(number, CLERK, null)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("告知以后申请人在网上改过的栏目，可以再告知")
    void changedOnline() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        home.lookedAt(opened.number(), intake);
        intake.remark(opened.number(), Map.of("liaison_phone", "打不通"), CLERK);
        reception.notifyOnce(opened.number(), CLERK, null);
        online.fill(opened, new FormValues(Map.of(FIELD, "另一人"), Map.of()), Set.of());
        remote.apply(opened, null);
        intake.remark(opened.number(), REMARK, CLERK);
        assertThat(pointers(intake.dossier(opened.number(), CLERK).demands())).contains("/form/" + FIELD);
    }

    @Test
    @DisplayName("告知以后窗口写的，再告知以前进度查询看不到；还没补正的，仍按告知书上写的")
    void unseenBeforeTheNextNotice() throws Exception {
        intake.remark(number, Map.of(FIELD, SAID, "liaison_phone", "打不通"), CLERK);
        reception.notifyOnce(number, CLERK, null);
        named("另一人");
        intake.remark(number, Map.of(FIELD, "还是不一致", "liaison_phone", "是空号"), CLERK);
        assertThat(dossier().demands()).hasSize(2);
        tracked()
                .andExpect(content().string(containsString("打不通")))
                .andExpect(content().string(not(containsString("还是不一致"))))
                .andExpect(content().string(not(containsString("是空号"))));
        reception.notifyOnce(number, CLERK, null);
        tracked()
                .andExpect(content().string(containsString("还是不一致")))
                .andExpect(content().string(containsString("是空号")));
    }

    private ResultActions tracked() throws Exception {
        return mvc.perform(post("/track")
                .param("number", number)
                .param("code", dossier().application().queryCode())
                .with(csrf()));
    }

    @Test
    @DisplayName("没有填的栏目，没有可以说的内容；写过意见的清空了，意见也撤下")
    void nothingToSay() {
        intake.remark(number, REMARK, CLERK);
        intake.fill(number, FormValues.EMPTY, Set.of(FIELD), CLERK);
        assertThat(dossier().application().remarks()).isEmpty();
        assertThatThrownBy(() -> intake.remark(number, REMARK, CLERK))
                .isInstanceOfSatisfying(
                        Problem.InvalidInput.class,
                        wrong -> assertThat(wrong.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/remarks/" + FIELD)));
    }

    @Test
    @DisplayName("部门在页面和接口里看到要核实的栏目")
    void toldToTheDepartment() throws Exception {
        intake.remark(number, Map.of("liaison_phone", "打不通"), CLERK);
        reception.notifyOnce(number, CLERK, null);
        intake.remark(number, Map.of(FIELD, SAID, "liaison_phone", ""), CLERK);
        reception.accept(number, null, CLERK);
        String matter = number + "/"
                + catalogs.current().itemNamed("企业设立登记(有限责任公司)").orElseThrow().code();
        mvc.perform(get("/matters/" + matter).with(SignedInAs.of(REVIEWER)))
                .andExpect(content().string(containsString("依法不再要求补正，请核实：「")))
                .andExpect(content().string(containsString(SAID)));
        mvc.perform(get("/api/matters/" + matter + "/dossier").with(SignedInAs.of(REVIEWER)))
                .andExpect(jsonPath("$.toVerify[*].pointer", hasItem("/form/" + FIELD)));
    }

    @Test
    @DisplayName("网上申请的：告知以前申请人看不到，告知以后写在那一栏；有不同意见的可以不改就再提交")
    void online() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        home.lookedAt(opened.number(), intake);
        intake.remark(opened.number(), REMARK, CLERK);
        assertThat(online.preReview(opened).remarks()).isEmpty();
        assertThat(online.dossier(opened).unfilled()).isEmpty();
        reception.notifyOnce(opened.number(), CLERK, null);
        assertThat(online.preReview(opened).said("/form/" + FIELD)).contains(SAID);
        remote.apply(opened, null);
        assertThat(pointers(intake.dossier(opened.number(), CLERK).gaps())).contains("/form/" + FIELD);
        reception.notifyOnce(opened.number(), CLERK, null);
        online.fill(opened, new FormValues(Map.of(FIELD, "另一人"), Map.of()), Set.of());
        remote.apply(opened, null);
        assertThat(intake.dossier(opened.number(), CLERK).application().remarks())
                .isEmpty();
    }

    @Test
    @DisplayName("页面：核对申请表，写明保存，从缺的一项点回来；接口也能写，错的说清楚在哪里")
    void pagesAndApi() throws Exception {
        String place = "/desk/" + number + "/remarks";
        mvc.perform(post(place)
                        .param(
                                "at-version",
                                Long.toString(dossier().application().version()))
                        .param("remark:/form/" + FIELD, SAID)
                        .param("remark:/form/liaison_phone", "")
                        .with(SignedInAs.of(CLERK))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/" + number + "/materials"));
        mvc.perform(get("/desk/" + number + "/materials").with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("href=\"" + place + "#r-" + FIELD + "\"")));
        mvc.perform(get(place).with(SignedInAs.of(CLERK)))
                .andExpect(content().string(containsString("value=\"" + SAID + "\"")));
        String api = "/api/applications/" + number + "/remarks";
        mvc.perform(patch(api)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"" + FIELD + "\": null, \"nowhere\": \"…\", \"liaison_phone\": \"" + "长".repeat(501)
                                + "\"}")
                        .with(SignedInAs.of(CLERK)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/nowhere")))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/liaison_phone")));
        assertThat(dossier().application().remarks()).containsOnlyKeys(FIELD);
        mvc.perform(patch(api)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"" + FIELD + "\": null}")
                        .with(SignedInAs.of(CLERK)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.remarks").isEmpty());
    }
}
