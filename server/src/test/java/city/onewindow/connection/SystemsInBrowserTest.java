package city.onewindow.connection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.Accounts;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.IdempotencyKey;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("部门系统的页面，在浏览器里")
class SystemsInBrowserTest extends BrowserTest {

    private static final Actor MANAGER = SignedInAs.actor("manager", "zwfw", null, Role.MANAGER);

    /** One message of a department that doesn't answer is tried in each; more may wait than are this test's. */
    private static final int ROUNDS = 500;

    @Autowired
    private Endpoints endpoints;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Messages messages;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JsonMapper json;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void disconnect() {
        receiver.close();
        endpoints.all(MANAGER).forEach(one -> endpoints.remove(one.endpoint().department(), MANAGER));
    }

    @Test
    @DisplayName("地址填错的说明白、选了的还在；停发的看得见对方怎么答，搁置一条，其余一起重发，都收到了；没有采纳的来信看得见原因；取消推送")
    void deadLetters() {
        toldOfWhatWasThere();
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        manager.navigate("/systems");
        manager.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("市场监"))
                .click();
        manager.getByLabel("接收地址").fill("ftp://x");
        manager.getByLabel(Signing.HMAC_SM3.term()).check();
        save(manager);
        assertThat(manager.locator("#f-url-error")).containsText("https://");
        assertThat(manager.getByLabel("接收地址")).hasValue("ftp://x");
        assertThat(manager.getByLabel(Signing.HMAC_SM3.term())).isChecked();
        judged(manager, "system-wrong");
        manager.getByLabel("接收地址").fill(receiver.url());
        save(manager);
        assertThat(manager.locator("main .notice")).containsText("只在这里显示一次");
        judged(manager, "system-secret");
        manager.getByText("已经记下").click();

        receiver.answers(503, "down for maintenance");
        String number = startups.accept();
        startups.accept();
        String item = startups.item("企业设立登记(有限责任公司)");
        for (int round = 0; round < ROUNDS && dead() < 2; round++) {
            dispatch.dispatch();
            clock.forward(Duration.ofHours(12));
        }
        byte[] wrong = """
                {"kind":"RESUMED","number":"%s","item":"%s","at":"2026-11-04T10:00:00+08:00","result":"合格。"}""".formatted(number, item).getBytes(StandardCharsets.UTF_8);
        messages.take(
                json.readValue(wrong, Message.class),
                wrong,
                new IdempotencyKey("browser-" + number),
                accounts.get("scjg-system").actor());

        manager.navigate("/systems");
        assertThat(manager.locator("tr", new Page.LocatorOptions().setHasText(receiver.url())))
                .containsText("已停发");
        manager.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("市场监"))
                .click();
        Locator dead = manager.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("已停发的消息"));
        assertThat(dead).containsText("503");
        assertThat(manager.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("没有采纳的来信")))
                .containsText("没有正在进行的特别程序");
        judged(manager, "system-dead");
        receiver.answers(204, "");
        dead.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("搁置.*消息")))
                .first()
                .click();
        confirm(manager, "搁置");
        assertThat(manager.locator("main > .notice")).containsText("后面的消息会继续发送");
        int before = receiver.received().size();
        manager.getByRole(AriaRole.BUTTON, named("全部重发")).click();
        assertThat(manager.locator("main > .notice")).containsText("条消息");
        dispatch.dispatch();
        assertThat(receiver.received()).hasSizeGreaterThan(before);
        assertThat(dead()).isZero();
        manager.reload();
        assertThat(dead).containsText("没有停发的消息");

        endpoints.name("scjg", receiver.url(), Signing.HMAC_SM3, false, MANAGER);
        manager.getByRole(AriaRole.BUTTON, named("取消推送")).click();
        confirm(manager, "取消推送");
        assertThat(manager.locator("main > .notice")).containsText("已取消接收地址");
    }

    @Test
    @DisplayName("事项改在部门系统办理，要再问一次；改回来，点一下就是")
    void whereItIsWorked() {
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        manager.navigate("/systems/scjg");
        Locator row = manager.locator("tr:has(button)", new Page.LocatorOptions().setHasText("企业设立登记(有限责任公司)"));
        row.getByRole(AriaRole.BUTTON).click();
        confirm(manager, "改在部门系统办理");
        assertThat(row).containsText("改回本系统");
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(row).containsText("改在部门系统");
        assertThat(manager.locator("main > .notice")).containsText("已改回在本系统办理");
    }

    /** A department whose system is named for the first time is told all that is open, and the house is full of other tests' cases. */
    private void toldOfWhatWasThere() {
        endpoints.name("scjg", receiver.url(), Signing.HMAC_SM3, false, MANAGER);
        dispatch.dispatch();
        endpoints.remove("scjg", MANAGER);
    }

    private long dead() {
        return endpoints.all(MANAGER).stream().mapToLong(EndpointStatus::dead).sum();
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, named("保存")).click();
    }

    /** Wide and narrow. */
    private static void judged(Page page, String name) {
        noSeriousViolations(page);
        screenshot(page, name);
        page.setViewportSize(PHONE, 800);
        noSeriousViolations(page);
        screenshot(page, name + "-phone");
        page.setViewportSize(DESK, 900);
    }
}
