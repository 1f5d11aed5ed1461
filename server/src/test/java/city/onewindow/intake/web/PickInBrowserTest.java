package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("在窗口选要办的事")
class PickInBrowserTest extends BrowserTest {

    @Test
    @DisplayName("选哪一件，就问哪一件的情形；改选，问题跟着换")
    void whicheverIsPicked() {
        Page page = signedIn("clerk-ssdj", DemoAccounts.PASSWORD, 1280);
        page.waitForURL("**/desk");
        page.navigate("/desk/new");
        page.getByLabel("企业注销一件事").check();
        assertThat(page.locator("#questions")).containsText("走简易注销还是一般注销");
        page.getByLabel("企业变更一件事").check();
        assertThat(page.locator("#questions")).containsText("是否变更法定代表人");
        assertThat(page.locator("#questions")).not().containsText("走简易注销还是一般注销");
    }
}
