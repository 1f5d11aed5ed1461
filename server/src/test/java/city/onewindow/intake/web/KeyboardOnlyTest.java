package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Counter;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("收件窗口不用鼠标")
class KeyboardOnlyTest extends BrowserTest {

    @Test
    @DisplayName("企业开办从选事项到受理，手不离键盘")
    void wholeErrandByKeyboard() {
        Counter counter = new Counter(intake, catalogs);
        Page page = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        page.waitForURL("**/desk");
        Keyboard keys = new Keyboard(page);
        keys.press("n");
        page.waitForURL("**/desk/new");
        keys.type(counter.errandCode());
        keys.press("Enter");
        assertThat(page.locator("#summary li").first()).containsText("企业设立登记");
        assertThat(page.locator("#questions input:focus")).hasCount(1);
        keys.enterTo("[name=name]");
        keys.type("张示例");
        keys.enterTo("[name=idNumber]");
        keys.type(Counter.ID_NUMBER);
        keys.enterTo("[name=phone]");
        keys.type("13800000000");
        keys.enterTo("[name=agentName]");
        keys.type("王经办");
        keys.enterTo("[name=agentIdNumber]");
        keys.type("410311198804040007");
        keys.press("Enter");
        keys.type("13800000002");
        keys.press("Control+Enter");
        page.waitForURL("**/form");
        assertThat(page.locator("#f-org_name")).isFocused();
        keys.press("Control+Enter");
        assertThat(page.locator(".errors")).isFocused();
        assertThat(page.locator(".errors")).containsText("还没有填写");
        page.locator("#f-business_scope").fill("一");
        keys.press("Enter");
        assertThat(page.locator("#f-business_scope")).hasValue("一");
        assertThat(page.locator("#f-business_scope")).not().isFocused();
        keys.press("Control+Enter");
        assertThat(page.locator(".errors")).isFocused();

        String number = page.url().replaceAll(".*/desk/(.*)/form", "$1");
        keys.fill(
                "#form",
                counter.example(intake.dossier(number, Counter.CLERK)).texts(),
                Map.of(
                        "directors",
                                counter.example(intake.dossier(number, Counter.CLERK))
                                        .rows("directors"),
                        "shareholders",
                                counter.example(intake.dossier(number, Counter.CLERK))
                                        .rows("shareholders")));
        assertThat(page.locator("#progress")).containsText("必填的都填好了");
        keys.press("Control+Enter");
        page.waitForURL("**/materials");

        int materials = page.locator("[data-material]").count();
        for (int i = 0; i < materials; i++) {
            keys.press("y");
        }
        assertThat(page.locator("#decisions h2")).hasText("材料齐全，可以受理");
        keys.press("Alt+s");
        assertThat(page.locator("#confirm-text")).hasText("受理这件申请？");
        keys.press("Enter");
        page.waitForURL("**/desk/" + number);
        assertThat(page.locator(".result-codes")).containsText(number);
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("受理通知书").setExact(true)))
                .hasCount(1);
        page.waitForPopup(() -> keys.press("p"));
        page.bringToFront();
        assertThat(intake.dossier(number, Counter.CLERK).application().status()).isEqualTo(ApplicationStatus.ACCEPTED);
        keys.press("n");
        page.waitForURL("**/desk/new");
    }

    @Test
    @DisplayName("登录时光标在登录名；选中的事项再按回车往下走，不取消")
    void beginsWhereItIsEmpty() {
        Page page = visitor(DESK);
        page.navigate("/sign-in");
        assertThat(page.locator("[name=name]")).isFocused();
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/desk/new");
        Keyboard keys = new Keyboard(clerk);
        keys.type("发票领用");
        keys.press("Enter");
        assertThat(clerk.locator("[name=item]:checked")).hasCount(1);
        assertThat(clerk.locator("#questions input:checked").first()).isVisible();
        keys.press("Enter");
        assertThat(clerk.locator("[name=item]:checked")).hasCount(1);
        assertThat(clerk.locator("#questions input:focus")).hasCount(1);
    }

    @Test
    @DisplayName("不予受理也手不离键盘：光标落在依据上，不在关闭按钮上")
    void refusalByKeyboard() {
        String number = new Counter(intake, catalogs).filled().application().number();
        Page page = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        page.waitForURL("**/desk");
        page.navigate("/desk/" + number + "/materials");
        Keyboard keys = new Keyboard(page);
        keys.press("Alt+b");
        assertThat(page.locator("#refuse input[type=radio]").first()).isFocused();
        keys.press("Control+Enter");
        assertThat(page.locator("#refuse .error")).hasCount(2);
        assertThat(page.locator("#refuse input[type=radio]").first()).isFocused();
        keys.press("Space");
        keys.press("Control+Enter");
        page.waitForURL("**/desk/" + number);
        assertThat(intake.dossier(number, Counter.CLERK).application().status()).isEqualTo(ApplicationStatus.REFUSED);
    }
}
