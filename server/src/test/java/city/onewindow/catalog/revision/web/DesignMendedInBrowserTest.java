package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.revision.NewOneThing;
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

@DisplayName("浏览器里把一件事改坏又改好")
class DesignMendedInBrowserTest extends EditorBrowserTest {

    private static final String BANK = "银行开户预约(基本存款账户)";
    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);

    private long id;

    @BeforeEach
    void copied() {
        String name = "改坏改好" + UUID.randomUUID().toString().substring(0, 8) + "一件事";
        id = revisions
                .beginNew(new NewOneThing(name, "企业开办综合受理窗口", "enterprise", "企业开办与变更", "企业开办一件事"), LEAD)
                .id();
    }

    @AfterEach
    void withdrawn() {
        revisions.withdraw(id, LEAD);
    }

    private Page designer(int width) {
        Page page = signedIn("lead-scjg", DemoAccounts.PASSWORD, width);
        page.navigate("/revisions/" + id);
        return page;
    }

    private Revision kept() {
        return revisions.get(id, LEAD);
    }

    @Test
    @DisplayName("去掉一个事项：先说清一并去掉什么，去掉后没有错，一次撤销全都回来")
    void dropped() {
        Page page = designer(DESK);
        Revision before = kept();
        page.locator("[data-step='" + BANK + "']").click();
        Locator panel = page.locator(".design-panel:visible");
        assertThat(panel).isInViewport();
        panel.locator("[data-drops]").click();
        assertThat(page.locator("#confirm [data-note]")).containsText(Pattern.compile("回答的作用 \\d+ 条（q_bank"));
        assertThat(page.locator("#confirm [data-note]")).containsText(Pattern.compile("样例 \\d+ 个"));
        screenshot(page, "design-drop-asked");
        page.locator("#confirm [data-yes]").click();
        assertThat(page.locator("[data-step='" + BANK + "']")).hasCount(0);
        assertThat(page.locator("#design-said")).containsText("一并去掉");
        assertThat(page.locator("#check")).not().containsText("要改正");
        assertThat(kept().rows().of(Sections.EFFECTS)).noneMatch(row -> row.containsValue(BANK));
        noSeriousViolations(page);
        page.locator("#design-said button").click();
        assertThat(page.locator("[data-step='" + BANK + "']")).hasCount(1);
        assertThat(page.locator("#check")).not().containsText("要改正");
        assertThat(kept().rows().rows()).isEqualTo(before.rows().rows());
    }

    @Test
    @DisplayName("写错一条回答的作用：别的照算，那一行说它不算；先看错误再提交；改好了提示就没有了")
    void oneEffectWrong() {
        Page page = designer(DESK);
        String sum = page.locator("#design-sum").innerText();
        Locator target = page.locator("#effects [name$='.target']").last();
        String right = target.inputValue();
        target.fill("没有的事项");
        target.blur();
        assertThat(page.locator("#design-sum")).containsText("1 行要改正：改好之前不算在内");
        assertThat(page.locator("#design-sum")).containsText(sum.strip());
        assertThat(page.locator("#effects .error")).containsText("改好之前，这一行不算");

        assertThat(page.locator("main .errors")).hasCount(0);
        page.locator("button[formaction$='/submit']").click();
        assertThat(page.locator("#confirm")).isHidden();
        assertThat(page.locator("main .errors")).isFocused();
        page.locator("main .errors a").first().click();
        assertThat(target).isFocused();
        noSeriousViolations(page);
        screenshot(page, "design-refused");
        target.fill(right);
        target.blur();
        assertThat(page.locator("main .errors")).hasCount(0);
        assertThat(page.locator("#design-sum")).not().containsText("要改正");
        page.locator("button[formaction$='/submit']").click();
        assertThat(page.locator("#confirm")).isVisible();
        page.keyboard().press("Escape");
    }

    @Test
    @DisplayName("1280 宽的屏幕上，企业开办的流程图不用横向滚动；表里没有两列同名")
    void fits() {
        Page page = designer(1280);
        assertThat((boolean) page.locator("#design-flow").evaluate("flow => flow.scrollWidth <= flow.clientWidth"))
                .isTrue();
        assertThat(page.locator("#members thead th").allInnerTexts()).doesNotHaveDuplicates();
        assertThat(saved(page)).hasCount(0);
        screenshot(page, "design-1280");
    }
}
