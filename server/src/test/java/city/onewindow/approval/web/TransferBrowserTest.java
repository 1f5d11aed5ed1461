package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("移送，在浏览器里")
class TransferBrowserTest extends BrowserTest {

    private String matter = "";
    private String number = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
        matter = "/matters/" + number + "/" + startups.item("企业设立登记(有限责任公司)");
    }

    @Test
    @DisplayName("移送、退回、中心指定、新部门审查，全用键盘；漏填的在原页上说明")
    void byKeyboard() {
        Page sender = staff("scjg-decide");
        sender.navigate(matter);
        sender.getByText("移送其他部门").press("Enter");
        sender.locator("[name=department]").selectOption("zjj");
        sender.locator("[name=reason]").fill(" ");
        submit(sender);
        assertThat(sender.getByText("请填写理由").first()).isVisible();
        assertThat(sender.locator("[name=department]")).hasValue("zjj");
        noSeriousViolations(sender);
        screenshot(sender, "transfer");
        sender.setViewportSize(390, 844);
        noSeriousViolations(sender);
        screenshot(sender, "transfer-390");
        sender.locator("[name=reason]").fill("职能已划转。");
        submit(sender);
        assertThat(sender.getByText("已移送，等待对方接收")).isVisible();
        assertThat(sender.getByText("收回移送")).isVisible();
        assertThat(sender.getByText("移送至市住房和城乡建设局：职能已划转。")).isVisible();

        Page receiver = staff("zjj-decide");
        receiver.navigate("/inbox?step=TRANSFER");
        receiver.locator("a[href='" + matter + "']").press("Enter");
        assertThat(receiver.getByText("市住房和城乡建设局 审批人员（决定） 接收移送，或者退回")).isVisible();
        noSeriousViolations(receiver);
        screenshot(receiver, "matter-transferred");
        receiver.getByText("接收或者退回移送").press("Enter");
        receiver.getByLabel("退回移送").check();
        receiver.locator("[name=reason]").fill("不是我局职责。");
        noSeriousViolations(receiver);
        submit(receiver);
        assertThat(receiver.getByText("已退回移送的部门")).isVisible();

        Page manager = staff("manager");
        manager.navigate("/overview");
        assertThat(manager.getByText("等待指定办理部门")).isVisible();
        noSeriousViolations(manager);
        screenshot(manager, "overview-disputed");
        manager.locator("a[href='" + matter + "']").first().press("Enter");
        manager.getByText("指定办理部门").press("Enter");
        manager.locator("[name=department]").selectOption("zjj");
        manager.locator("[name=reason]").fill("按三定方案。");
        submit(manager);
        assertThat(manager.getByText("已指定办理部门，由它从审查开始办理")).isVisible();

        Page reviewer = staff("zjj-review");
        reviewer.navigate(matter);
        assertThat(reviewer.getByLabel("建议准予")).isVisible();
        manager.navigate("/cases/" + number);
        assertThat(manager.getByText("市住房和城乡建设局").first()).isVisible();
        screenshot(manager, "case-transferred");
    }

    @Test
    @DisplayName("移送以后自己收回；再移送的，对方接收以后由它从审查开始办理")
    void recalledAndTakenOn() {
        Page sender = staff("scjg-decide");
        handOver(sender);
        sender.getByText("收回移送").click();
        sender.locator("[name=reason]").fill("核对三定方案，仍由本局办理。");
        submit(sender);
        assertThat(sender.locator("main > .notice")).containsText("已收回，仍由本部门办理");
        assertThat(sender.locator("dl").first()).containsText("收回移送");

        handOver(sender);
        Page receiver = staff("zjj-decide");
        receiver.navigate(matter);
        receiver.getByText("接收或者退回移送").click();
        receiver.getByLabel("接收移送").check();
        assertThat(receiver.locator("[name=reason]")).isHidden();
        submit(receiver);
        assertThat(receiver.locator("main > .notice")).containsText("已接收，由本部门从审查开始办理");
        assertThat(receiver.locator("dl").first()).containsText("接收移送");
        noSeriousViolations(receiver);
        screenshot(receiver, "matter-taken-on");
        Page reviewer = staff("zjj-review");
        reviewer.navigate(matter);
        assertThat(reviewer.getByLabel("建议准予")).isVisible();
        sender.navigate(matter);
        assertThat(sender.getByText("收回移送", new Page.GetByTextOptions().setExact(true))
                        .and(sender.locator("a")))
                .hasCount(0);
    }

    private void handOver(Page sender) {
        sender.navigate(matter);
        sender.getByText("移送其他部门").click();
        sender.locator("[name=department]").selectOption("zjj");
        sender.locator("[name=reason]").fill("职能已划转。");
        submit(sender);
        assertThat(sender.getByText("已移送，等待对方接收")).isVisible();
    }

    private static void submit(Page page) {
        page.locator("form.form button[data-submits]").press("Enter");
    }

    private Page staff(String account) {
        return signedIn(account, DemoAccounts.PASSWORD, DESK);
    }
}
