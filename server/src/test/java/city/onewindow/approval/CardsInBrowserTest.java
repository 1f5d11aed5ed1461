package city.onewindow.approval;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("黄牌、红牌的页面，在浏览器里")
class CardsInBrowserTest extends BrowserTest {

    @Autowired
    private Sweep sweep;

    @Test
    @DisplayName("中心按部门看，换一个部门就只有它的，再看全部；部门只看自己的，没有筛选；从牌点到办件")
    void byDepartment() {
        String number = startups.accept();
        clock.forward(Duration.ofDays(30));
        sweep.sweep();
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        manager.navigate("/cards");
        noSeriousViolations(manager);
        screenshot(manager, "cards-all");
        manager.getByLabel("由哪个部门办").selectOption("scjg");
        manager.getByRole(AriaRole.BUTTON, named("查看")).click();
        manager.waitForURL("**/cards?department=scjg");
        assertThat(manager.getByLabel("由哪个部门办")).hasValue("scjg");
        Locator rows = manager.locator("table.data tbody tr");
        assertThat(rows.first()).containsText("市市场监管局");
        assertThat(rows.filter(new Locator.FilterOptions().setHasNotText("市市场监管局")))
                .hasCount(0);
        assertThat(rows.filter(new Locator.FilterOptions().setHasText(number)).first())
                .containsText("红牌");
        manager.setViewportSize(PHONE, 800);
        noSeriousViolations(manager);
        screenshot(manager, "cards-phone");
        manager.getByLabel("由哪个部门办").selectOption("gjj");
        manager.getByRole(AriaRole.BUTTON, named("查看")).click();
        manager.waitForURL("**/cards?department=gjj");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("市市场监管局")))
                .hasCount(0);
        manager.getByRole(AriaRole.LINK, named("全部")).click();
        assertThat(manager.getByLabel("由哪个部门办")).hasValue("");

        Page reviewer = signedIn("scjg-review", DemoAccounts.PASSWORD, PHONE);
        reviewer.navigate("/cards");
        assertThat(reviewer.getByLabel("由哪个部门办")).hasCount(0);
        reviewer.getByRole(AriaRole.LINK, named(number)).first().click();
        reviewer.waitForURL("**/cases/" + number);
    }
}
