package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.approval.SampleCases;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Cases are accepted on Wednesday, 4 November 2026. */
@DisplayName("特别程序和延长期限，在浏览器里")
class ClocksBrowserTest extends BrowserTest {

    private static final String ASK = "a[href*='act=ASK_EXTENSION']";

    @Test
    @DisplayName("启动特别程序，超过上限的说最晚哪天；告知书写到哪天不计入期限；提前结束的重新计入")
    void specialProcedure() {
        String matter = matter();
        Page reviewer = staff("scjg-review");
        reviewer.navigate(matter);
        reviewer.getByText("启动特别程序").click();
        reviewer.locator("#act .actions").getByText("返回").click();
        assertThat(reviewer.locator("#act").getByText("返回")).hasCount(0);
        reviewer.getByText("启动特别程序").click();
        reviewer.getByLabel("哪一种特别程序").selectOption("EXPERT_REVIEW");
        assertThat(reviewer.locator("#f-expectedEnd-hint")).containsText("2026年11月4日起到这一天不计入办理期限");
        reviewer.getByLabel("承担机构").fill("市专家评审中心");
        reviewer.getByLabel("理由").fill("经营方案需要专家评审。");
        reviewer.getByLabel("预计结束日期").fill("2027-03-01");
        submit(reviewer);
        assertThat(reviewer.locator("#f-expectedEnd-error")).containsText("最晚到2026年12月15日");
        assertThat(reviewer.getByLabel("理由")).hasValue("经营方案需要专家评审。");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "special-procedure");
        reviewer.getByLabel("预计结束日期").fill("2026-11-10");
        submit(reviewer);
        told(reviewer, "启动特别程序");

        reviewer.navigate(matter);
        assertThat(reviewer.locator("dl").first())
                .containsText("由市专家评审中心承担，2026年11月4日至2026年11月10日不计入期限，此后仍未结束的照常计入。经营方案需要专家评审。");
        assertThat(reviewer.getByText("特别程序告知书").first()).isVisible();
        noSeriousViolations(reviewer);
        screenshot(reviewer, "special-procedure-runs");
        clock.forward(Duration.ofDays(2));
        reviewer.getByLabel("特别程序的结果").fill("专家一致同意。");
        submit(reviewer);
        told(reviewer, "结束特别程序");

        reviewer.navigate(matter);
        assertThat(reviewer.locator("dl").first()).containsText("2026年11月4日至2026年11月6日不计入期限。专家一致同意。");
        assertThat(reviewer.getByLabel("建议准予")).isVisible();
    }

    @Test
    @DisplayName("审查人申请延长期限；负责人不批准要写理由；再申请的批准，出具告知书，不能再延长")
    void extension() {
        String matter = matter();
        Page reviewer = staff("scjg-review");
        Page head = staff("scjg-head");
        askExtension(reviewer, matter, "11");
        assertThat(reviewer.locator("#f-days-error")).containsText("1 至 3");
        reviewer.getByLabel("延长几天").fill("3");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "extension-ask");
        submit(reviewer);
        told(reviewer, "申请延长期限");

        head.navigate("/inbox");
        assertThat(head.locator("a[href^='" + matter + "']")).isVisible();
        head.navigate(matter);
        assertThat(head.locator("dl").first()).containsText("已申请延长 3个工作日，等待部门负责人答复。理由：");
        head.locator("[name=act][value=REFUSE_EXTENSION]").check();
        submit(head);
        assertThat(head.locator("#confirm")).isHidden();
        assertThat(head.getByLabel("理由")).isFocused();
        head.getByLabel("理由").fill("不是法定理由。");
        noSeriousViolations(head);
        screenshot(head, "extension-answer");
        submit(head);
        confirm(head, "提交");
        told(head, "不批准延长期限");

        reviewer.navigate(matter);
        assertThat(reviewer.locator("main")).containsText("不是法定理由。");
        askExtension(reviewer, matter, "3");
        told(reviewer, "申请延长期限");
        head.navigate(matter);
        head.locator("[name=act][value=EXTEND]").check();
        head.getByLabel("意见（可不填）").fill("同意。");
        submit(head);
        confirm(head, "提交");
        told(head, "批准延长期限");
        assertThat(head.locator("main > .notice")).containsText("现在的期限：承诺2026年11月");

        reviewer.navigate(matter);
        assertThat(reviewer.locator("dl").first()).containsText("已批准延长 3个工作日");
        assertThat(reviewer.getByText("延长办理期限告知书").first()).isVisible();
        assertThat(reviewer.getByLabel("建议准予")).isVisible();
        assertThat(reviewer.locator(ASK)).hasCount(0);
    }

    @Test
    @DisplayName("中心延长统一办理期限：四十五日延长到六十日，写明谁批准，只能一次")
    void joint() {
        TimeLimit forty = TimeLimit.workingDays("40");
        TimeLimit one = TimeLimit.workingDays("1");
        String number = new SampleCases(house, transaction, clock, catalogs)
                .accept(List.of(
                        SampleCases.item("clocks-1", one, forty, List.of()),
                        SampleCases.item("clocks-2", one, forty, List.of("clocks-1"))));
        Page manager = staff("manager");
        manager.navigate("/cases/" + number);
        assertThat(manager.locator("dl").first()).containsText("自受理起 45 个工作日");
        manager.getByLabel("延长几个工作日").fill("15");
        manager.getByLabel("批准的政府负责人和批准文件").fill("王副市长，洛政批〔2026〕1号");
        manager.getByLabel("延长的理由").fill("须现场勘验");
        noSeriousViolations(manager);
        screenshot(manager, "joint-extension");
        manager.getByText("延长并告知申请人").click();
        assertThat(manager.locator("main > .notice")).containsText("整件期限已延长 15 个工作日");
        assertThat(manager.locator("dl").first())
                .containsText("自受理起 60 个工作日（行政许可法第四十二条第二款）；其中延长 15 个，王副市长，洛政批〔2026〕1号批准，理由：须现场勘验");
        assertThat(manager.getByText("延长办理期限告知书").first()).isVisible();
        assertThat(manager.getByText("延长并告知申请人")).hasCount(0);
    }

    private String matter() {
        return "/matters/" + startups.accept() + "/" + startups.item("企业设立登记(有限责任公司)");
    }

    private static void askExtension(Page reviewer, String matter, String days) {
        reviewer.navigate(matter);
        reviewer.locator(ASK).click();
        reviewer.getByLabel("延长几天").fill(days);
        reviewer.getByLabel("延长的理由").fill("现场情况复杂。");
        submit(reviewer);
    }

    private static void submit(Page page) {
        page.locator("#act [data-submits]").click();
    }

    private static void told(Page page, String act) {
        assertThat(page.locator("main > .notice")).containsText("已办理“" + act + "”");
    }

    private Page staff(String account) {
        return signedIn(account, DemoAccounts.PASSWORD, DESK);
    }
}
