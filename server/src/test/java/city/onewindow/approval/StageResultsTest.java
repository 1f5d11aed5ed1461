package city.onewindow.approval;

import static city.onewindow.approval.SecondStage.PERMIT;
import static city.onewindow.identity.CsrfCookie.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.onewindow.HouseTest;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.Stage;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.EarlierResult;
import city.onewindow.intake.Gap;
import city.onewindow.intake.NewApplication;
import city.onewindow.intake.StagedApplications;
import city.onewindow.intake.Way;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@DisplayName("前序产出物免提交：前阶段给同一申请人办出的结果，后面阶段不用再交")
class StageResultsTest extends HouseTest {

    private static final String OTHER = "410311199203030000";

    @Autowired
    private StageResults results;

    private SecondStage second;
    private EarlierResult permit;

    @BeforeEach
    void anEarlierStage() {
        second = new SecondStage(house, transaction, clock);
        permit = second.permit;
    }

    @Test
    @DisplayName("没有办出的不提供；办出的写明哪个办件、哪个事项、编号、哪天；取用以后是已共享获取，来源写下来，不再要求申请人交；再取用一次还是它")
    void taken() {
        second.cases.grantAll(permit.number());
        assertThat(found()).as("granted, not made yet").isEqualTo(FoundResults.NOTHING);
        second.cases.issue(permit.number());
        StageResult offered = offered();
        assertThat(offered.from()).isEqualTo(permit);
        assertThat(offered.issuedOn()).isEqualTo(LocalDate.now(clock));
        assertThat(gaps()).contains("/materials/" + PERMIT);

        FoundResults found = second.take();
        assertThat(second.take()).isEqualTo(found);
        assertThat(found.offered()).isEmpty();
        assertThat(found.taken()).singleElement().satisfies(one -> {
            assertThat(one.from()).isEqualTo(permit);
            assertThat(one.holds()).isTrue();
        });
        CheckedMaterial material = material();
        assertThat(material.way()).isEqualTo(Way.FETCHED);
        assertThat(material.remark())
                .contains(
                        permit.number(),
                        offered.itemName(),
                        permit.certificate(),
                        DayWords.of(LocalDate.now(clock)) + "制发。");
        assertThat(gaps()).as("though no review point was ticked").doesNotContain("/materials/" + PERMIT);
        assertThat(audited("application.take_result"))
                .containsExactly(PERMIT + " " + permit.number() + " " + permit.item());
    }

    @Test
    @DisplayName("再核验审查要点还是取用的；改按别的方式收取，或者不再取用，就不是了；按别的方式收过的不能取用")
    void dealtWithOtherwise() {
        second.issue();
        second.take();
        check(Way.FETCHED);
        assertThat(material().result()).isEqualTo(permit);
        second.putBack();
        second.putBack();
        assertThat(audited("application.put_back_result")).hasSize(1);
        assertThat(offered().from()).isEqualTo(permit);

        second.take();
        check(Way.SEEN);
        assertThat(material().result()).isNull();
        assertThat(found()).isEqualTo(FoundResults.NOTHING);
        assertThatThrownBy(() -> second.take()).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("接口登记审查要点时没有写备注的，来源还在；写了的，是写的")
    void whereItComesFrom() throws Exception {
        second.issue();
        second.take();
        String source = material().remark();
        assertThat(source).contains(permit.number());
        put("{\"way\":\"FETCHED\",\"pointsMet\":[0]}");
        assertThat(material().remark()).isEqualTo(source);
        put("{\"way\":\"FETCHED\",\"pointsMet\":[0],\"remark\":\"已核对\"}");
        assertThat(material().remark()).isEqualTo("已核对");
        assertThat(material().result()).isEqualTo(permit);
    }

    private void put(String body) throws Exception {
        mvc.perform(MockMvcRequestBuilders.put("/api/applications/" + second.number + "/materials/" + PERMIT)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(SignedInAs.of(second.clerk)))
                .andExpect(status().isOk());
    }

    private void check(Way way) {
        intake.check(second.number, new CheckedMaterial(PERMIT, way, List.of(0), "已核对", List.of()), second.clerk);
    }

    @Test
    @DisplayName("别的申请人、别的项目、没有填项目代码的，都没有；别的窗口打不开；受理以后不能取用")
    void others() {
        second.issue();
        String project = second.cases.project();
        assertNothing(second.window.begun(2, OTHER, project));
        assertNothing(second.window.begun(2, StagedApplications.OWNER, StagedApplications.project()));
        assertNothing(second.window.begun(2, StagedApplications.OWNER, ""));
        assertNothing(second.window.begun(1, StagedApplications.OWNER, project));
        Actor elsewhere = StagedApplications.clerk("qykb");
        assertThatThrownBy(() -> results.of(second.number, elsewhere)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> second.take(second.number, elsewhere)).isInstanceOf(Problem.NotFound.class);
        assertThatThrownBy(() -> results.putBack(second.number, PERMIT, elsewhere))
                .isInstanceOf(Problem.NotFound.class);
        second.take();
        second.accept();
        assertThat(found()).isEqualTo(FoundResults.NOTHING);
        assertThatThrownBy(() -> second.putBack()).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("受理以后：容缺的材料前阶段办出来了，取用就是补交，再取用一次还是它，不能再退回去")
    void deferred() throws Exception {
        second.issue();
        second.accept();
        // The shipped content lets nobody defer this one.
        jdbc.sql("""
                        with late as (update intake.application_material set way = 'DEFERRED' where number = :number and key = :key)
                        update intake.application set deferred_until = current_date where number = :number
                        """).param("number", second.number).param("key", PERMIT).update();
        assertThat(offered().from()).isEqualTo(permit);
        mvc.perform(get("/desk/" + second.number).with(SignedInAs.of(second.clerk)))
                .andExpect(content().string(containsString("/desk/" + second.number + "/earlier-results")));
        mvc.perform(get("/desk/" + second.number + "/earlier-results").with(SignedInAs.of(second.clerk)))
                .andExpect(content().string(containsString("href=\"/desk/" + second.number + "\"")))
                .andExpect(content().string(not(containsString("/materials\""))));
        mvc.perform(post("/desk/" + second.number + "/earlier-results")
                        .param("material", PERMIT)
                        .param("from", permit.number())
                        .param("item", permit.item())
                        .with(SignedInAs.of(second.clerk))
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/" + second.number))
                .andExpect(flash().attributeExists("notice"));
        second.take();
        assertThat(material().way()).isEqualTo(Way.FETCHED);
        assertThat(material().result()).isEqualTo(permit);
        assertThat(second.dossier().deferred()).isEmpty();
        assertThat(audited("application.take_result")).hasSize(1);
        assertThat(found()).isEqualTo(FoundResults.NOTHING);
        assertThatThrownBy(() -> second.putBack()).isInstanceOf(Problem.Conflict.class);
    }

    private void assertNothing(Dossier dossier) {
        String number = StagedApplications.number(dossier);
        assertThat(results.of(number, second.clerk)).isEqualTo(FoundResults.NOTHING);
        assertThatThrownBy(() -> second.take(number, second.clerk)).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    @DisplayName("取用以后换了申请人、换了项目，取用的不再算；改别的栏，还算")
    void anotherOwner() {
        second.issue();
        second.take();
        fill("project_name", "改了名称");
        assertThat(material().result()).isEqualTo(permit);
        fill(Stage.PROJECT_CODE, StagedApplications.project());
        assertThat(second.dossier().application().materials()).doesNotContainKey(PERMIT);

        fill(Stage.PROJECT_CODE, second.cases.project());
        second.take();
        Applicant another = new Applicant(Applicant.Kind.PERSON, "李示例", IdType.ID_CARD, OTHER, "13800000000", null);
        NewApplication revised =
                new NewApplication(second.dossier().application().choice(), another);
        intake.revise(second.number, revised, second.clerk);
        assertThat(second.dossier().application().materials()).doesNotContainKey(PERMIT);
    }

    private void fill(String element, String value) {
        intake.fill(second.number, new FormValues(Map.of(element, value), Map.of()), Set.of(), second.clerk);
    }

    @Test
    @DisplayName("接口：列出、取用、不再取用；没有写明的逐项说明；不是受理窗口的不行")
    void overHttp() throws Exception {
        second.issue();
        String path = "/api/applications/" + second.number + "/earlier-results";
        mvc.perform(get(path).with(SignedInAs.of(second.clerk)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.offered[0].key").value(PERMIT))
                .andExpect(jsonPath("$.offered[0].from.certificate").value(permit.certificate()));
        mvc.perform(posted(path, "{}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(3));
        mvc.perform(posted(
                        path,
                        "{\"material\":\"%s\",\"from\":\"%s\",\"item\":\"%s\"}"
                                .formatted(PERMIT, permit.number(), permit.item())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken[0].holds").value(true));
        mvc.perform(get("/api/applications/" + second.number).with(SignedInAs.of(second.clerk)))
                .andExpect(jsonPath("$.materials." + PERMIT + ".result.number").value(permit.number()));
        mvc.perform(posted(path + "/put-back", "{\"material\":\"" + PERMIT + "\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taken").isEmpty());
        Actor manager = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);
        mvc.perform(get(path).with(SignedInAs.of(manager))).andExpect(status().isForbidden());
    }

    private MockHttpServletRequestBuilder posted(String path, String body) {
        return post(path)
                .header(IdempotencyKey.HEADER, UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(SignedInAs.of(second.clerk));
    }

    private FoundResults found() {
        return results.of(second.number, second.clerk);
    }

    private StageResult offered() {
        return found().offered().stream()
                .filter(one -> one.key().equals(PERMIT))
                .findFirst()
                .orElseThrow();
    }

    private CheckedMaterial material() {
        return Objects.requireNonNull(second.dossier().application().materials().get(PERMIT));
    }

    private List<String> gaps() {
        return second.dossier().gaps().stream().map(Gap::pointer).toList();
    }

    private List<String> audited(String act) {
        return jdbc.sql("select detail from audit.entry where act = :act and object = :number order by id")
                .param("act", act)
                .param("number", second.number)
                .query(String.class)
                .list();
    }
}
