package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.Counter;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.intake.Reception;
import city.onewindow.intake.RemoteApplications;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("核对申请表，在浏览器里")
class RemarksInBrowserTest extends BrowserTest {

    private static final String SAID = "与任职文件上的姓名不一致，请按任职文件填写";

    @Autowired
    Reception reception;

    @Autowired
    OnlineApplications online;

    @Autowired
    RemoteApplications remote;

    @Test
    @DisplayName("窗口：写在那一栏旁，一次性告知里就有；从缺的一项点得回来")
    void atTheWindow() {
        String number = Counter.number(new Counter(intake, catalogs).checkedBut());
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/desk/" + number + "/materials");
        clerk.getByRole(AriaRole.LINK, named("核对申请表，写明填错的")).press("Enter");
        noSeriousViolations(clerk);
        clerk.getByLabel("对联络员姓名的意见").fill(SAID);
        screenshot(clerk, "remarks");
        clerk.keyboard().press("Enter");
        assertThat(clerk.getByText("写明的问题已保存")).isVisible();
        assertThat(clerk.locator("#decisions .gaps")).containsText(SAID);
        clerk.keyboard().press("Alt+g");
        assertThat(clerk.locator("#notify")).containsText(SAID);
        noSeriousViolations(clerk);
        screenshot(clerk, "remarks-notify");
        clerk.keyboard().press("Escape");
        clerk.locator("#decisions .gaps a").first().press("Enter");
        assertThat(clerk.getByLabel("对联络员姓名的意见")).hasValue(SAID);
    }

    @Test
    @DisplayName("手机：申请人在那一栏旁看到，进度查询里也有；改了就没有了")
    void onThePhone() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        String code = online.dossier(opened).application().queryCode();
        intake.remark(opened.number(), Map.of("liaison_name", SAID), Counter.CLERK);
        home.lookedAt(opened.number(), intake);
        reception.notifyOnce(opened.number(), Counter.CLERK, null);
        Page phone = visitor(390);
        phone.navigate("/track");
        phone.getByLabel("编号").first().fill(opened.number());
        phone.getByLabel("查询码").first().fill(code);
        phone.keyboard().press("Enter");
        assertThat(phone.getByText("还要补正的")).isVisible();
        assertThat(phone.getByText(SAID)).isVisible();
        noSeriousViolations(phone);
        screenshot(phone, "remarks-track");
        phone.getByRole(AriaRole.BUTTON, named("打开网上申请")).click();
        screenshot(phone, "remarks-home");
        phone.getByText(SAID).first().click();
        assertThat(phone.locator("#f-liaison_name-error")).containsText("一次性告知：");
        noSeriousViolations(phone);
        screenshot(phone, "remarks-form");
    }
}
