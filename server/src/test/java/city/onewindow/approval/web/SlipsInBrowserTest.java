package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
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

    private static void hand(Page clerk) {
        clerk.locator("section[aria-label*='市场监']").getByText("移交，出流转单").click();
        clerk.waitForURL("**/slips/*");
    }
}
