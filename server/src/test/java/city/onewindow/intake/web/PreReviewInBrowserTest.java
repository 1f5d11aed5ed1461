package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BlankImage;
import city.onewindow.BrowserTest;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OnlineGate;
import city.onewindow.intake.OpenedApplication;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("网上预审：手机上填，窗口看，带原件来")
class PreReviewInBrowserTest extends BrowserTest {

    private static final int HAND = 390;
    private static final int COUNTER = 1280;
    private static final String FOUR_ITEMS = "?q_open_hf=none&q_bank_book=no&q_agent=no";

    @Autowired
    OnlineApplications online;

    @Autowired
    OnlineGate gate;

    private record Numbers(String number, String code) {}

    @Test
    @DisplayName("从办事指南到预审通过，到窗口核对原件当场受理")
    void fromTheGuideToTheAcceptance() {
        Page phone = visitor(HAND);
        Numbers kept = begin(phone);
        fill(phone, kept);
        phone.getByText("下一步：材料").click();
        phone.waitForURL("**/materials");
        looked(phone, "online-materials");
        Locator first = phone.locator(".online-material").first();
        Locator last = phone.locator(".online-material").last();
        last.locator("input[type=file]").setInputFiles(new FilePayload("证.png", "image/png", new byte[] {1, 2}));
        assertThat(last.getByRole(AriaRole.ALERT)).containsText("没有收下");
        assertThat(last.getByRole(AriaRole.ALERT)).isInViewport();
        first.locator("input[type=file]").setInputFiles(new FilePayload("证.png", "image/png", BlankImage.png(30, 40)));
        assertThat(first.locator(".online-file a")).hasText("第 1 个文件");
        phone.getByText("下一步：提交").click();
        phone.getByRole(AriaRole.BUTTON, named("提交预审")).click();
        assertThat(phone.locator("#now")).containsText("待预审");
        looked(phone, "online-waiting");

        Page clerk = clerk();
        clerk.navigate("/pre-reviews");
        looked(clerk, "pre-reviews");
        clerk.getByText(kept.number()).click();
        looked(clerk, "pre-review");
        for (Locator point : clerk.locator("[name^='point:']").all()) {
            point.check();
        }
        clerk.locator("#r-whole").fill("好");
        clerk.getByRole(AriaRole.BUTTON, named("预审通过")).click();
        confirm(clerk, "通过");
        assertThat(clerk.locator(".errors")).containsText("您写了 1 处意见");
        assertThat(clerk.locator("[name^='point:']").first()).isChecked();
        clerk.locator("#r-whole").fill("");
        clerk.getByRole(AriaRole.BUTTON, named("预审通过")).click();
        confirm(clerk, "通过");
        clerk.waitForURL("**/pre-reviews");

        phone.navigate("/track");
        phone.locator("#f-number").fill(kept.number());
        phone.locator("#f-code").fill(kept.code());
        phone.locator("main form button").first().click();
        assertThat(phone.locator("main")).containsText("填过的不用再填");
        looked(phone, "track-pre-reviewed");
        phone.getByText("打开网上申请").click();
        assertThat(phone.locator("#bring")).isVisible();
        looked(phone, "online-passed");

        clerk.navigate("/desk?q=" + kept.number());
        looked(clerk, "desk-pre-reviewed");
        clerk.getByText("申请人已到窗口").first().click();
        confirm(clerk, "已核对，开始办理");
        clerk.waitForURL("**/materials");
        for (int material = clerk.locator("[data-material]").count(); material > 0; material--) {
            clerk.keyboard().press("y");
        }
        assertThat(clerk.locator("#decisions")).containsText("材料齐全，可以受理");
        clerk.keyboard().press("Alt+s");
        confirm(clerk, "受理");
        clerk.waitForURL("**/desk/" + kept.number());
        org.assertj.core.api.Assertions.assertThat(intake.dossier(kept.number(), Counter.CLERK)
                        .application()
                        .status())
                .isEqualTo(ApplicationStatus.ACCEPTED);
    }

    @Test
    @DisplayName("退回的意见写在栏目旁；改好再提交；另一个窗口页不会盖掉")
    void sentBackWithRemarks() {
        Page phone = visitor(HAND);
        Numbers kept = begin(phone);
        fill(phone, kept);
        phone.navigate("/online/" + kept.number());
        phone.getByRole(AriaRole.BUTTON, named("提交预审")).click();
        assertThat(phone.locator("#now")).containsText("待预审");

        Page clerk = clerk();
        clerk.navigate("/desk/" + kept.number() + "/pre-review");
        clerk.locator("#r-org_name").fill("字号与已有的重名，请换一个");
        clerk.getByRole(AriaRole.BUTTON, named("退回修改")).click();
        confirm(clerk, "退回");
        clerk.waitForURL("**/pre-reviews");

        phone.reload();
        assertThat(phone.locator("#now")).containsText("预审退回");
        looked(phone, "online-returned");
        phone.getByText("字号与已有的重名").click();
        assertThat(phone.locator("#f-org_name-error")).containsText("预审意见：字号与已有的重名");
        looked(phone, "online-form-returned");
        Page second = phone.context().newPage();
        second.navigate("/online/" + kept.number() + "/form");
        phone.locator("#f-org_name").fill("洛阳新名商贸有限公司");
        phone.locator("#f-org_name").blur();
        assertThat(phone.locator("#kept")).containsText("已保存");
        assertThat(phone.locator("#f-org_name-error")).hasCount(0);
        second.getByText("下一步：材料").click();
        assertThat(second.locator("main")).containsText("刚刚在别处改过");
        second.close();
        phone.navigate("/online/" + kept.number());
        phone.getByRole(AriaRole.BUTTON, named("提交预审")).click();
        assertThat(phone.locator("#now")).containsText("待预审");
        phone.getByRole(AriaRole.BUTTON, named("撤回申请")).click();
        confirm(phone, "撤回");
        assertThat(phone.locator("#now")).containsText("已撤回");
        looked(phone, "online-withdrawn");
    }

    @Test
    @DisplayName("证件号码填错了不用再同意一次；回指南改时，已选的都在；区划填地名就行")
    void whatWasSaidStays() {
        Page phone = visitor(HAND);
        phone.navigate("/online/new?thing=qykb&" + FOUR_ITEMS.substring(1));
        phone.getByText("回办事指南改").click();
        assertThat(phone.locator("[name=q_bank_book][value=no]")).isChecked();
        phone.locator("#online a").click();
        phone.locator("#f-name").fill("张示例");
        phone.locator("#f-idNumber").fill("410311199001010002");
        phone.locator("#f-phone").fill("13800000000");
        phone.locator("[name=consent]").check();
        phone.getByText("开始填表").click();
        assertThat(phone.locator(".errors")).containsText("校验码不符");
        phone.locator("#f-idNumber").fill(Counter.ID_NUMBER);
        phone.getByText("开始填表").click();
        phone.locator(".online-codes").waitFor();
        phone.getByText("填申请表").first().click();
        Locator region = phone.locator("#f-domicile_region");
        region.fill("洛龙");
        region.blur();
        assertThat(phone.locator("#kept")).containsText("已保存");
        assertThat(region).hasValue("410311");
        assertThat(region.locator("+ .choice-name")).hasText("洛龙区");
        // Of much that is missing the first leave room for the form; the others are one touch away.
        phone.getByText("下一步：材料").click();
        assertThat(phone.locator(".errors a:visible")).hasCount(8);
        phone.locator(".errors summary").click();
        assertThat(phone.locator(".errors a").last()).isVisible();
    }

    @Test
    @DisplayName("没有输过编号和查询码的打不开；退出以后也打不开；终端上不开")
    void onlyWithBothNumbers() {
        Page phone = visitor(HAND);
        Numbers kept = begin(phone);
        Page stranger = visitor(HAND);
        for (String page : Set.of("", "/form", "/materials", "/files/7f0d1a4e-0000-4000-8000-000000000000")) {
            stranger.navigate("/online/" + kept.number() + page);
            org.assertj.core.api.Assertions.assertThat(stranger.url()).endsWith("/online?number=" + kept.number());
        }
        assertThat(stranger.locator("main")).containsText("请输入查询码");
        assertThat(stranger.locator("#f-number")).hasValue(kept.number());
        stranger.locator("#f-code").fill("AAAAAAAA");
        stranger.locator("main form button").first().click();
        assertThat(stranger.locator("main")).containsText("两者都要填对");
        assertThat(stranger.locator("main")).not().containsText("张");
        looked(stranger, "online-open");
        phone.getByRole(AriaRole.BUTTON, named("退出")).click();
        phone.navigate("/online/" + kept.number());
        org.assertj.core.api.Assertions.assertThat(phone.url()).endsWith("/online?number=" + kept.number());
        for (String nothing : Set.of("", "?thing=", "?thing=nothing", "?thing=qykb&q_open_hf=nothing")) {
            org.assertj.core.api.Assertions.assertThat(
                            stranger.navigate("/online/new" + nothing).status())
                    .as(nothing)
                    .isEqualTo(404);
        }
        stranger.navigate("/kiosk");
        stranger.navigate("/things/qykb");
        assertThat(stranger.locator("#online")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(
                        stranger.navigate("/online/new?thing=qykb").status())
                .isEqualTo(403);
    }

    private Numbers begin(Page phone) {
        phone.navigate("/things/qykb" + FOUR_ITEMS);
        looked(phone, "guide-online");
        // Four items for which nobody has to come: he may apply at once, or have the window look first.
        assertThat(phone.locator("#online a")).hasText("网上申请");
        phone.locator("#online a").click();
        phone.waitForURL("**/online/new?**");
        phone.locator("#f-name").fill("张示例");
        phone.locator("#f-idNumber").fill(Counter.ID_NUMBER);
        phone.locator("#f-phone").fill("13800000000");
        phone.getByText("开始填表").click();
        assertThat(phone.locator("#f-consent-error")).isVisible();
        looked(phone, "online-begin");
        phone.locator("[name=consent]").check();
        phone.getByText("开始填表").click();
        phone.locator(".online-codes").waitFor();
        looked(phone, "online-begun");
        return new Numbers(
                phone.locator(".online-codes dd").first().innerText().strip(),
                phone.locator(".online-codes dd").last().innerText().strip());
    }

    /** One field by hand, the others from the published example, as if typed. */
    private void fill(Page phone, Numbers kept) {
        phone.navigate("/online/" + kept.number() + "/form");
        looked(phone, "online-form");
        phone.locator("#f-org_name").fill("洛阳春风里商贸有限公司");
        phone.locator("#f-org_name").blur();
        assertThat(phone.locator("#kept")).containsText("已保存");
        OpenedApplication opened = gate.open(kept.number(), kept.code(), "test");
        Dossier dossier = online.dossier(opened);
        online.fill(
                opened,
                new ExampleForm(catalogs.at(dossier.application().edition()), dossier.merge())
                        .values()
                        .without(dossier.application().form().codes()),
                Set.of());
        phone.reload();
        assertThat(phone.locator("#progress")).containsText("必填的都填好了");
        assertThat(phone.locator("#f-org_name")).hasValue("洛阳春风里商贸有限公司");
    }

    private Page clerk() {
        Page page = signedIn("clerk", DemoAccounts.PASSWORD, COUNTER);
        page.waitForURL("**/desk");
        return page;
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
