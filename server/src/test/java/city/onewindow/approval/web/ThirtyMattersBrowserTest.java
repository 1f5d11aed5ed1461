package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审批人员手上三十件：同类的一起办，个别的单独办")
class ThirtyMattersBrowserTest extends BrowserTest {

    private static final int ALL = 30;

    private final List<String> numbers = new ArrayList<>();

    private void thirtyCases() {
        beforeAllThatIsOpen();
        for (int i = 0; i < ALL; i++) {
            numbers.add(startups.accept());
        }
    }

    private Page staff(String account, int width) {
        return signedIn(account, DemoAccounts.PASSWORD, width);
    }

    /** As far as the Tab key has to go, and no farther than anybody would. */
    private static void tabTo(Page page, Locator wanted) {
        for (int i = 0; i < 40; i++) {
            if (Boolean.TRUE.equals(wanted.evaluate("e => e === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    @Test
    @DisplayName("全用键盘：从待办一步到同类的，去掉两件再一起审查；这两件单独办；决定时建议不予的不在其中")
    void byKeyboard() {
        thirtyCases();
        Page reviewer = staff("scjg-review", DESK);
        reviewer.navigate("/inbox?step=REVIEW");
        screenshot(reviewer, "thirty-inbox");
        overdueInLargeType(reviewer);
        tabTo(reviewer, reviewer.getByRole(AriaRole.LINK, like("审查", ALL)));
        reviewer.keyboard().press("Enter");
        assertThat(reviewer.getByText("共 " + ALL + " 件")).isVisible();
        for (String apart : numbers.subList(0, 2)) {
            tabTo(reviewer, reviewer.locator("input[name=matter][value^='" + apart + "']"));
            reviewer.keyboard().press("Space");
        }
        noSeriousViolations(reviewer);
        screenshot(reviewer, "thirty-together");
        reviewer.getByLabel("审查意见（建议准予）").focus();
        reviewer.keyboard().type("材料齐全，符合法定形式。");
        reviewer.keyboard().press("Control+Enter");
        confirm(reviewer, "提交");
        assertThat(reviewer.getByText("已办理 " + (ALL - 2) + " 件")).isVisible();
        screenshot(reviewer, "thirty-done");
        reviewer.keyboard().press("Enter");
        assertThat(reviewer).hasURL("http://localhost:" + port + "/inbox?step=REVIEW");
        proposeToDeny(reviewer, numbers.get(0));
        proposeToDeny(reviewer, numbers.get(1));

        Page decider = staff("scjg-decide", DESK);
        decider.navigate("/inbox?step=DECIDE");
        screenshot(decider, "thirty-decide");
        tabTo(decider, decider.getByRole(AriaRole.LINK, like("决定", ALL - 2)));
        decider.keyboard().press("Enter");
        assertThat(decider.locator("input[name=matter]:checked")).hasCount(ALL - 2);
        decider.getByLabel("意见（可不填）").focus();
        decider.keyboard().press("Control+Enter");
        confirm(decider, "提交");
        assertThat(decider.getByText("已办理 " + (ALL - 2) + " 件")).isVisible();
        decider.keyboard().press("Enter");
        assertThat(decider.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(numbers.get(0))))
                .isVisible();
    }

    /** How long it is over is the longest that stands there, in the widest of tables. */
    private void overdueInLargeType(Page reviewer) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        clock.set(now.plusDays(60));
        reviewer.reload();
        assertThat(reviewer.getByText("超期").first()).isVisible();
        reviewer.evaluate("document.documentElement.dataset.type = 'large'");
        nothingSticksOut(reviewer);
        clock.set(now);
        reviewer.reload();
    }

    private void proposeToDeny(Page reviewer, String number) {
        tabTo(reviewer, reviewer.locator("td.first a[href*='" + number + "']"));
        reviewer.keyboard().press("Enter");
        reviewer.getByLabel("建议不予").focus();
        reviewer.keyboard().press("Space");
        reviewer.getByLabel("审查意见").fill("名称与已登记的相同。");
        reviewer.keyboard().press("Control+Enter");
        assertThat(reviewer.getByText("已办理“提出审查意见”")).isVisible();
    }

    @Test
    @DisplayName("手机上：待办、一起办、结果都不横着滚，没有严重的无障碍问题")
    void onAPhone() {
        thirtyCases();
        Page reviewer = staff("scjg-review", 390);
        reviewer.navigate("/inbox?step=REVIEW");
        noSeriousViolations(reviewer);
        assertThat(reviewer.locator("td[data-label=办理人]").first()).isHidden();
        screenshot(reviewer, "thirty-inbox-390");
        reviewer.getByRole(AriaRole.LINK, like("审查", ALL)).click();
        noSeriousViolations(reviewer);
        screenshot(reviewer, "thirty-together-390");
        reviewer.locator("input[name=matter]").first().uncheck();
        reviewer.getByRole(AriaRole.LINK, named("去办理")).click();
        assertThat(reviewer.getByLabel("审查意见（建议准予）")).isInViewport();
        reviewer.getByLabel("审查意见（建议准予）").fill("材料齐全。");
        reviewer.getByRole(AriaRole.BUTTON, named("对勾选的各件提出审查意见")).click();
        confirm(reviewer, "提交");
        assertThat(reviewer.getByText("已办理 " + (ALL - 1) + " 件")).isVisible();
        noSeriousViolations(reviewer);
        screenshot(reviewer, "thirty-done-390");
    }

    private static Page.GetByRoleOptions like(String step, int many) {
        return named("企业设立登记(有限责任公司)，" + step + " " + many + " 件");
    }
}
