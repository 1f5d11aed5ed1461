package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.Counter;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("外国人作经办人，在浏览器里")
class ForeignAgentBrowserTest extends BrowserTest {

    @Test
    @DisplayName("经办人是外国人的，用护照；申请表里填好了，没有要改的")
    void foreignAgent() {
        Page page = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        page.waitForURL("**/desk");
        page.navigate("/desk/new?thing=" + new Counter(intake, catalogs).errandCode());
        page.locator("#q_agent-yes").check();
        page.locator("[data-fills]").click();
        page.locator("#f-agentIdNumber").fill("C01X0006H");
        page.locator("#f-authorisation").focus();
        assertThat(page.locator("#f-agentIdNumber-error")).containsText("公民身份号码");
        page.locator("#f-agentIdType").selectOption("PASSPORT");
        page.locator("#f-authorisation").focus();
        assertThat(page.locator("#f-agentIdNumber-error")).hasCount(0);
        page.keyboard().press("Control+Enter");
        page.waitForURL("**/form");
        assertThat(page.locator("#f-agent_id_number")).hasValue("C01X0006H");
        assertThat(page.locator("#f-agent_id_number-error")).hasCount(0);
    }
}
