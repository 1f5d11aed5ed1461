package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.StagedApplications;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("后面阶段的窗口沿用前阶段的内容，在浏览器里")
class EarlierStagesInBrowserTest extends BrowserTest {

    @Test
    @DisplayName("申请表页说有多少可以沿用；一按就填好，写明来自哪个办件；材料页写在备注里；没有可沿用的不说")
    void takenOver() {
        StagedApplications staged = new StagedApplications(house);
        String project = StagedApplications.project();
        String number = staged.second(project);
        Page clerk = signedIn(staged.clerk().account(), DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/desk/" + number + "/form");
        assertThat(clerk.getByText("沿用前阶段的内容")).hasCount(0);

        String first = staged.accepted(project);
        clerk.navigate("/desk/" + number + "/form");
        assertThat(clerk.locator("main")).containsText(first);
        noSeriousViolations(clerk);
        screenshot(clerk, "earlier-offered");
        clerk.getByText("沿用前阶段的内容").press("Enter");
        assertThat(clerk.locator("main > .notice").first()).containsText("已沿用前阶段");
        assertThat(clerk.locator(".filled").getByText("前阶段办件 " + first).first()).isVisible();
        assertThat(clerk.getByText("沿用前阶段的内容")).hasCount(0);
        noSeriousViolations(clerk);
        screenshot(clerk, "earlier-taken-over");
        clerk.navigate("/desk/" + number + "/materials");
        assertThat(clerk.locator("main")).containsText("沿用前阶段办件 " + first);
        noSeriousViolations(clerk);
        screenshot(clerk, "earlier-materials");
    }
}
