package city.onewindow.intake.web;

import static city.onewindow.intake.Counter.number;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.Counter;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.intake.Reception;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("收件凭证、当场更正、撤回、逾期不补正，在浏览器里")
class GivenUpInBrowserTest extends BrowserTest {

    @Autowired
    private OnlineApplications online;

    @Autowired
    private Reception reception;

    private Counter counter;

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    @Test
    @DisplayName("先收件：出具凭证，写明哪天前答复；交来以后改的，出具当场更正记录；再由申请人撤回，说清楚结束了")
    void receivedCorrectedWithdrawn() {
        String number = number(counter.checkedBut());
        Page clerk = clerk();
        clerk.navigate("/desk/" + number + "/materials");
        clerk.getByRole(AriaRole.LINK, named("先收件，出具凭证")).click();
        assertThat(clerk.locator("#receive")).containsText("五个工作日内须受理或者一次告知");
        clerk.locator("#f-cameIn").fill("2026-11-05");
        clerk.getByRole(AriaRole.BUTTON, named("出具收件凭证")).click();
        assertThat(clerk.locator("#f-cameIn-error")).containsText("2026年11月5日 还没有到");
        judged(clerk, "received-when");
        clerk.locator("#f-cameIn").fill("2026-11-03");
        clerk.getByRole(AriaRole.BUTTON, named("出具收件凭证")).click();
        clerk.waitForURL("**/desk/" + number);
        assertThat(clerk.locator(".papers")).containsText("收件凭证");
        assertThat(clerk.locator(".result h2")).hasText("已收件，还没有作出决定");
        judged(clerk, "received");

        clerk.getByRole(AriaRole.LINK, named("继续办理")).click();
        clerk.waitForURL("**/form");
        clerk.locator("#f-liaison_name").fill("钱新联络");
        clerk.locator("#f-liaison_phone").focus();
        assertThat(clerk.locator("#kept")).containsText("已保存");
        clerk.navigate("/desk/" + number + "/materials");
        clerk.getByText("当场更正记录").click();
        assertThat(clerk.locator("table.data tbody tr")).hasCount(1);
        assertThat(clerk.locator("table.data")).containsText("钱新联络");
        judged(clerk, "corrections");
        clerk.getByRole(AriaRole.BUTTON, named("出具当场更正记录")).click();
        assertThat(clerk.locator("main > .notice")).containsText("请打印，由申请人核对后签字");
        assertThat(clerk.locator(".papers")).containsText("当场更正");
        assertThat(clerk.getByText("没有还要记录的更正。")).isVisible();
        judged(clerk, "corrections-recorded");

        clerk.navigate("/desk/" + number + "/materials");
        clerk.keyboard().press("Alt+c");
        assertThat(clerk.locator("#confirm [data-note]")).containsText("材料退还申请人");
        confirm(clerk, "撤回");
        clerk.waitForURL("**/desk/" + number);
        assertThat(clerk.locator(".result h2")).hasText("申请人在窗口撤回");
        assertThat(clerk.locator(".papers")).containsText("退件通知书");
        assertThat(clerk.getByRole(AriaRole.LINK, named("继续办理"))).hasCount(0);
        judged(clerk, "withdrawn");
    }

    @Test
    @DisplayName("告知以后一直不补正：期限没过不给，过了按撤回申请处理，写明不能恢复")
    void neverMended() {
        String number = number(counter.checkedBut("ARTICLES"));
        reception.notifyOnce(number, Counter.CLERK, null);
        Page clerk = clerk();
        clerk.navigate("/desk/" + number);
        assertThat(clerk.getByRole(AriaRole.BUTTON, named("按撤回申请处理"))).hasCount(0);
        clock.forward(Duration.ofDays(60));
        clerk.reload();
        judged(clerk, "never-mended");
        clerk.getByRole(AriaRole.BUTTON, named("按撤回申请处理")).click();
        assertThat(clerk.locator("#confirm [data-note]")).containsText("不能恢复");
        confirm(clerk, "按撤回处理");
        assertThat(clerk.locator("main > .notice")).containsText("请把退件通知书交给申请人");
        assertThat(clerk.locator(".papers")).containsText("退件通知书");
        judged(clerk, "lapsed");
    }

    @Test
    @DisplayName("在手机上撤回自己的申请，再退出；不登录的人用查询码再打开，看得到撤回了")
    void withdrawnOnline() {
        OpenedApplication application = new AtHome(online, catalogs).submitted();
        Page phone = visitor(PHONE);
        open(phone, application);
        phone.getByRole(AriaRole.BUTTON, named("撤回申请")).click();
        assertThat(phone.locator("#confirm [data-note]")).containsText("以后可以重新申请");
        confirm(phone, "撤回");
        assertThat(phone.locator("main .notice").first()).containsText("已撤回");
        assertThat(phone.getByRole(AriaRole.BUTTON, named("撤回申请"))).hasCount(0);
        noSeriousViolations(phone);
        screenshot(phone, "online-withdrawn");
        phone.getByRole(AriaRole.BUTTON, named("退出")).click();
        assertThat(phone.locator("main .notice").first()).containsText("已退出申请 " + application.number());
        phone.locator("#f-number").fill(application.number());
        phone.locator("#f-code").fill("000000");
        phone.locator("main form button").first().click();
        assertThat(phone.locator("main .error, main .notice").first()).isVisible();
        assertThat(phone.locator("#f-number")).hasValue(application.number());
        screenshot(phone, "online-wrong-code");
        open(phone, application);
        assertThat(phone.locator("#now")).containsText("撤回");
    }

    private void open(Page phone, OpenedApplication application) {
        phone.navigate("/online");
        phone.locator("#f-number").fill(application.number());
        phone.locator("#f-code").fill(online.dossier(application).application().queryCode());
        phone.locator("main form button").first().click();
        phone.waitForURL("**/online/" + application.number());
    }

    private Page clerk() {
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        clerk.waitForURL("**/desk");
        return clerk;
    }

    /** Wide and narrow. */
    private static void judged(Page page, String name) {
        noSeriousViolations(page);
        screenshot(page, name);
        page.setViewportSize(PHONE, 800);
        noSeriousViolations(page);
        screenshot(page, name + "-phone");
        page.setViewportSize(DESK, 900);
    }
}
