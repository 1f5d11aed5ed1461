package city.onewindow.approval;

import static city.onewindow.approval.SampleCases.decider;
import static city.onewindow.approval.SampleCases.reviewer;
import static city.onewindow.approval.SampleCases.system;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.catalog.Item;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("在部门业务系统办理的事项")
class WorkedThereTest extends ApprovalHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private WorkedThere workedThere;

    @Autowired
    private ClockActs acts;

    @Autowired
    private Pool pool;

    @Test
    @DisplayName("页面上看得到在哪里办，人不能办；部门系统能办")
    void onlyTheSystemActs() throws Exception {
        String number = cases.accept("there1");
        assertThat(door.matter(number, "there1", reviewer("there1")).next()).isNotEmpty();
        there("there1");
        MatterView seen = door.matter(number, "there1", reviewer("there1"));
        assertThat(seen.next()).isEmpty();
        assertThat(seen.workedThere()).isTrue();
        assertThat(seen.owed()).extracting(NextMove::role).containsOnlyNulls();
        assertThatThrownBy(() -> pool.take(number, "there1", null, reviewer("there1")))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("部门自己的业务系统");
        assertThat(door.matter(number, "there1", system("there1")).next()).isNotEmpty();
        mvc.perform(get("/matters/" + number + "/there1").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(containsString("自己的业务系统办理")))
                .andExpect(content().string(containsString("部门业务系统，自 2026年11月4日")));
        mvc.perform(get("/inbox").with(SignedInAs.of(reviewer("there1"))))
                .andExpect(content().string(containsString("审查，在部门业务系统办理")));
        assertThatThrownBy(() -> review(number, "there1"))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("部门自己的业务系统");
        assertThatThrownBy(() -> acts.suspend(
                        number,
                        "there1",
                        new AskedProcedure(
                                SpecialProcedure.Kind.TESTING, "送检。", "市检测中心", "", LocalDate.parse("2026-11-05")),
                        reviewer("there1"),
                        null))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("部门自己的业务系统");
        approval.review(number, "there1", Recommendation.GRANT, "齐全", system("there1"), null);
        assertThatThrownBy(() -> approval.grant(number, "there1", "", decider("there1"), null))
                .isInstanceOf(Problem.Conflict.class);
        approval.grant(number, "there1", "", system("there1"), null);
        assertThat(matter(number, "there1").step()).isEqualTo(Step.CERTIFY);
    }

    @Test
    @DisplayName("延长期限仍由部门负责人在这里答复，系统没有负责人")
    void theHeadStillAnswers() {
        String number = cases.accept("there2");
        there("there2");
        acts.askExtension(number, "there2", 3, "情况复杂。", system("there2"), null);
        Actor head = SignedInAs.actor("head", "dep-there2", null, Role.HEAD);
        assertThat(door.matter(number, "there2", head).next()).hasSize(2);
        acts.extend(number, "there2", "同意。", head, null);
        assertThat(matter(number, "there2").extended()).isEqualTo(3);
    }

    @Test
    @DisplayName("由中心管理或系统管理设定，马上生效，可以改回；不是该部门的事项不能设")
    void set() {
        Item item = catalogs.current().items().iterator().next();
        String department = item.department();
        assertThatThrownBy(() -> workedThere.set(department, item.code(), true, reviewer("there3")))
                .isInstanceOf(Problem.NotAllowed.class);
        assertThatThrownBy(() -> workedThere.set("dep-there3", item.code(), true, MANAGER))
                .isInstanceOf(Problem.NotFound.class);
        long before = settings(item);
        workedThere.set(department, item.code(), true, MANAGER);
        workedThere.set(department, item.code(), true, MANAGER);
        assertThat(workedThere.items(department)).contains(item.code());
        workedThere.set(department, item.code(), false, MANAGER);
        assertThat(workedThere.items(department)).doesNotContain(item.code());
        assertThat(settings(item) - before).as("audited").isEqualTo(2);
    }

    private long settings(Item item) {
        return jdbc.sql("select count(*) from audit.entry where act like 'worked-there.%' and object = :item")
                .param("item", item.code())
                .query(Long.class)
                .single();
    }

    private void there(String item) {
        jdbc.sql("""
                        insert into approval.worked_there (region, department, item, since)
                        values ('410300', 'dep-' || :item, :item, now())
                        """).param("item", item).update();
    }
}
