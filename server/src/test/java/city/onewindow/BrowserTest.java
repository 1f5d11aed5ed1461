package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Every test that needs a browser: one headless Chromium for all tests of a JVM, a fresh context (cookies, storage) for each
 * visitor. A page that breaks the content policy, or whose script fails, fails its test. Without a Chromium of Debian's
 * the tests are skipped and say so.
 */
public abstract class BrowserTest extends HouseTest {

    public static final int PHONE = 360;
    public static final int TABLET = 768;
    public static final int DESK = 1440;

    /** Of a picture, in pixels. */
    private static final int TALLEST = 4000;

    /** Requests that were refused, or given up for a newer one or another page: as the browser and as htmx say it. */
    private static final List<String> REFUSED =
            List.of("Failed to load resource", "Response Status Error Code", "htmx:sendAbort", "htmx:afterRequest");

    private static final String AXE = axe();

    /** Its door in Java takes twice as long, for it hands over all that was found right. What a frame shows is looked at as a page of its own. */
    private static final String AXE_RUN = """
            async () => (await axe.run({ resultTypes: ["violations"], iframes: false })).violations
                .filter(rule => ["serious", "critical"].includes(rule.impact))
                .map(rule => `${rule.id}: ${rule.help} at ${rule.nodes.slice(0, 5).map(node => node.html).join(", ")}`)
            """;

    /** The same engine twice: without a window it needs a third of the time. */
    private static final List<Path> CHROMIUMS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private static final Optional<Path> CHROMIUM =
            CHROMIUMS.stream().filter(Files::isExecutable).findFirst();

    private static @Nullable Browser browser;

    private final List<BrowserContext> visitors = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void chromiumIsThere() {
        assumeTrue(
                CHROMIUM.isPresent(),
                "Skipped: none of " + CHROMIUMS + " (apt-get install chromium-headless-shell fonts-noto-cjk)");
    }

    @AfterEach
    void nothingToComplainOf() {
        visitors.forEach(BrowserContext::close);
        visitors.clear();
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        assertThat(told).as("what the browser complained of").isEmpty();
    }

    /** A visitor with nothing in hand, looking through a window of that width. */
    protected Page visitor(int width) {
        return visitor(width, true);
    }

    /** A visitor whose browser runs no JavaScript if {@code scripts} is false. */
    protected Page visitor(int width, boolean scripts) {
        return opened(new Browser.NewContextOptions()
                .setViewportSize(width, width < TABLET ? 800 : 900)
                .setJavaScriptEnabled(scripts));
    }

    /** A self-service terminal with a screen of that size, for fingers only. */
    protected Page terminal(int width, int height) {
        return opened(
                new Browser.NewContextOptions().setViewportSize(width, height).setHasTouch(true));
    }

    private Page opened(Browser.NewContextOptions options) {
        BrowserContext context = browser()
                .newContext(options.setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setBaseURL("http://localhost:" + port));
        visitors.add(context);
        Page page = context.newPage();
        page.onPageError(error -> complaints.add("script: " + error));
        page.onConsoleMessage(message -> {
            // A refused request is the business of the test that made it.
            if (message.type().equals("error") && REFUSED.stream().noneMatch(message.text()::startsWith)) {
                complaints.add("console: " + message.text());
            }
        });
        return page;
    }

    /** Someone of the staff, signed in through the page; the password is that of all demo accounts. */
    protected Page signedIn(String account, String password, int width) {
        Page page = visitor(width);
        page.navigate("/sign-in");
        page.locator("[name=name]").fill(account);
        page.locator("[name=password]").fill(password);
        page.locator("main form button").first().click();
        return page;
    }

    /** No violation that axe calls serious or critical, and nothing that sticks out sideways. */
    protected static void noSeriousViolations(Page page) {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        Object violations = page.evaluate(AXE_RUN);
        assertThat(violations).as("axe on " + page.url()).isEqualTo(List.of());
        nothingSticksOut(page);
    }

    protected static void nothingSticksOut(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that stick out of " + page.url())
                .isEqualTo(0);
    }

    /** Exactly of that name. */
    protected static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /** Says yes to the page's question, in the words of its button. */
    protected static void confirm(Page page, String yes) {
        page.getByRole(AriaRole.DIALOG)
                .getByText(yes, new Locator.GetByTextOptions().setExact(true))
                .press("Enter");
    }

    /**
     * What kind of paper opens beside the page, at that path; shown or not, for not every browser of the tests can.
     *
     * @param press makes it open
     */
    protected static String paperBeside(Page page, String path, Runnable press) {
        CompletableFuture<String> kind = new CompletableFuture<>();
        page.context().route("**" + path, route -> {
            APIResponse answer = route.fetch();
            kind.complete(answer.ok() ? String.valueOf(answer.headers().get("content-type")) : answer.text());
            route.fulfill(
                    new Route.FulfillOptions().setContentType("text/plain").setBody(path));
        });
        press.run();
        page.waitForCondition(kind::isDone);
        return kind.join();
    }

    /** Kept in target/screenshots, for people to look at: the upper part of a list that other tests have filled, which takes minutes to draw. */
    protected static void screenshot(Page page, String name) {
        int height =
                (int) page.evaluate("tallest => Math.min(document.documentElement.scrollHeight, tallest)", TALLEST);
        page.screenshot(new Page.ScreenshotOptions()
                .setClip(0, 0, page.viewportSize().width, height)
                .setPath(Path.of("target/screenshots", name + ".png"))
                // Hiding the caret would add a style that the content policy refuses.
                .setCaret(ScreenshotCaret.INITIAL)
                .setFullPage(true));
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(BrowserTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM.orElseThrow())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    // Else each window with an address bar loads two hidden pages for it.
                                    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
                                    "--no-first-run")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
