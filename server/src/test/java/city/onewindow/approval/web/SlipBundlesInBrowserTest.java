package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("成批移交，在浏览器里")
class SlipBundlesInBrowserTest extends BrowserTest {

    @Test
    @DisplayName("只用键盘：窗口勾选当天的几件一起移交，部门留着勾的一起确认，去掉勾的一张提异议；再移回一份")
    void byKeyboard() {
        // A day on which no other test accepts.
        clock.set(LocalDate.of(2026, 10, 21).atTime(10, 0).atZone(clock.getZone()));
        String first = startups.accept();
        String second = startups.accept();
        String apart = startups.accept();
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/slips");
        enter(clerk, clerk.getByText("成批移交今天受理的"));
        clerk.waitForURL("**/slip-bundles/new");
        enter(clerk, clerk.locator("nav.tabs a[href*='department=scjg']").first());
        clerk.waitForURL("**department=scjg");
        noSeriousViolations(clerk);
        screenshot(clerk, "slip-bundle-new");
        clerk.locator("input[name=number][value='" + apart + "']").press("Space");
        enter(clerk, clerk.locator("form[action='/slip-bundles'] button"));
        assertThat(clerk.getByText("2 件，等对方接收")).isVisible();
        screenshot(clerk, "slip-bundle");
        String bundle = clerk.url();

        Page department = signedIn("scjg-review", DemoAccounts.PASSWORD, PHONE);
        department.navigate(bundle);
        noSeriousViolations(department);
        department.evaluate("document.documentElement.dataset.type = 'large'");
        noSeriousViolations(department);
        screenshot(department, "slip-bundle-large-390");
        Locator wrong = department.locator("tr", new Page.LocatorOptions().setHasText(second));
        wrong.locator("input[name=slip]").press("Space");
        enter(department, department.getByText("勾选的与清单一致，确认接收"));
        assertThat(department.getByText("已确认接收 1 件")).isVisible();
        assertThat(row(department, first).getByText("已接收")).isVisible();
        assertThat(row(department, second).getByText("等部门接收")).isVisible();

        enter(department, row(department, first).locator("a[href^='/slips/']"));
        enter(department, department.getByText("移回窗口", new Page.GetByTextOptions().setExact(true)));
        department.waitForURL("**/cases/" + first + "/slips");
        noSeriousViolations(department);
        department.locator("textarea[name^=reason]").fill("审查完了");
        enter(department, department.getByText("移回，出流转单"));
        assertThat(department.getByText("请至少勾选一份材料").first()).isVisible();
        screenshot(department, "hand-back-wrong-390");
        assertThat(department.locator("textarea[name^=reason]")).hasValue("审查完了");
        department.locator("input[name^=materials]").first().press("Space");
        enter(department, department.getByText("移回，出流转单"));
        assertThat(department.getByText("已移回，等窗口接收")).isVisible();
    }

    private static Locator row(Page page, String number) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(number));
    }

    private static void enter(Page page, Locator target) {
        target.focus();
        page.keyboard().press("Enter");
    }
}
