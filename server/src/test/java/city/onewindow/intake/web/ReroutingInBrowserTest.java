package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.OnlineApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("中心在办件总览里把撤销了的窗口的转走，新窗口在网上待办里看得到")
class ReroutingInBrowserTest extends BrowserTest {

    private static final int HAND = 390;
    private static final int COUNTER = 1280;

    @Autowired
    OnlineApplications online;

    private String lying() {
        String number = new AtHome(online, catalogs).submitted().number();
        jdbc.sql("update intake.application set window_code = 'gone' where number = :number")
                .param("number", number)
                .update();
        return number;
    }

    @Test
    @DisplayName("一件、全部")
    void oneAndAll() {
        String one = lying();
        String other = lying();
        String third = lying();
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, COUNTER);
        manager.navigate("/overview");
        looked(manager, "rerouting-overview");
        Locator line = manager.locator("main li", new Page.LocatorOptions().setHasText(one));
        line.locator("button").click();
        confirm(manager, "转过去");
        assertThat(manager.locator("main > .notice")).containsText("已转到企业开办综合受理窗口");
        assertThat(line).hasCount(0);
        manager.getByText("gone 的都转走").click();
        confirm(manager, "都转走");
        assertThat(manager.locator("main > .notice")).containsText("已转走 2 件");
        looked(manager, "rerouting-done");

        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, COUNTER);
        clerk.waitForURL("**/desk");
        clerk.navigate("/pre-reviews");
        for (String number : new String[] {one, other, third}) {
            assertThat(clerk.locator("tr", new Page.LocatorOptions().setHasText(number)))
                    .containsText("从撤销了的窗口转来");
        }
        looked(clerk, "rerouting-list");
    }

    private static void looked(Page page, String name) {
        for (int width : new int[] {HAND, COUNTER}) {
            page.setViewportSize(width, 900);
            noSeriousViolations(page);
            screenshot(page, name + "-" + width);
        }
    }
}
