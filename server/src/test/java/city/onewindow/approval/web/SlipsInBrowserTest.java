package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("移交纸质材料，在浏览器里")
class SlipsInBrowserTest extends BrowserTest {

    @Test
    @DisplayName("窗口移交，部门提异议，窗口重新移交，部门接收；谁欠下一步一直看得见")
    void backAndForth() {
        String number = startups.accept();
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/desk/" + number);
        clerk.getByText("移交纸质材料给部门").click();
        noSeriousViolations(clerk);
        screenshot(clerk, "slips-of-case");
        hand(clerk);
        assertThat(clerk.getByText("等部门接收")).isVisible();
        assertThat(clerk.getByText("打印流转单").first()).isVisible();

        Page department = signedIn("scjg-review", DemoAccounts.PASSWORD, PHONE);
        department.navigate("/slips");
        noSeriousViolations(department);
        screenshot(department, "slips-360");
        department
                .locator("tr", new Page.LocatorOptions().setHasText(number))
                .locator("a[href^='/slips/']")
                .click();
        department.getByText("缺少或者不符，提出异议").click();
        department.locator("[name=objection]").fill("章程少一份。");
        department.getByText("提出异议", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(department.getByText("异议：章程少一份。")).isVisible();
        noSeriousViolations(department);
        screenshot(department, "slip-360");

        clerk.navigate("/cases/" + number);
        assertThat(clerk.getByText("处理异议，重新移交纸质材料").first()).isVisible();
        clerk.navigate("/slips");
        clerk.locator("tr", new Page.LocatorOptions().setHasText(number))
                .locator("a[href^='/slips/']")
                .click();
        clerk.getByText("重新移交", new Page.GetByTextOptions().setExact(true)).click();
        hand(clerk);
        screenshot(clerk, "slip");

        department.navigate("/slips");
        department
                .locator("tr", new Page.LocatorOptions().setHasText(number))
                .locator("a[href^='/slips/']")
                .click();
        department.getByText("与清单一致，确认接收").click();
        assertThat(department.getByText("已确认接收，材料由本部门保管。")).isVisible();
    }

    @Test
    @DisplayName("交错了的收回；收回来的退还申请人：没勾、没写原因的说明白，勾了的还在；申请人签字以后记下签收")
    void takenBackAndGivenBack() {
        String number = startups.accept();
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/cases/" + number + "/slips");
        hand(clerk);
        clerk.getByText("交错了，收回").click();
        clerk.getByRole(AriaRole.BUTTON, named("收回")).click();
        assertThat(clerk.locator("#f-reason-error")).isVisible();
        noSeriousViolations(clerk);
        screenshot(clerk, "slip-take-back-wrong");
        clerk.getByLabel("收回的原因").fill("应当先交公安。");
        clerk.getByRole(AriaRole.BUTTON, named("收回")).click();
        assertThat(clerk.locator("main > .notice").first()).containsText("已收回");
        noSeriousViolations(clerk);
        screenshot(clerk, "slip-taken-back");

        clerk.navigate("/cases/" + number + "/slips");
        Locator back = clerk.getByRole(AriaRole.REGION, named("退还申请人"));
        Locator give = back.getByRole(AriaRole.BUTTON);
        back.getByLabel("退还的原因").fill("原件核验以后退还。");
        give.click();
        assertThat(back).containsText("请至少勾选一份材料");
        assertThat(back.getByLabel("退还的原因")).hasValue("原件核验以后退还。");
        Locator paper = back.getByRole(AriaRole.CHECKBOX).first();
        paper.check();
        back.getByLabel("退还的原因").fill("");
        give.click();
        assertThat(back.locator(".error")).hasCount(1);
        assertThat(paper).isChecked();
        clerk.setViewportSize(PHONE, 800);
        noSeriousViolations(clerk);
        screenshot(clerk, "give-back-wrong-phone");
        back.getByLabel("退还的原因").fill("原件核验以后退还。");
        give.click();
        assertThat(clerk.locator("main > .notice").first()).containsText("申请人清点、签字后记下签收");
        noSeriousViolations(clerk);
        screenshot(clerk, "given-back-phone");
        clerk.getByRole(AriaRole.BUTTON, named("申请人已在打印的流转单上签字")).click();
        assertThat(clerk.locator("main > .notice").first()).containsText("已记下申请人签收");
    }

    private static void hand(Page clerk) {
        clerk.locator("section[aria-label*='市场监']").getByText("移交，出流转单").click();
        clerk.waitForURL("**/slips/*");
    }
}
