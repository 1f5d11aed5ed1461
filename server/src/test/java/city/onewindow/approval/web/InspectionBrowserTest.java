package city.onewindow.approval.web;

import static city.onewindow.approval.StartupCases.CLERK;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("联合踏勘，在浏览器里")
class InspectionBrowserTest extends BrowserTest {

    private static final Actor AT_PROJECTS = new Actor("clerk-gcjs", "李敏", Set.of(Role.CLERK), "zjj", "gcjs");
    private static final int NARROW = 390;
    private static final int WIDE = 1280;

    @Test
    @DisplayName("提议、答复、告知申请人、填写结论、形成记录，电脑和手机上都没有严重的无障碍问题")
    void fromProposalToRecord() {
        String number = startups.accept();
        Page lead = staff("lead-scjg");
        lead.navigate("/cases/" + number);
        lead.getByText("约联合踏勘").press("Enter");
        lead.getByLabel("踏勘日期").fill("2026-11-05");
        lead.getByLabel("时间").selectOption("09:30");
        lead.getByLabel("踏勘地点").fill("洛阳市西工区示例路1号");
        lead.getByLabel("踏勘内容").fill("住所是否与申请一致");
        lead.getByLabel("请申请人准备").fill("租赁合同原件");
        lead.getByLabel("本部门踏勘人员").fill("王一");
        lead.keyboard().press("Control+Enter");
        assertThat(lead.getByText("请填写踏勘人员，至少两人").first()).isVisible();
        judged(lead, "inspection-new");
        lead.getByLabel("本部门踏勘人员").fill("王一\n王二");
        lead.keyboard().press("Control+Enter");
        assertThat(lead.getByText("联合踏勘已约定")).isVisible();
        assertThat(lead.getByText("已约定").first()).isVisible();
        judged(lead, "inspection-agreed");

        Page visitor = visitor(NARROW);
        track(visitor, number);
        assertThat(visitor.getByText("租赁合同原件")).isVisible();
        judged(visitor, "track-inspection");

        Page reviewer = staff("scjg-review");
        reviewer.navigate("/inspections");
        judged(reviewer, "inspections");
        clock.forward(Duration.ofDays(2));
        reviewer.getByText("洛阳市西工区示例路1号").first().press("Enter");
        reviewer.getByLabel("需整改").check();
        reviewer.getByLabel("现场情况").fill("门牌未安装。");
        reviewer.keyboard().press("Control+Enter");
        confirm(reviewer, "提交结论");
        assertThat(reviewer.getByText("门牌未安装。").first()).isVisible();
        reviewer.getByLabel("申请人的意见").fill("三日内装好。");
        judged(reviewer, "inspection-found");
        reviewer.keyboard().press("Control+Enter");
        confirm(reviewer, "形成记录");
        assertThat(reviewer.getByText("已形成记录").first()).isVisible();
        judged(reviewer, "inspection-closed");
    }

    @Test
    @DisplayName("答复参加的只写踏勘人员，不问理由；请改时间的写时间和理由")
    void anotherDepartmentAnswers() {
        String number = startups.acceptDeferred("工程建设项目·立项用地规划许可阶段", Map.of(), AT_PROJECTS);
        Page asker = staff("wwj-review");
        asker.navigate("/cases/" + number + "/inspections?items=" + startups.item("考古调查、勘探(文物影响)"));
        asker.getByLabel("企业投资项目备案").check();
        asker.getByLabel("踏勘日期").fill("2026-11-05");
        asker.getByLabel("时间").selectOption("09:30");
        asker.getByLabel("踏勘地点").fill("洛阳市洛龙区示例路8号");
        asker.getByLabel("踏勘内容").fill("用地红线");
        asker.getByLabel("本部门踏勘人员").fill("王一\n王二");
        asker.keyboard().press("Control+Enter");
        assertThat(asker.locator("main > .stack > .notice, main .notice").first())
                .containsText("已提议联合踏勘");

        Page asked = staff("fgw-review");
        asked.navigate("/inbox");
        asked.getByText("待办的联合踏勘").press("Enter");
        assertThat(asked.getByText("等待本部门答复").first()).isVisible();
        asked.getByText("洛阳市洛龙区示例路8号").first().press("Enter");
        assertThat(asked.getByLabel("理由")).isHidden();
        asked.getByLabel("请改时间").check();
        assertThat(asked.getByLabel("能参加的日期")).isVisible();
        assertThat(asked.getByLabel("理由")).isVisible();
        noSeriousViolations(asked);
        asked.getByLabel("参加", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(asked.getByLabel("理由")).isHidden();
        asked.getByLabel("本部门踏勘人员").fill("赵一\n赵二");
        asked.keyboard().press("Control+Enter");
        assertThat(asked.getByText("已约定").first()).isVisible();
    }

    private Page staff(String account) {
        return signedIn(account, DemoAccounts.PASSWORD, WIDE);
    }

    private void track(Page visitor, String number) {
        visitor.navigate("/track");
        visitor.getByLabel("办件编号").fill(number);
        visitor.getByLabel("查询码")
                .fill(intake.dossier(number, CLERK).application().queryCode());
        visitor.keyboard().press("Enter");
    }

    /** Wide and narrow. */
    private void judged(Page page, String name) {
        page.setViewportSize(WIDE, 900);
        noSeriousViolations(page);
        screenshot(page, name);
        page.setViewportSize(NARROW, 800);
        noSeriousViolations(page);
        screenshot(page, name + "-phone");
    }
}
