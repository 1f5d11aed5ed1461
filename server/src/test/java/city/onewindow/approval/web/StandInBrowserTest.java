package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("请假代理，在浏览器里")
class StandInBrowserTest extends BrowserTest {

    private static final String IN_PLACE = "市市场监管局审核岗（代市市场监管局审查岗）";

    private String first = "";
    private String second = "";

    @BeforeEach
    void twoCases() {
        String item = startups.item("企业设立登记(有限责任公司)");
        first = "/matters/" + startups.accept() + "/" + item;
        second = "/matters/" + startups.accept() + "/" + item;
    }

    @AfterEach
    void everybodyIsBack() {
        jdbc.sql("delete from approval.leave").update();
    }

    @Test
    @DisplayName("登记请假，重叠的不收；代理人代办，记录写明代谁；过了最后一天就不再代办，全用键盘")
    void byKeyboard() {
        Page absent = staff("scjg-review");
        for (String matter : new String[] {first, second}) {
            absent.navigate(matter);
            absent.locator(".holding button").press("Enter");
        }
        absent.navigate("/leaves");
        absent.getByText("登记请假").press("Enter");
        submit(absent);
        assertThat(absent.getByText("请填写请假的第一天").first()).isVisible();
        looksRight(absent, "leave-new");
        register(absent, "scjg-examine");
        assertThat(absent.getByText("已登记市市场监管局审查岗的请假")).isVisible();
        looksRight(absent, "leaves");
        absent.locator("main td a").first().press("Enter");
        looksRight(absent, "leave");
        absent.navigate("/leaves/new");
        register(absent, "scjg-examine");
        assertThat(absent.getByText("市市场监管局审查岗 2026年11月4日至2026年11月5日已登记请假，日期重叠").first())
                .isVisible();

        Page standIn = staff("scjg-examine");
        standIn.navigate("/inbox?mine=true");
        assertThat(standIn.locator("tr:has(a[href='" + second + "'])")).containsText(IN_PLACE);
        looksRight(standIn, "inbox-in-place");
        standIn.locator("a[href='" + first + "']").press("Enter");
        assertThat(standIn.getByText("同事请假，由您代为办理；办理记录写“" + IN_PLACE)).isVisible();
        assertThat(standIn.getByText("现由市市场监管局审查岗办理（请假，由市市场监管局审核岗代）").first()).isVisible();
        looksRight(standIn, "matter-in-place");
        standIn.getByLabel("建议准予").check();
        standIn.locator("[name=opinion]").fill("齐全。");
        submit(standIn);
        standIn.navigate(first);
        assertThat(standIn.getByText(IN_PLACE).first()).isVisible();

        Page decider = staff("zjj-decide");
        decider.navigate("/leaves/new");
        decider.locator("[name=account]").selectOption("zjj-decide");
        register(decider, "zjj-examine");
        Page manager = staff("manager");
        manager.navigate("/overview");
        assertThat(manager.getByText("今天没有人能作决定或者答复延期申请的部门：市住房和城乡建设局")).isVisible();
        looksRight(manager, "overview-undecided");

        clock.forward(Duration.ofDays(2));
        manager.navigate("/overview");
        assertThat(manager.getByText("今天没有人能作决定或者答复延期申请的部门")).isHidden();
        standIn.navigate(second);
        assertThat(standIn.getByText("休假或不便办理的，可以改由您办理")).isVisible();
        assertThat(standIn.getByLabel("建议准予")).isHidden();
    }

    /** Today and tomorrow. */
    private static void register(Page page, String standIn) {
        page.locator("[name=from]").fill("2026-11-04");
        page.locator("[name=until]").fill("2026-11-05");
        page.getByLabel("病假").check();
        page.locator("[name=standIn]").selectOption(standIn);
        submit(page);
    }

    private static void submit(Page page) {
        page.locator("form.form button[data-submits]").press("Enter");
    }

    private static void looksRight(Page page, String name) {
        noSeriousViolations(page);
        screenshot(page, name);
        page.setViewportSize(390, 844);
        noSeriousViolations(page);
        screenshot(page, name + "-390");
        page.setViewportSize(DESK, 900);
    }

    private Page staff(String account) {
        return signedIn(account, DemoAccounts.PASSWORD, DESK);
    }
}
