package city.onewindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.approval.Hearing;
import city.onewindow.approval.HearingRequests;
import city.onewindow.approval.Hearings;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 听证 in a browser, from telling the right to it to the decision that rests on its record. */
@DisplayName("听证：从告知权利到根据笔录决定")
class HearingInBrowserTest extends BrowserTest {

    private static final int NARROW = 390;
    private static final int WIDE = 1280;
    private static final Actor REVIEWER = SignedInAs.actor("scjg-review", "scjg", null, Role.REVIEWER);

    @Autowired
    private Hearings hearings;

    @Autowired
    private HearingRequests requests;

    @Test
    @DisplayName("告知、申请、通知、笔录、审查、准予，每一步都在页面上点；期间页面写明为什么不能决定")
    void fromNoticeToDecision() {
        String number = startups.accept();
        String matter = "/matters/" + number + "/" + startups.item(ServiceCentre.REGISTRATION);
        Page reviewer = signedIn("scjg-review", DemoAccounts.PASSWORD, WIDE);
        reviewer.navigate(matter);
        reviewer.getByText("听证：告知听证权利").click();
        assertThat(reviewer.locator("h1")).containsText("告知听证权利");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "hearing-tell");
        reviewer.locator("[name=others]").fill("赵邻居");
        submit(reviewer);
        assertThat(reviewer.locator("#f-reason-error")).isVisible();
        assertThat(reviewer.locator("#f-others-error")).isVisible();
        reviewer.locator("[name=reason]").fill("经营噪声影响相邻住户休息。");
        reviewer.locator("[name=others]").fill("赵邻居，洛阳市示例路2号");
        submit(reviewer);
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“告知听证权利”");
        assertThat(reviewer.locator("#act")).containsText("2026年11月11日以前可以申请听证");
        assertThat(reviewer.locator("#act [name=recommendation]")).hasCount(0);
        screenshot(reviewer, "hearing-told");

        reviewer.getByText("听证：登记听证申请").click();
        reviewer.locator("[name=by][value='1']").check();
        reviewer.locator("[name=on]").fill(LocalDate.now(clock).toString());
        submit(reviewer);
        reviewer.getByText("听证：通知听证").click();
        screenshot(reviewer, "hearing-call");
        submit(reviewer);
        assertThat(reviewer.locator("#f-day-error")).isVisible();
        reviewer.locator("[name=day]").fill("2026-11-19");
        reviewer.locator("[name=hour]").selectOption("09:30");
        reviewer.locator("[name=place]").fill("市政务服务中心听证室");
        assertThat(reviewer.locator("[name=presider] option[value=scjg-review]"))
                .hasCount(0);
        reviewer.locator("[name=presider]").selectOption("scjg-decide");
        submit(reviewer);
        assertThat(reviewer.locator("main")).containsText("已通知，笔录制作以前不能作出决定");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "hearing-called");

        clock.set(LocalDateTime.parse("2026-11-19T11:30").atZone(ZoneId.of("Asia/Shanghai")));
        reviewer.navigate(matter);
        reviewer.getByText("听证：制作听证笔录").click();
        reviewer.locator("[name=came]").fill("申请人、赵邻居、审查人张三");
        reviewer.locator("[name=spoken]").fill("赵邻居认为扰民，申请人承诺隔音。");
        reviewer.locator("[name=signed]").fill("均已核对并签字");
        screenshot(reviewer, "hearing-record");
        submit(reviewer);
        assertThat(reviewer.locator("main")).containsText("已举行，决定以笔录为根据");
        reviewer.locator("[name=recommendation][value=GRANT]").check();
        reviewer.locator("[name=opinion]").fill("隔音措施可行。");
        reviewer.locator("#act [data-submits]").click();
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“提出审查意见”");

        Page decider = signedIn("scjg-decide", DemoAccounts.PASSWORD, NARROW);
        decider.navigate(matter);
        noSeriousViolations(decider);
        screenshot(decider, "hearing-decide-narrow");
        decider.locator("[name=act][value=GRANT]").check();
        decider.locator("#act [data-submits]").click();
        decider.locator("#confirm [data-yes]").click();
        assertThat(decider.locator("main > .notice")).containsText("已办理“准予”");
    }

    @Test
    @DisplayName("申请人用手机查进度时申请、撤回听证；窗口替来的人登记；部门的待办和事项页写明最晚哪天通知")
    void byTheApplicant() {
        String number = startups.accept();
        String item = startups.item(ServiceCentre.REGISTRATION);
        String matter = "/matters/" + number + "/" + item;
        Page reviewer = signedIn("scjg-review", DemoAccounts.PASSWORD, WIDE);
        reviewer.navigate(matter + "/hearing?act=TELL_HEARING");
        reviewer.locator("[name=reason]").fill("经营噪声影响相邻住户休息。");
        reviewer.locator("[name=others]").fill("赵邻居，洛阳市示例路2号");
        submit(reviewer);

        String code = jdbc.sql("select query_code from approval.case_file where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        Page phone = visitor(NARROW);
        ServiceCentre.track(phone, number, code);
        assertThat(phone.locator("main")).containsText("您可以在11月11日以前（含当日）申请听证");
        noSeriousViolations(phone);
        screenshot(phone, "hearing-tracked-narrow");
        phone.locator("button:has-text('申请听证')").first().click();
        screenshot(phone, "hearing-ask-sure-narrow");
        phone.locator("#confirm [data-yes]").click();
        assertThat(phone.locator("main")).containsText("您已于11月4日申请听证");
        screenshot(phone, "hearing-asked-narrow");

        reviewer.navigate(matter);
        assertThat(reviewer.locator("main")).containsText("应于2026年11月23日前通知");
        assertThat(reviewer.locator("main")).containsText("2026年12月2日");
        screenshot(reviewer, "hearing-owed");

        phone.locator("button:has-text('撤回听证申请')").click();
        phone.locator("#confirm [data-yes]").click();
        assertThat(phone.locator("main")).containsText("已登记，您不要求听证");

        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, WIDE);
        clerk.navigate("/cases/" + number);
        screenshot(clerk, "hearing-case-at-window");
        clerk.locator("a[href$='/hearing/" + item + "']").first().click();
        assertThat(clerk.locator("main")).not().containsText("赵邻居");
        noSeriousViolations(clerk);
        screenshot(clerk, "hearing-at-window");
        submit(clerk);
        assertThat(clerk.locator("#f-by-error")).isVisible();
        clerk.locator("[name=by][value='1']").check();
        clerk.locator("[name=on]").fill(LocalDate.now(clock).toString());
        submit(clerk);
        assertThat(clerk.locator("main > .notice")).containsText("已登记听证申请");

        Page foreigner = visitor(NARROW);
        foreigner.navigate("/track?lang=en");
        foreigner.locator("[name=number]").fill(number);
        foreigner.locator("[name=code]").fill(code);
        foreigner.keyboard().press("Enter");
        assertThat(foreigner.locator("main")).containsText("if you don't, the matter goes on");
        screenshot(foreigner, "hearing-tracked-english-narrow");
    }

    @Test
    @DisplayName("听证公告：没有登录的人看得到，没有公告的写明；公告的文书点得开")
    void announced() {
        jdbc.sql("update approval.hearing set announcement = null").update();
        Page phone = visitor(NARROW);
        phone.navigate("/");
        phone.locator("footer a[href='/hearings']").click();
        assertThat(phone.locator("main")).containsText("现在没有公告的听证");
        screenshot(phone, "hearing-announcements-none-narrow");
        String number = startups.accept();
        Page reviewer = signedIn("scjg-review", DemoAccounts.PASSWORD, WIDE);
        reviewer.navigate(
                "/matters/" + number + "/" + startups.item(ServiceCentre.REGISTRATION) + "/hearing?act=CALL_HEARING");
        reviewer.locator("[name=reason]").fill("涉及公共利益。");
        reviewer.locator("[name=day]").fill("2026-11-19");
        reviewer.locator("[name=hour]").selectOption("09:30");
        reviewer.locator("[name=place]").fill("市政务服务中心三楼听证室");
        reviewer.locator("[name=presider]").selectOption("scjg-decide");
        submit(reviewer);
        phone.navigate("/hearings");
        assertThat(phone.locator("main")).containsText("2026年11月19日 09:30");
        noSeriousViolations(phone);
        screenshot(phone, "hearing-announcements-narrow");
        Page wide = visitor(WIDE);
        wide.navigate("/hearings");
        screenshot(wide, "hearing-announcements");
        phone.locator("text=看听证公告").click();
        assertThat(phone.locator("main")).containsText("听证公告");
        screenshot(phone, "hearing-announcement-verified-narrow");
    }

    @Test
    @DisplayName("通知时同时公告；延期的写明还没有了结，另行通知第二次；窗口登记放弃，写错的说明白、填了的还在")
    void adjournedAndWaived() {
        String number = startups.accept();
        String item = startups.item(ServiceCentre.REGISTRATION);
        String matter = "/matters/" + number + "/" + item;
        hearings.tell(
                number, item, "经营噪声影响相邻住户休息。", List.of(new Hearing.Party("赵邻居", "洛阳市示例路2号")), null, REVIEWER, null);
        requests.ask(number, item, LocalDate.now(clock), 1, REVIEWER, null);
        Page reviewer = signedIn("scjg-review", DemoAccounts.PASSWORD, WIDE);
        reviewer.navigate(matter);
        reviewer.getByText("听证：通知听证").click();
        reviewer.getByLabel("听证日期").fill("2026-11-19");
        reviewer.getByLabel("听证地点").fill("市政务服务中心听证室");
        reviewer.getByLabel("主持人").selectOption("scjg-decide");
        reviewer.getByRole(AriaRole.GROUP, containing("同时公告")).getByLabel("是").check();
        submit(reviewer);
        assertThat(reviewer.locator("#f-hour")).isVisible();
        assertThat(reviewer.getByLabel("听证地点")).hasValue("市政务服务中心听证室");
        assertThat(reviewer.getByRole(AriaRole.GROUP, containing("同时公告")).getByLabel("是"))
                .isChecked();
        noSeriousViolations(reviewer);
        reviewer.getByLabel("时间").selectOption("09:30");
        submit(reviewer);
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“通知听证”");
        assertThat(reviewer.getByText("听证公告").first()).isVisible();

        clock.set(LocalDateTime.parse("2026-11-19T10:00").atZone(ZoneId.of("Asia/Shanghai")));
        reviewer.navigate(matter);
        reviewer.getByText("听证：制作听证笔录").click();
        reviewer.getByRole(AriaRole.GROUP, containing("听证延期")).getByLabel("是").check();
        reviewer.getByLabel("听证情况").fill("主持人与赵邻居有亲属关系，回避。");
        submit(reviewer);
        assertThat(reviewer.locator("#f-came-error")).isVisible();
        assertThat(reviewer.locator("#f-signed-error")).isVisible();
        assertThat(reviewer.getByLabel("听证情况")).hasValue("主持人与赵邻居有亲属关系，回避。");
        screenshot(reviewer, "hearing-adjourn");
        reviewer.getByLabel("参加人").fill("申请人、赵邻居、审查人张三");
        reviewer.getByLabel("核对签字情况").fill("均已核对并签字");
        submit(reviewer);
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“制作听证笔录”");
        assertThat(reviewer.locator("#act [name=recommendation]")).hasCount(0);
        noSeriousViolations(reviewer);
        screenshot(reviewer, "hearing-adjourned");

        reviewer.getByText("听证：通知听证").click();
        reviewer.getByLabel("听证日期").fill("2026-12-01");
        reviewer.getByLabel("时间").selectOption("14:00");
        reviewer.getByLabel("听证地点").fill("市政务服务中心三楼会议室");
        reviewer.getByLabel("主持人").selectOption("scjg-head");
        submit(reviewer);
        assertThat(reviewer.locator("main")).containsText("2026年12月1日 14:00");
        screenshot(reviewer, "hearing-called-again");

        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, WIDE);
        clerk.navigate("/cases/" + number);
        clerk.locator("a[href$='/hearing/" + item + "']").first().click();
        clerk.getByText("登记放弃听证").click();
        submit(clerk);
        assertThat(clerk.locator("#f-by-error")).isVisible();
        clerk.locator("[name=by][value='1']").check();
        submit(clerk);
        assertThat(clerk.locator("#f-reason-error")).containsText("请填写怎样放弃听证");
        assertThat(clerk.locator("[name=by][value='1']")).isChecked();
        noSeriousViolations(clerk);
        screenshot(clerk, "hearing-waive-at-window");
        clerk.getByLabel("怎样放弃的").fill("本人到窗口书面撤回。");
        submit(clerk);
        assertThat(clerk.locator("main > .notice")).containsText("已登记放弃听证");
        reviewer.navigate(matter);
        assertThat(reviewer.locator("main")).containsText("利害关系人撤回听证申请");
        assertThat(reviewer.locator("#act [name=recommendation]").first()).isVisible();
        screenshot(reviewer, "hearing-waived");
    }

    private static Page.GetByRoleOptions containing(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static void submit(Page page) {
        page.locator("[data-submits]").click();
    }
}
