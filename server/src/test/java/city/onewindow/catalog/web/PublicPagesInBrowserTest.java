package city.onewindow.catalog.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.Targets;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("浏览器里的公开页面")
class PublicPagesInBrowserTest extends BrowserTest {

    private static final String INSURES = "职工参保登记(企业开办)";

    @Test
    @DisplayName("换一个回答，事项和网址跟着变，焦点不动；照网址再打开，还是一样")
    void answering() {
        Page page = visitor(DESK);
        page.navigate("/things/qykb");
        Locator items = page.locator("#items");
        assertThat(items).not().containsText(INSURES);
        page.locator("#a-q_has_employees-yes").check();
        assertThat(items).containsText(INSURES);
        assertThat(page).hasURL(Pattern.compile("q_has_employees=yes"));
        assertThat(page.locator("#a-q_has_employees-yes")).isFocused();
        assertThat(page.locator("#guide-said")).containsText("已按您的回答更新");
        // A question that hangs on the answer appears.
        assertThat(page.locator("#questions")).containsText("劳动合同");
        page.reload();
        assertThat(items).containsText(INSURES);
        assertThat(page.locator("#a-q_has_employees-yes")).isChecked();
    }

    @Test
    @DisplayName("不用鼠标：从首页搜到一件事，改回答，走到告知单")
    void keyboardOnly() {
        Page page = visitor(DESK);
        page.navigate("/");
        page.keyboard().press("/");
        assertThat(page.locator("#search-q")).isFocused();
        page.keyboard().type("饭馆");
        Locator suggestion = page.locator("#suggestions a").first();
        assertThat(suggestion).hasText("开办餐饮店一件事");
        page.keyboard().press("Tab");
        assertThat(suggestion).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("/things/kbcyd"));
        focusByTab(page, "#questions input:checked");
        page.keyboard().press("ArrowDown");
        assertThat(page).hasURL(Pattern.compile("q_"));
        focusByTab(page, "#window a[href*=notice]");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("办事一次性告知单");
    }

    @Test
    @DisplayName("不开脚本也能办：回答后按一下按钮")
    void withoutScripts() {
        Page page = visitor(PHONE, false);
        page.navigate("/things/qykb");
        page.locator("label:has(#a-q_has_employees-yes)").click();
        page.locator("#questions button").click();
        assertThat(page.locator("#items")).containsText(INSURES);
        page.navigate("/search?q=公章");
        assertThat(page.locator(".hits").first()).containsText("公章");
    }

    @Test
    @DisplayName("几件事一起办：勾两项，合成一份指南，再去掉一项")
    void basket() {
        Page page = visitor(DESK);
        page.navigate("/merge?q=公章");
        page.locator("label:has([value=gzkzba])").click();
        page.locator(".picker .button.big").click();
        assertThat(page.locator(".basket h2")).containsText("1");
        page.navigate("/merge?item=gzkzba&item=qysldj");
        assertThat(page.locator("#savings-title")).containsText("2 个事项");
        page.locator(".picked a").first().click();
        assertThat(page.locator(".basket h2")).containsText("1");
    }

    @Test
    @DisplayName("告知单当清单用：备好一份勾一份，再打开还勾着")
    void checklist() {
        Page page = visitor(PHONE);
        page.navigate("/things/kbcyd/notice");
        Locator ticks = page.locator("[data-tick]");
        assertThat(ticks.nth(1)).isVisible();
        ticks.first().check();
        assertThat(page.locator("[data-ticked]")).hasText("已备好 1 份，共 " + ticks.count() + " 份。");
        page.reload();
        assertThat(ticks.first()).isChecked();
        assertThat(ticks.nth(1)).not().isChecked();
    }

    @Test
    @DisplayName("告知单的勾选用二维码、网址带到另一台设备；那边原来勾的还在，改了就不再是那张码")
    void checklistTakenAlong() {
        Page phone = visitor(PHONE);
        phone.navigate("/things/kbcyd/notice?q_agent=yes");
        phone.locator("[data-tick]").first().check();
        phone.locator("#carry button").click();
        assertThat(phone).hasURL(Pattern.compile("ticked=.*q_agent=yes"));
        assertThat(phone.locator(".paper-code")).containsText("勾好的一起带过去");
        noSeriousViolations(phone);

        Page desk = visitor(DESK);
        desk.navigate("/things/kbcyd/notice?q_agent=yes");
        desk.locator("[data-tick]").nth(2).check();
        desk.navigate(phone.url());
        assertThat(desk.locator("[data-tick]").first()).isChecked();
        assertThat(desk.locator("[data-tick]").nth(1)).not().isChecked();
        assertThat(desk.locator("[data-tick]").nth(2)).isChecked();
        desk.locator("[data-tick]").first().uncheck();
        assertThat(desk.locator(".paper-code")).isHidden();
        desk.reload();
        assertThat(desk.locator("[data-tick]").first()).not().isChecked();
    }

    @Test
    @DisplayName("嵌入部门网站：页面给出代码，代码里的地址就是能显示的那份指南")
    void embedded() {
        Page page = visitor(DESK);
        page.navigate("/things/qykb/embed");
        assertThat(page.locator("#embed-code")).hasValue(Pattern.compile("<iframe src=\"http.*/embed/things/qykb"));
        assertThat(page.frameLocator(".embedded").locator("h1")).hasText("企业开办一件事");
        assertThat(page.frameLocator(".embedded").locator("a.button"))
                .hasAttribute("href", Pattern.compile("^/things/"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/",
                "/?type=large",
                "/?lang=en",
                "/things/qykb",
                "/things/gcjsxmsgxkjd?type=large",
                "/things/kbcyd?lang=en",
                "/things/qykb/notice",
                "/things/qykb/embed",
                "/embed/things/qykb",
                "/embed/things/nothing",
                "/items?type=large",
                "/items/qysldj",
                "/merge",
                "/merge?item=qysldj&item=gzkzba",
                "/search?q=饭馆",
                "/search?q=xqzwv",
                "/search?q=继承房产",
                "/help?type=large",
                "/help/api"
            })
    @DisplayName("手机宽度、大字版、英文都没有严重的无障碍问题，也不横向滚动")
    void accessible(String path) {
        Page phone = visitor(PHONE);
        phone.navigate(path);
        openEverything(phone);
        noSeriousViolations(phone);
        Targets.areBigEnough(phone);
    }

    @Test
    @DisplayName("印指南：收着的都印出来，写明按哪些回答，有二维码；印完还收着")
    void printed() {
        Page page = visitor(DESK);
        page.navigate("/things/qykb?q_has_employees=yes");
        Locator fetched = page.locator(".kind-fetched .material").first();
        Locator code = page.locator("#window img");
        assertThat(fetched).not().isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
        assertThat(fetched).isVisible();
        assertThat(code).isVisible();
        assertThat(page.locator(".paper-answers")).containsText("是否已有职工需要参保");
        page.evaluate("window.dispatchEvent(new Event('afterprint'))");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        assertThat(fetched).not().isVisible();
        assertThat(page.locator(".paper-answers")).not().isVisible();
    }

    @Test
    @DisplayName("宽屏上流程图整张看得见，不用横着推")
    void wholeFlow() {
        Page page = visitor(1280);
        page.navigate("/things/esfzydjjsdqngh");
        assertThat(page.locator(".flow-picture")).isVisible();
        Assertions.assertThat(page.locator(".flow").evaluate("it => it.scrollWidth <= it.clientWidth"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/things/qykb",
                "/things/kbcyd/notice",
                "/things/gcjsxmsgxkjd",
                "/things/qykb/embed",
                "/items",
                "/online"
            })
    @DisplayName("英文页里没有译文的中文都标明是中文，英文不标成中文")
    void chineseIsMarked(String path) {
        Page page = visitor(DESK);
        page.navigate("/?lang=en");
        page.navigate(path);
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        Object wrong = page.evaluate("""
                () => {
                    const found = [];
                    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
                    while (walker.nextNode()) {
                        const text = walker.currentNode.textContent.trim();
                        const chinese = walker.currentNode.parentElement.closest("[lang]").lang.startsWith("zh");
                        if (/[\u4e00-\u9fff]/.test(text) ? !chinese : chinese && /[a-z]{4}/.test(text)) {
                            found.push(text);
                        }
                    }
                    return found.join("\\n");
                }""");
        Assertions.assertThat(wrong).isEqualTo("");
    }

    private static void openEverything(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
    }

    private static void focusByTab(Page page, String selector) {
        for (int press = 0; press < 120; press++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        assertThat(page.locator(selector)).isFocused();
    }
}
