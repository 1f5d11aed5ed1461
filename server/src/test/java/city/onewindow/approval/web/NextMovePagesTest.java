package city.onewindow.approval.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import city.onewindow.approval.ApprovalHouseTest;
import city.onewindow.approval.AskedProcedure;
import city.onewindow.approval.ClockActs;
import city.onewindow.approval.Pool;
import city.onewindow.approval.SampleCases;
import city.onewindow.approval.SpecialProcedure;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import java.time.Duration;
import java.time.LocalDate;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are accepted on Wednesday, 4 November 2026, at 10:00. */
@DisplayName("页面上说下一步由谁办")
class NextMovePagesTest extends ApprovalHouseTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    @Autowired
    private Pool pool;

    @Autowired
    private ClockActs clockActs;

    @Test
    @DisplayName("先说哪个岗位自何时起欠办，最后说现在由谁办理：领取的人不担前面的天数")
    void theHolderLast() throws Exception {
        String number = cases.accept("a");
        clock.forward(Duration.ofDays(2));
        pool.take(number, "a", null, SampleCases.reviewer("a"));
        reads(number, containsString("审批人员（审查），自 2026年11月4日 10:00 起（已 1 个工作日），现由张三办理"));
    }

    @Test
    @DisplayName("说出欠的是什么：哪一种特别程序、预计到哪天；负责人答复延期申请")
    void whatIsOwed() throws Exception {
        String number = cases.accept("a");
        clockActs.askExtension(number, "a", 5, "情况复杂。", SampleCases.reviewer("a"), null);
        reads(number, containsString("部门负责人 答复延期申请，自 2026年11月4日"));
        clockActs.suspend(
                number,
                "a",
                new AskedProcedure(
                        SpecialProcedure.Kind.EXPERT_REVIEW, "评审。", "市检测中心", "", LocalDate.parse("2026-11-10")),
                SampleCases.reviewer("a"),
                null);
        reads(number, containsString("审批人员（审查） 特别程序：专家评审，自 2026年11月4日 10:00 起，预计至 2026年11月10日"));
    }

    private void reads(String number, Matcher<String> page) throws Exception {
        mvc.perform(get("/matters/" + number + "/a").with(SignedInAs.of(MANAGER)))
                .andExpect(content().string(page));
    }
}
