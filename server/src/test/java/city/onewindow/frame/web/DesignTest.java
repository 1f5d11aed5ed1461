package city.onewindow.frame.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("设计样张")
class DesignTest extends BrowserTest {

    @ParameterizedTest(name = "{0} 宽 {1}")
    @CsvSource({
        "/design,360,design-phone",
        "/design?type=large,360,design-phone-large",
        "/design?lang=en,768,design-tablet-en",
        "/design,1440,design-desk",
        "/design/desk,360,desk-phone",
        "/design/desk,1440,desk-desk",
        "/design/desk?type=large,1440,desk-desk-large",
        "/design/nothing,360,failure-phone"
    })
    @DisplayName("各种宽度和字号下没有严重的无障碍问题，也不横向溢出")
    void isAccessible(String path, int width, String name) {
        Page page = visitor(width);
        page.navigate(path);
        screenshot(page, name);
        noSeriousViolations(page);
    }

    @Test
    @DisplayName("大字版按钮当场切换，并且记住")
    void togglesLargeType() {
        Page page = visitor(PHONE);
        page.navigate("/design");
        page.getByText("大字版").click();
        assertThat(page.locator("html")).hasAttribute("data-type", "large");
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-type", "large");
    }

    @Test
    @DisplayName("没有 JavaScript 也能切换大字版")
    void togglesLargeTypeWithoutScripts() {
        Page page = visitor(PHONE, false);
        page.navigate("/design");
        page.getByText("大字版").click();
        assertThat(page.locator("html")).hasAttribute("data-type", "large");
    }

    @Test
    @DisplayName("表格增加、删除行之后，序号和名字是连续的，焦点跟着走")
    void editsRows() {
        Page page = visitor(DESK);
        page.navigate("/design");
        Locator rows = page.locator("[data-rows=shareholders] tbody tr");
        page.getByText("增加一行").click();
        assertThat(rows).hasCount(3);
        assertThat(page.locator("[name='shareholders[2].shareholder_name']")).isFocused();
        page.keyboard().type("新股东");
        rows.nth(0).getByText("删除").click();
        assertThat(rows).hasCount(2);
        assertThat(page.locator("[name='shareholders[1].shareholder_name']")).hasValue("新股东");
        assertThat(page.locator("#f-shareholders-1--shareholder_name")).hasValue("新股东");
        assertThat(rows.nth(1).locator("[data-row-number]")).hasText("2");
        assertThat(rows.nth(1).locator("[data-remove-row]")).hasAttribute("value", "shareholders[1]");
        page.keyboard().press("Alt+a");
        assertThat(rows).hasCount(3);
    }

    @Test
    @DisplayName("依赖其他答案的栏目只在该填时出现，隐藏时不提交")
    void showsDependents() {
        Page page = visitor(DESK);
        page.navigate("/design");
        Locator insured = page.locator("[name=insured]");
        assertThat(insured).isHidden();
        assertThat(insured).isDisabled();
        page.locator("[name=has_employees][value=true]").check();
        assertThat(insured).isVisible();
        assertThat(insured).isEnabled();
        page.locator("[name=premises][value=lent]").check();
        assertThat(insured).isHidden();
        assertThat(page.locator("[name=rent_until]")).isHidden();
    }

    @Test
    @DisplayName("先问再做，取消就什么也不发生")
    void asksFirst() {
        Page page = visitor(DESK);
        page.navigate("/design");
        page.getByText("撤回申请").click();
        Locator dialog = page.locator("#confirm");
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("确定撤回这次申请吗？");
        noSeriousViolations(page);
        page.keyboard().press("Escape");
        assertThat(dialog).isHidden();
        assertThat(page.getByText("撤回申请")).isFocused();
    }

    @Test
    @DisplayName("全部可用键盘：斜杠到搜索框，Alt+N 到错处，Ctrl+Enter 提交")
    void worksByKeyboard() {
        Page page = visitor(DESK);
        page.navigate("/design");
        assertThat(page.locator(".errors")).isFocused();
        page.keyboard().press("/");
        assertThat(page.locator("[data-search]")).isFocused();
        page.keyboard().press("Alt+n");
        assertThat(page.locator("#f-legal_rep_phone")).isFocused();
        page.keyboard().press("Alt+n");
        assertThat(page.locator("#f-registered_capital")).isFocused();
        page.navigate("/design/desk");
        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        page.locator("[name=words]").focus();
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> url.contains("opinion=pass"));
        assertThat(page.url()).doesNotContain("ground=");
    }
}
