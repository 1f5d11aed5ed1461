package city.onewindow.catalog.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.intake.Counter;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("浏览器里的自助终端")
class KioskInBrowserTest extends BrowserTest {

    private static final Pattern START = Pattern.compile("/kiosk$");

    /** Everything in view that a finger can follow away from the site, to a file, to what is for programs or for staff. */
    private static final String ASTRAY = """
            () => Array.from(document.querySelectorAll("a, form, iframe"))
                .filter(it => it.checkVisibility())
                .map(it => it.href || it.action || it.src)
                .filter(to => !to.startsWith(location.origin + "/")
                    || /[.]pdf|[.]json|[/](ofd|pdf|embed|api|sign-in|quality|check)([/?#]|$)/.test(to))
            """;

    /** Targets lower or narrower than 48 pixels; a card is one target with what lies in it, a box with its label. */
    private static final String TOO_SMALL = """
            () => Array.from(document.querySelectorAll("a, button, summary, select, label:has(input), input:not(label input)"))
                .filter(it => it.checkVisibility() && !it.matches(".skip, [type=hidden]"))
                .map(it => it.closest(".card") || it)
                .filter(it => { const box = it.getBoundingClientRect(); return box.height < 48 || box.width < 48; })
                .map(it => it.outerHTML.slice(0, 120))
            """;

    @Test
    @DisplayName("只用手指：从首页走到指南，改一个回答，二维码跟着变；返回，一步一步回到首页")
    void guideByTouch() {
        Page page = terminal(1080, 1920);
        page.navigate("/kiosk");
        screenshot(page, "kiosk-start");
        page.locator(".tiles").getByText("企业办事").tap();
        page.locator("#enterprise").getByText("开办餐饮店一件事").tap();
        assertThat(page.locator("h1")).hasText("开办餐饮店一件事");
        Locator code = page.locator("[data-take-away]");
        String before = code.getAttribute("src");
        page.locator("#questions label:not(:has(:checked))").first().tap();
        assertThat(page.locator("#guide-said")).containsText("已按您的回答更新");
        assertThat(code).not().hasAttribute("src", before);
        page.locator("#guide .jump a").first().tap();
        screenshot(page, "kiosk-guide");
        page.locator("#guide .jump-print").tap();
        assertThat(page.locator("h1")).hasText("办事一次性告知单");
        back(page);
        assertThat(page.locator("h1")).hasText("开办餐饮店一件事");
        assertThat(page).hasURL(Pattern.compile("q_"));
        back(page);
        assertThat(page).hasURL(Pattern.compile(":[0-9]+/$"));
        back(page);
        assertThat(page).hasURL(START);
        assertThat(page.getByRole(AriaRole.BUTTON, named("返回"))).hasCount(0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/kiosk",
                "/kiosk?lang=en",
                "/",
                "/things/kbcyd",
                "/things/kbcyd?lang=en",
                "/things/kbcyd/notice",
                "/items",
                "/items/qysldj",
                "/merge",
                "/merge?item=qysldj&item=gzkzba",
                "/search?q=饭馆",
                "/search?q=xqzwv",
                "/help",
                "/track",
                "/documents",
                "/things/nothing"
            })
    @DisplayName("竖屏横屏：没有一处通到站外、文件、登录；手指都点得准；没有严重的无障碍问题")
    void nothingLeadsAstray(String path) {
        Page page = terminal(1080, 1920);
        page.navigate("/kiosk");
        page.navigate(path);
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
        assertThat((List<?>) page.evaluate(ASTRAY)).isEmpty();
        assertThat((List<?>) page.evaluate(TOO_SMALL)).isEmpty();
        noSeriousViolations(page);
        page.setViewportSize(1920, 1080);
        assertThat((List<?>) page.evaluate(TOO_SMALL)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1920);
    }

    @Test
    @DisplayName("查完进度走开：先问还在吗，再回首页；屏上、浏览器里、返回都没有上一位的东西")
    void nothingIsLeft() {
        Page page = terminal(1080, 1920);
        page.clock().install();
        page.navigate("/kiosk?lang=en");
        track(page);
        page.evaluate("localStorage.setItem('ticked:/', '[1]')");

        page.clock().fastForward(89_000);
        Locator asked = page.locator("#idle");
        assertThat(asked).isHidden();
        page.clock().fastForward(2_000);
        assertThat(asked).containsText("Are you still here?");
        asked.getByRole(AriaRole.BUTTON).last().tap();
        assertThat(asked).isHidden();
        assertThat(page.locator(".lane").first()).isVisible();

        page.clock().fastForward(91_000);
        assertThat(asked).isVisible();
        screenshot(page, "kiosk-idle");
        page.clock().fastForward(15_000);
        assertThat(page).hasURL(START);
        assertThat(page.locator("h1")).hasText("您要办什么事？");
        assertThat(page.evaluate("sessionStorage.length + localStorage.length")).isEqualTo(0);
    }

    @Test
    @DisplayName("浏览器自己的后退（手势、按键）到不了上一位看过的页面，填过的也没有了")
    void historyIsRefused() {
        Page page = terminal(1080, 1920);
        page.navigate("/kiosk");
        String number = track(page);
        page.getByRole(AriaRole.LINK, named("首页")).tap();
        assertThat(page).hasURL(START);
        page.goBack();
        assertThat(page).hasURL(START);
        assertThat(page.locator("body")).not().containsText(number);
        page.locator(".tiles a").nth(2).tap();
        assertThat(page.locator("[name=number]")).hasValue("");
        back(page);
        assertThat(page).hasURL(START);
    }

    @Test
    @DisplayName("服务器一时不通：上一位的内容照样从屏上消失，通了再回首页")
    void serverIsAway() {
        Page page = terminal(1080, 1920);
        page.clock().install();
        page.navigate("/kiosk");
        page.navigate("/search?q=离婚");
        page.route("**/kiosk", route -> route.abort());
        page.clock().fastForward(106_000);
        assertThat(page.locator("main")).isEmpty();
        page.unroute("**/kiosk");
        page.clock().fastForward(6_000);
        assertThat(page).hasURL(START);
    }

    @Test
    @DisplayName("首页没人碰也会重画：换下一种语言，显示的是现在的内容")
    void startIsDrawnAnew() {
        Page page = terminal(1920, 1080);
        page.clock().install();
        page.navigate("/kiosk?lang=en");
        page.locator("#search-q").fill("离婚");
        page.clock().fastForward(91_000);
        assertThat(page.locator("h1")).hasText("您要办什么事？");
        assertThat(page.locator("#search-q")).hasValue("");
        assertThat(page.locator("#idle")).isHidden();
    }

    @Test
    @DisplayName("同一页在别的浏览器里有通到站外的、有太小的：查得出来")
    void faultsAreFound() {
        Page page = visitor(DESK);
        page.navigate("/help");
        assertThat((List<?>) page.evaluate(ASTRAY)).asString().contains("tel:12345", "/sign-in", "/help/api");
        assertThat((List<?>) page.evaluate(TOO_SMALL)).asString().contains("/help/api");
    }

    /** From the start page on; returns the number that was typed. */
    private String track(Page page) {
        String number = startups.accept();
        String code = intake.dossier(number, Counter.CLERK).application().queryCode();
        page.locator(".tiles a").nth(2).tap();
        page.locator("[name=number]").fill(number);
        page.locator("[name=code]").fill(code);
        page.locator("main form button").tap();
        assertThat(page.locator(".lane").first()).isVisible();
        return number;
    }

    private static void back(Page page) {
        page.getByRole(AriaRole.BUTTON, named("返回")).tap();
    }
}
