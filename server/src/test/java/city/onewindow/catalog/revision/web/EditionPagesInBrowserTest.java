package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.catalog.Window;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("事项目录的各版")
class EditionPagesInBrowserTest extends EditorBrowserTest {

    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);

    private final String scope = "各版测试" + UUID.randomUUID().toString().substring(0, 8);

    private Window window;

    @BeforeEach
    void revised() {
        window = catalogs.current().window("qykb").orElseThrow();
        say(scope);
    }

    @AfterEach
    void takeBack() {
        say(window.scope());
    }

    private void say(String words) {
        publish(Revision.Kind.WINDOW, window.name(), "windows.csv", Map.of("scope_zh", words), LEAD, id -> {});
    }

    private Page at(String account, String path) {
        Page page = signedIn(account, DemoAccounts.PASSWORD, DESK);
        page.navigate(path);
        return page;
    }

    @Test
    @DisplayName("发布的修改是最新一版：谁、何时、由哪份修改，点名称看改了什么，从已发布的修改也找得到")
    void newest() {
        Page manager = at("manager", "/revisions?status=PUBLISHED");
        manager.locator("main a[href='/editions']").click();
        Locator newest = manager.locator("tbody tr").first();
        assertThat(newest).containsText("第 " + catalogs.current().edition() + " 版");
        assertThat(newest).containsText(CENTRE.name());
        assertThat(newest.locator("a[href^='/revisions/']").first()).hasText("发布修改");
        newest.getByText(window.name()).click();
        assertThat(manager).hasURL(Pattern.compile("/revisions/versions\\?kind=WINDOW.*#version-\\d+$"));
        assertThat(manager.locator("main section").first()).containsText(scope);
        assertThat(manager.locator("main section").first()).containsText(window.scope());
    }

    @Test
    @DisplayName("第一版是导入的，带来的逐页看全；系统管理员也看得到，打不开的修改不给链接；综合窗口看不到")
    void importedAndRead() {
        Page admin = at("admin", "/editions");
        assertThat(admin.locator("tbody tr").first()).containsText("发布修改");
        assertThat(admin.locator("tbody a[href^='/revisions/']:not([href*='/versions'])"))
                .hasCount(0);
        admin.navigate("/editions?after=2");
        assertThat(admin.locator("tbody tr")).hasCount(1);
        assertThat(admin.locator("tbody tr")).containsText("随程序提供的内容");
        assertThat(admin.locator("tbody tr")).containsText("程序自带");
        assertThat(admin.locator("main")).not().containsText("system");
        admin.locator("tbody tr a[href='/editions/1']").last().click();
        assertThat(admin.locator("main .sheet li")).hasCount(100);
        admin.locator("a[rel=next]").click();
        assertThat(admin.locator("main .sheet li")).hasCount(100);
        admin.locator("main .sheet li a").first().click();
        assertThat(admin.locator("h1")).containsText("历次版本");
        assertThat(at("clerk", "/editions").locator("a[href='/editions']")).hasCount(0);
    }
}
