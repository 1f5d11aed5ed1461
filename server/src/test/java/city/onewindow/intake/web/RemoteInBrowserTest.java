package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BlankImage;
import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("全程网办：手机上申请，窗口受理，文书在手机上看")
class RemoteInBrowserTest extends BrowserTest {

    private static final int HAND = 390;
    private static final int COUNTER = 1280;

    @Autowired
    OnlineApplications online;

    private Page opened(OpenedApplication application) {
        Page phone = visitor(HAND);
        phone.navigate("/online");
        phone.locator("#f-number").fill(application.number());
        phone.locator("#f-code").fill(online.dossier(application).application().queryCode());
        phone.locator("main form button").first().click();
        phone.waitForURL("**/online/" + application.number());
        return phone;
    }

    private Page clerk() {
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, COUNTER);
        clerk.waitForURL("**/desk");
        return clerk;
    }

    private static void apply(Page phone, String button) {
        phone.getByRole(AriaRole.BUTTON, named(button)).click();
        confirm(phone, "提交");
        assertThat(phone.locator("#now")).containsText("网上已申请");
    }

    @Test
    @DisplayName("不用跑：申请、一次告知、补正、受理")
    void fromThePhoneToTheAcceptance() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication application = home.filledToApply();
        String unreadable = home.brought(application).get(0).key();
        Page phone = opened(application);
        looked(phone, "remote-ready");
        apply(phone, "在网上申请");
        assertThat(phone.locator("main")).containsText("提交之日就是收件之日");
        assertThat(phone.getByText("收件凭证").last()).isVisible();
        looked(phone, "remote-applied");

        Page clerk = clerk();
        clerk.navigate("/pre-reviews");
        looked(clerk, "remote-list");
        clerk.getByText(application.number()).click();
        assertThat(clerk.getByRole(AriaRole.BUTTON, named("预审通过"))).hasCount(0);
        looked(clerk, "remote-form");
        home.lookedAt(application.number(), intake, unreadable);
        clerk.getByText("去核验、决定").click();
        clerk.waitForURL("**/materials");
        looked(clerk, "remote-materials");
        clerk.keyboard().press("Alt+g");
        confirm(clerk, "出具一次性告知书");
        clerk.waitForURL("**/desk/" + application.number());
        assertThat(clerk.locator("main")).containsText("等申请人在网上补正");
        looked(clerk, "remote-told");

        phone.reload();
        assertThat(phone.locator(".online-remarks li")).hasCount(1);
        looked(phone, "remote-amending");
        phone.locator(".online-remarks a").click();
        phone.waitForURL("**/materials#m-*");
        Locator material = phone.locator("#m-" + unreadable);
        assertThat(material).containsText("看不清");
        material.locator("input[type=file]")
                .setInputFiles(new FilePayload("证.png", "image/png", BlankImage.png(33, 44)));
        assertThat(material.locator(".online-file")).hasCount(2);
        // The notice's own words, and not that what nobody has looked at yet is wrong.
        assertThat(material.locator(".error")).containsText("一次性告知：");
        assertThat(material.locator(".error")).containsText("看不清");
        phone.navigate("/online/" + application.number());
        apply(phone, "补正好了，再提交");

        clerk.navigate("/desk/" + application.number() + "/materials");
        for (int each = clerk.locator("[data-material]").count(); each > 0; each--) {
            clerk.keyboard().press("y");
        }
        assertThat(clerk.locator("#decisions")).containsText("可以受理");
        clerk.keyboard().press("Alt+s");
        confirm(clerk, "受理");
        clerk.waitForURL("**/desk/" + application.number());

        phone.reload();
        assertThat(phone.locator("#now")).containsText("已受理");
        assertThat(phone.locator("main")).containsText("受理通知书");
        assertThat(phone.locator("main")).containsText("领取结果时");
        looked(phone, "remote-accepted");
    }

    @Test
    @DisplayName("网慢的时候：正在上传就说正在上传；传好以前别的传不了，也走不开，传的不会丢")
    void aSlowUploadIsTold() {
        OpenedApplication application = new AtHome(online, catalogs).filled();
        Page phone = opened(application);
        phone.navigate("/online/" + application.number() + "/materials");
        // No answer: the page stays as it is while the upload runs, and can be looked at.
        phone.route("**/materials/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        Locator first = phone.locator(".online-material").first();
        Locator last = phone.locator(".online-material").last();
        first.locator("input[type=file]").setInputFiles(new FilePayload("证.png", "image/png", BlankImage.png(21, 8)));
        assertThat(first.getByRole(AriaRole.STATUS)).containsText("正在上传");
        assertThat(last.locator("form")).hasJSProperty("inert", true);
        phone.getByText("下一步：提交").click();
        assertThat(first.getByRole(AriaRole.STATUS)).isInViewport();
        looked(phone, "remote-uploading");
        assertThat(phone).hasURL(Pattern.compile(".*/materials$"));
        phone.unroute("**/materials/*");
        phone.onceDialog(Dialog::accept);
        phone.reload();
        assertThat(last.locator("form")).hasJSProperty("inert", false);
        first.locator("input[type=file]").setInputFiles(new FilePayload("证.png", "image/png", BlankImage.png(21, 8)));
        assertThat(first.locator(".online-file")).hasCount(1);
        assertThat(first).not().containsText("正在上传");
        phone.getByText("下一步：提交").click();
        phone.waitForURL("**/online/" + application.number());
    }

    @Test
    @DisplayName("要到现场的事不提供，说清楚为什么")
    void notOffered() {
        Page phone = opened(new AtHome(online, catalogs).filled());
        assertThat(phone.getByRole(AriaRole.BUTTON, named("在网上申请"))).hasCount(0);
        assertThat(phone.locator("main")).containsText("不能全程网办");
        looked(phone, "remote-not-offered");
    }

    /** At both widths: nothing sticks out, and nothing is wrong for those who don't see or don't point. */
    private static void looked(Page page, String name) {
        int width = page.viewportSize().width;
        for (int other : new int[] {HAND, COUNTER}) {
            page.setViewportSize(other, 900);
            noSeriousViolations(page);
            screenshot(page, name + "-" + other);
        }
        page.setViewportSize(width, 844);
    }
}
