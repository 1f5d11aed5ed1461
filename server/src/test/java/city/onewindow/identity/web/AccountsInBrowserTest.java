package city.onewindow.identity.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("账号和密码，在浏览器里")
class AccountsInBrowserTest extends BrowserTest {

    private static final String OWN = "春风里有花开-2026";

    @Test
    @DisplayName("建账号填错的说明白、填了的还在；持有人用临时密码登录，先改密码；改角色、停用、重置，旧密码就登录不了")
    void fromCreationToReset() {
        String account = "browser-" + UUID.randomUUID().toString().substring(0, 8);
        Page administrator = signedIn("admin", DemoAccounts.PASSWORD, DESK);
        administrator.navigate("/accounts");
        administrator.getByRole(AriaRole.LINK, named("新建账号")).click();
        administrator.getByLabel("登录名").fill("Li Min");
        administrator.getByLabel("姓名").fill("李敏");
        administrator.getByLabel("系统管理").check();
        administrator.getByLabel("审计").check();
        administrator.getByLabel("所属部门").selectOption("zwfw");
        press(administrator, "新建账号");
        assertThat(administrator.locator("#f-name-error")).containsText("登录名应为");
        assertThat(administrator.locator("#f-roles-error")).isVisible();
        assertThat(administrator.getByLabel("姓名")).hasValue("李敏");
        judged(administrator, "account-wrong");
        administrator.getByLabel("登录名").fill(account);
        administrator.getByLabel("系统管理").uncheck();
        press(administrator, "新建账号");
        assertThat(administrator.locator("main .notice")).containsText("只在这里显示一次");
        String temporary = administrator.locator("dd.code").last().innerText();
        judged(administrator, "account-made");

        Page owner = signedIn(account, "wrong-password-1", PHONE);
        assertThat(owner.locator("main .notice")).isVisible();
        assertThat(owner.locator("[name=name]")).hasValue(account);
        noSeriousViolations(owner);
        screenshot(owner, "sign-in-refused-phone");
        signIn(owner, account, temporary);
        assertThat(owner.locator("main .notice").first()).containsText("请先改成自己的密码");
        fillPassword(owner, temporary, "短");
        assertThat(owner.locator("#f-newPassword-error")).isVisible();
        noSeriousViolations(owner);
        screenshot(owner, "password-wrong-phone");
        fillPassword(owner, temporary, OWN);
        owner.waitForURL("**/sign-in?password-changed");
        signIn(owner, account, OWN);
        owner.waitForURL("**/audit**");

        administrator.getByRole(AriaRole.LINK, named("查看账号")).click();
        administrator.getByLabel("姓名").fill("李敏（审计）");
        press(administrator, "保存修改");
        assertThat(administrator.locator("main > .notice")).containsText("修改已保存，其持有人须重新登录");
        press(administrator, "停用");
        confirm(administrator, "停用");
        assertThat(administrator.locator("main > .notice")).containsText("已停用");
        owner.navigate("/audit");
        signIn(owner, account, OWN);
        assertThat(owner.locator("main .notice")).isVisible();
        press(administrator, "启用");
        press(administrator, "重置密码");
        confirm(administrator, "重置");
        String again = administrator.locator("dd.code").last().innerText();
        signIn(owner, account, again);
        assertThat(owner.locator("main .notice").first()).containsText("请先改成自己的密码");
    }

    private static void signIn(Page owner, String account, String password) {
        owner.locator("[name=name]").fill(account);
        owner.locator("[name=password]").fill(password);
        owner.locator("main form button").first().click();
    }

    private static void fillPassword(Page owner, String old, String fresh) {
        owner.locator("[name=oldPassword]").fill(old);
        owner.locator("[name=newPassword]").fill(fresh);
        owner.locator("[name=repeated]").fill(fresh);
        press(owner, "修改密码");
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static void judged(Page page, String name) {
        noSeriousViolations(page);
        screenshot(page, name);
    }
}
