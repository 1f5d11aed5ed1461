package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
        Locator undecided = manager.getByText("今天没有人能作决定或者答复延期申请的部门");
        assertThat(undecided).containsText("市住房和城乡建设局");
        looksRight(manager, "overview-undecided");

        clock.forward(Duration.ofDays(2));
        manager.navigate("/overview");
        assertThat(undecided.filter(new Locator.FilterOptions().setHasText("市住房和城乡建设局")))
                .hasCount(0);
        standIn.navigate(second);
        assertThat(standIn.getByText("休假或不便办理的，可以改由您办理")).isVisible();
        assertThat(standIn.getByLabel("建议准予")).isHidden();
    }

    @Test
    @DisplayName("负责人授权代行，没写的说明白；本人另选代理人、缩短请假，填错的还在；销假以后就没有了")
    void changed() {
        Page decider = staff("scjg-decide");
        decider.navigate("/leaves/new");
        register(decider, "scjg-examine");
        decider.locator("main td a").first().click();
        String leave = decider.url();
        Page head = staff("scjg-head");
        head.navigate(leave);
        Locator authorises = head.locator("form[action$='/authorisation']");
        authorises.getByRole(AriaRole.BUTTON).click();
        assertThat(authorises.locator(".error")).isVisible();
        looksRight(head, "leave-authorise-wrong");
        authorises.getByRole(AriaRole.TEXTBOX).fill("洛市监授〔2026〕3号，代行决定。");
        authorises.getByRole(AriaRole.BUTTON).click();
        assertThat(head.locator("main > .notice")).containsText("已授权代行");
        assertThat(head.locator("main dl").first()).containsText("洛市监授〔2026〕3号");

        decider.reload();
        decider.getByLabel("代理人").selectOption("scjg-head");
        decider.getByRole(AriaRole.BUTTON, named("保存代理人")).click();
        assertThat(decider.locator("main > .notice")).containsText("代理人已改");
        decider.getByLabel("新的最后一天").fill("2026-11-09");
        decider.getByRole(AriaRole.BUTTON, named("缩短")).click();
        assertThat(decider.locator("#f-until-error")).isVisible();
        assertThat(decider.getByLabel("新的最后一天")).hasValue("2026-11-09");
        looksRight(decider, "leave-shorten-wrong");
        decider.getByLabel("新的最后一天").fill("2026-11-04");
        decider.getByRole(AriaRole.BUTTON, named("缩短")).click();
        assertThat(decider.locator("main > .notice")).containsText("请假已缩短");
        decider.getByRole(AriaRole.BUTTON, named("销假")).click();
        confirm(decider, "销假");
        assertThat(decider.locator("main > .notice")).containsText("已销假");
        looksRight(decider, "leave-over");
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
