package city.onewindow.catalog.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("浏览器里的目录质量")
class QualityInBrowserTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(ints = {PHONE, TABLET, DESK})
    @DisplayName("手机、平板、电脑上都读得清，两种语言")
    void everyWidth(int width) {
        Page page = visitor(width);
        page.navigate("/quality");
        noSeriousViolations(page);
        screenshot(page, "quality-" + width);
        page.navigate("/quality?waived=true&lang=en");
        noSeriousViolations(page);
    }

    @Test
    @DisplayName("从规则走到它的每一处，再走到办事指南")
    void fromRuleToGuide() {
        Page page = visitor(DESK);
        page.navigate("/quality");
        page.locator("a[href*='rule=VAGUE_CLAUSE']").click();
        assertThat(page).hasURL(Pattern.compile("rule=VAGUE_CLAUSE#findings"));
        assertThat(page.locator("#filter-rule")).hasValue("VAGUE_CLAUSE");
        page.locator("#filter-severity").selectOption("ERROR");
        page.locator(".filter button").click();
        assertThat(page).hasURL(Pattern.compile("severity=ERROR"));
        page.locator("#findings td a").first().click();
        assertThat(page).hasURL(Pattern.compile("/items/"));
    }

    @Test
    @DisplayName("从清单走到豁免，写了原因，清单上另列；再撤销")
    void waiving() {
        Page page = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        page.navigate("/quality?rule=SAME_MATERIAL");
        page.locator("#findings td a[href^='/waivers/']").first().click();
        noSeriousViolations(page);
        page.locator("[name=reason]").fill("写得太短");
        page.locator("[data-submits]").click();
        assertThat(page.locator(".form")).containsText("10 至 500 字");
        page.locator("[name=reason]").fill("两份材料由不同机关核发，名称正在商定");
        page.locator("[data-submits]").click();
        assertThat(page.locator(".sheet h2").last()).hasText("已豁免");
        noSeriousViolations(page);
        String address = page.url();
        page.navigate("/quality?waived=true&rule=SAME_MATERIAL");
        assertThat(page.locator("#findings table")).containsText("名称正在商定");
        page.navigate(address);
        page.locator("button:has-text('撤销豁免')").click();
        page.locator("#confirm [data-yes]").click();
        assertThat(page.locator("[name=reason]")).isVisible();
    }
}
