package city.onewindow.approval.web;

import static city.onewindow.approval.StartupCases.CLERK;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.approval.Appointment;
import city.onewindow.approval.Inspection;
import city.onewindow.approval.InspectionProposal;
import city.onewindow.approval.Inspections;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("联合踏勘，在浏览器里")
class InspectionBrowserTest extends BrowserTest {

    private static final Actor AT_PROJECTS = new Actor("clerk-gcjs", "李敏", Set.of(Role.CLERK), "zjj", "gcjs");
    private static final int NARROW = 390;
    private static final int WIDE = 1280;

    @Autowired
    private Inspections inspections;

    @Test
    @DisplayName("提议、答复、告知申请人、填写结论、形成记录，电脑和手机上都没有严重的无障碍问题")
    void fromProposalToRecord() {
        String number = startups.accept();
        Page lead = staff("lead-scjg");
        lead.navigate("/cases/" + number);
        lead.getByText("约联合踏勘").press("Enter");
        // The only one that is open; of several none is.
        assertThat(lead.locator("[name=items]:checked")).hasCount(1);
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
        asker.navigate("/cases/" + number + "/inspections");
        assertThat(asker.locator("[name=items]:checked")).hasCount(0);
        asker.navigate("/matters/" + number + "/" + startups.item("考古调查、勘探(文物影响)"));
        asker.getByText("约联合踏勘").click();
        assertThat(asker.locator("[name=items]:checked")).hasCount(1);
        assertThat(asker.getByLabel("考古调查、勘探(文物影响)")).isChecked();
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

    @Test
    @DisplayName("请改时间的写明能参加的时间；提议部门改期，别的部门重新答复；答复不需要踏勘；再取消")
    void movedAndCancelled() {
        String inspection = proposed();
        Page asked = staff("fgw-review");
        asked.navigate(inspection);
        asked.getByLabel("请改时间").check();
        Locator answer = form(asked, "ANSWER");
        answer.locator("[name=day]").fill("2026-11-06");
        answer.locator("[name=hour]").selectOption("14:00");
        answer.getByLabel("理由").fill("当天另有会议。");
        answer.locator("[data-submits]").click();
        assertThat(row(asked, "请改时间")).containsText("2026年11月6日 14:00。当天另有会议。");

        Page asker = staff("wwj-review");
        asker.navigate(inspection);
        Locator move = form(asker, "MOVE");
        move.locator("[name=day]").fill("2026-11-06");
        move.locator("[name=hour]").selectOption("14:00");
        move.getByLabel("改期的原因").fill("按发改委的时间。");
        judged(asker, "inspection-other-hour");
        move.locator("[data-submits]").click();
        assertThat(asker.locator("main > .notice")).containsText("这次踏勘现在“等待各部门答复”");
        assertThat(asker.locator("dl").first()).containsText("2026年11月6日 14:00");
        assertThat(asker.locator("dl").first()).containsText("按发改委的时间。");

        asked.navigate(inspection);
        assertThat(row(asked, "等待答复")).isVisible();
        asked.getByLabel("不需要踏勘").check();
        answer.getByLabel("理由").fill("以备案信息为准。");
        answer.locator("[data-submits]").click();
        assertThat(row(asked, "不需要踏勘")).containsText("以备案信息为准。");

        asker.navigate(inspection);
        Locator cancel = form(asker, "CANCEL");
        cancel.getByLabel("取消的原因").fill("改由图纸核对。");
        cancel.locator("[data-submits]").click();
        confirm(asker, "取消踏勘");
        assertThat(asker.locator("main > .notice")).containsText("这次踏勘现在“已取消”");
        assertThat(asker.locator("dl").first()).containsText("改由图纸核对。");
        assertThat(asker.getByText("仍需踏勘的，另约一次。")).isVisible();
        judged(asker, "inspection-cancelled");
    }

    @Test
    @DisplayName("答复参加却没有来的，勾选未到场以后形成记录")
    void absent() {
        String inspection = proposed();
        String[] parts = inspection.split("/");
        inspections.answer(
                parts[2],
                Integer.parseInt(parts[3]),
                Inspection.Reply.COMES,
                List.of("赵一", "赵二"),
                "",
                null,
                SignedInAs.actor("fgw-review", "fgw", null, Role.REVIEWER),
                null);
        clock.forward(Duration.ofDays(2));
        Page asker = staff("wwj-review");
        asker.navigate(inspection);
        assertThat(asker.locator("form [name=act]").first()).hasValue("FIND");
        Locator found = form(asker, "FIND");
        found.getByLabel("符合", new Locator.GetByLabelOptions().setExact(true)).check();
        found.getByLabel("现场情况").fill("未见文物。");
        found.locator("[data-submits]").click();
        confirm(asker, "提交结论");
        assertThat(row(asker, "未见文物。")).isVisible();
        Locator close = form(asker, "CLOSE");
        close.getByLabel("申请人的意见").fill("无意见");
        close.locator("[data-submits]").click();
        confirm(asker, "形成记录");
        assertThat(asker.locator("#f-absent-error")).isVisible();
        close.locator("[name=absent][value=fgw]").check();
        judged(asker, "inspection-absent");
        close.locator("[data-submits]").click();
        confirm(asker, "形成记录");
        assertThat(asker.locator("main > .notice")).containsText("这次踏勘现在“已形成记录”");
        assertThat(asker.getByText("未到场").first()).isVisible();
    }

    /** By the department of antiquities, which asks the one of development to come along. */
    private String proposed() {
        String number = startups.acceptDeferred("工程建设项目·立项用地规划许可阶段", Map.of(), AT_PROJECTS);
        Appointment at = new Appointment(LocalDateTime.parse("2026-11-05T09:30"), "洛阳市洛龙区示例路8号", "用地红线", "");
        List<String> items = List.of(startups.item("考古调查、勘探(文物影响)"), startups.item("企业投资项目备案"));
        Inspection proposed = inspections.propose(
                number,
                new InspectionProposal(items, at, List.of("王一", "王二")),
                SignedInAs.actor("wwj-review", "wwj", null, Role.REVIEWER),
                null);
        return "/inspections/" + number + "/" + proposed.seq();
    }

    private static Locator form(Page page, String act) {
        return page.locator("form:has(input[name=act][value=" + act + "])");
    }

    private static Locator row(Page page, String words) {
        return page.locator("table.data tr", new Page.LocatorOptions().setHasText(words))
                .first();
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
