package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("浏览器里的校核")
class CheckInBrowserTest extends EditorBrowserTest {

    private static final Actor LIAISON = SignedInAs.actor("gaj-liaison", "gaj", null, Role.LIAISON);
    private static final String FEE = "#f-items-csv-0--fee";
    private static final String SUBMIT = "button[formaction$='/submit']";

    private final String name = "校核事项" + UUID.randomUUID().toString().substring(0, 8);

    private long id;

    @BeforeEach
    void begin() {
        id = revisions
                .beginNew(
                        Revision.Kind.ITEM,
                        name,
                        NewItem.rows(name, "公章刻制备案", "gaj", catalogs.current().content()),
                        LIAISON)
                .id();
    }

    @AfterEach
    void end() {
        revisions.withdraw(id, LIAISON);
    }

    private Page editor() {
        Page page = signedIn(LIAISON.account(), DemoAccounts.PASSWORD, DESK);
        page.navigate("/revisions/" + id);
        return page;
    }

    private static void typed(Page page, String fee) {
        page.locator(FEE).fill(fee);
        page.locator(FEE).blur();
    }

    @Test
    @DisplayName("提交前问的时候说现在有几条错误：刚改出来的也说，刚改好的不再说")
    void errorsAsTheyAreNow() {
        Page page = editor();
        Locator note = page.locator("#confirm [data-note]");
        typed(page, "50元");
        page.locator(SUBMIT).click();
        assertThat(note).containsText("校核现在有 1 条错误");
        page.locator("#confirm button[value=no]").click();
        typed(page, "0");
        assertThat(page.locator("#saved")).containsText("没有错误");
        page.locator(SUBMIT).click();
        assertThat(note).not().containsText("条错误");
        page.locator("#confirm button[value=no]").click();
    }

    @Test
    @DisplayName("从校核走到豁免，写了原因就不算错误，再走回来撤销")
    void waivedFromTheEditor() {
        Page page = editor();
        typed(page, "50元");
        assertThat(page.locator("#check-count")).containsText("1 条错误");
        page.navigate("/revisions/" + id);
        page.locator("details:has(#check) > summary").click();
        page.locator("#check summary:has-text('收费没有依据')").click();
        page.locator("#check li:has-text('50元') a[href^='/waivers/']").click();
        page.locator("[name=reason]").fill("收费标准由市发改委另文批准，正在公示");
        page.locator("[data-submits]").click();
        page.locator("a[href='/revisions/" + id + "']").click();
        assertThat(page).hasURL(Pattern.compile("/revisions/" + id));
        assertThat(page.locator("#check-count")).not().containsText("条错误");
        page.locator("details:has(#check) > summary").click();
        Locator waived = page.locator("#check li:has-text('已豁免')");
        assertThat(waived).containsText("另文批准");
        noSeriousViolations(page);
        screenshot(page, "revision-waived");
        waived.locator("details summary").click();
        waived.locator("a[href^='/waivers/']").click();
        page.locator("button:has-text('撤销豁免')").click();
        page.locator("#confirm [data-yes]").click();
        assertThat(page.locator("[name=reason]")).isVisible();
        page.navigate("/revisions/" + id);
        assertThat(page.locator("#check-count")).containsText("1 条错误");
    }

    /** An extension of the browser, or a person who draws a field larger, leaves an inline style behind. */
    @Test
    @DisplayName("画上新的一块时，不把旧的内联样式抄过来：内容策略不许")
    void noInlineStyleIsCopied() {
        Page page = editor();
        page.evaluate("document.getElementById('check').style.color = 'red'");
        typed(page, "50元");
        assertThat(page.locator("#check-count")).containsText("1 条错误");
        // The browser's complaint would be told at the end of the test.
        assertThat(page.locator("#check")).not().hasAttribute("style", Pattern.compile(".*"));
    }
}
