package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.approval.StagedCases;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.StagedApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("后面阶段的窗口取用前阶段办出的结果，在浏览器里")
class StageResultsInBrowserTest extends BrowserTest {

    @Test
    @DisplayName("材料页写明前阶段办出了什么、编号、哪天；一按就是已共享获取，来源在备注里；失效了说明，不再取用")
    void taken() {
        StagedCases cases = new StagedCases(house, transaction, clock);
        StagedApplications staged = new StagedApplications(house);
        String first = staged.accepted(cases.project());
        String number = StagedApplications.number(staged.filled(2, cases.project()));
        Page clerk = signedIn(staged.clerk().account(), DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/desk/" + number + "/materials");
        assertThat(clerk.locator("#decisions")).containsText("补齐以后也还不能受理");
        assertThat(clerk.locator("#decisions")).containsText("没有准予：办件 " + first);
        noSeriousViolations(clerk);
        screenshot(clerk, "kept-out");
        cases.finish(first);
        clerk.navigate("/desk/" + number + "/materials");
        Locator results = clerk.locator(".earlier-results");
        assertThat(results).containsText(first);
        assertThat(results).containsText("编号 证" + first);
        noSeriousViolations(clerk);
        screenshot(clerk, "stage-results-offered");

        results.locator("button").first().press("Enter");
        assertThat(clerk.locator("main > .notice").first()).containsText("已取用前阶段的结果");
        Locator row = clerk.locator("#m-LAND_PERMIT");
        assertThat(row).containsText("已共享获取，前阶段结果");
        assertThat(row.locator("input[name=remark]")).hasValue(Pattern.compile(".*" + first + ".*"));
        assertThat(results).containsText("已取用");
        noSeriousViolations(clerk);
        screenshot(clerk, "stage-results-taken");

        cases.setAside(first);
        clerk.reload();
        assertThat(results).containsText("已经不再有效");
        noSeriousViolations(clerk);
        results.locator("button").last().press("Enter");
        assertThat(clerk.locator("main > .notice").first()).containsText("不再取用");
        assertThat(row).containsText("未核验");
        assertThat(results).hasCount(0);
        clerk.navigate("/desk/" + number + "/earlier-results");
        assertThat(clerk.locator("main")).containsText("没有给同一申请人办出");
    }
}
