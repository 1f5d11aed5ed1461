package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.OneThing;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("浏览器里设计一件事")
class DesignInBrowserTest extends EditorBrowserTest {

    private static final String SEAL = "公章刻制备案";
    private static final String BANK = "银行开户预约(基本存款账户)";
    private static final String MEDICAL = "医疗保险单位参保登记";
    private static final List<String> COOPERATING = List.of("bank", "gaj", "ybj");
    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);

    private final String name = "设计测试" + UUID.randomUUID().toString().substring(0, 8) + "一件事";

    @AfterEach
    void takeBack() {
        if (catalogs.current().oneThings().stream()
                .anyMatch(thing -> thing.name().equals(name))) {
            publish(Revision.Kind.ONE_THING, name, "topics.csv", TAKEN_BACK, LEAD, this::confirmed);
        }
    }

    private void confirmed(long revision) {
        COOPERATING.forEach(department -> revisions.confirm(
                revision, null, SignedInAs.actor(department + "-liaison", department, null, Role.LIAISON)));
    }

    private Page as(String account, int width) {
        return signedIn(account, DemoAccounts.PASSWORD, width);
    }

    private Page begun() {
        return begun("");
    }

    private Page begun(String from) {
        Page page = as("lead-scjg", DESK);
        page.navigate("/revisions");
        page.locator("#f-thing-name").fill(name);
        page.locator("#f-thing-window").selectOption("企业开办综合受理窗口");
        page.locator("#f-thing-audience").selectOption("enterprise");
        page.locator("#f-thing-life-event").selectOption("企业开办与变更");
        page.locator("#f-thing-from").selectOption(from);
        page.locator("form[action='/revisions/one-things'] button").click();
        assertThat(page.locator("h1")).hasText(name);
        return page;
    }

    private static void add(Page page, String item) {
        page.locator("#f-add-item").fill(item);
        page.locator("#f-add-item").press("Enter");
        assertThat(page.locator("main > .notice")).containsText("已加入「" + item);
        assertThat(page.locator("#f-add-item")).isFocused();
        assertThat(box(page, item)).isVisible();
    }

    private static Locator box(Page page, String item) {
        return page.locator("[data-step^='" + item + "']");
    }

    private static Locator tick(Page page, String before, String item) {
        return page.locator("input[data-before='" + before + "'][data-item='" + item + "']");
    }

    /** By keyboard: from the box into its panel, along the boxes to tick, and back. */
    private static void drawByKeys(Page page, String before, String item) {
        box(page, item).focus();
        page.keyboard().press("Enter");
        for (int tries = 0; tries < 10 && !isFocused(tick(page, before, item)); tries++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Space");
        assertThat(page.locator("#design-said")).containsText("已画");
        assertThat(edge(page, before, item)).hasCount(1);
        assertThat(tick(page, before, item)).isFocused();
        page.keyboard().press("Escape");
        assertThat(box(page, item)).isFocused();
    }

    private static boolean isFocused(Locator input) {
        return (boolean) input.evaluate("element => element === document.activeElement");
    }

    private static Locator edge(Page page, String before, String item) {
        return page.locator("path.flow-hit[data-before='" + before + "'][data-item='" + item + "']");
    }

    @Test
    @DisplayName("牵头部门新建、加事项、用键盘和鼠标画先后、去掉一条、看到天数变；各部门确认，中心发布，指南和窗口都有了")
    void fromNothingToTheGuide() {
        Page page = begun();
        assertThat(page.locator("#design-sum")).containsText("还没有事项");
        assertThat(page.locator("#check")).containsText("还没有事项");
        screenshot(page, "design-empty");

        add(page, SEAL);
        add(page, "银行开户预约");
        add(page, MEDICAL);
        assertThat(page.locator("#check")).not().containsText("要改正");
        assertThat(page.locator("#design-sum")).containsText("3 个事项，3 个部门");

        drawByKeys(page, SEAL, BANK);
        drawByKeys(page, SEAL, MEDICAL);
        assertThat(page.locator("#design-sum")).containsText("承诺时限 1.5 个工作日");
        box(page, BANK).click();
        assertThat(page.locator("#design-said")).containsText("已选");
        box(page, MEDICAL).click();
        assertThat(edge(page, BANK, MEDICAL)).hasCount(1);
        assertThat(box(page, MEDICAL)).hasAttribute("aria-expanded", "true");
        assertThat(page.locator("#design-sum")).containsText("承诺时限 2 个工作日");
        assertThat(page.locator("#f-one-things-csv-2--after_items")).hasValue(SEAL + ";" + BANK);
        screenshot(page, "design-graph");

        // The other way round it would be a ring.
        box(page, MEDICAL).click();
        box(page, SEAL).click();
        assertThat(page.locator("#design-said")).containsText("没有画");
        assertThat(tick(page, MEDICAL, SEAL)).isDisabled();

        page.locator("#design-edges > summary").click();
        page.locator("#design-edges button[data-before='" + BANK + "'][data-item='" + MEDICAL + "']")
                .click();
        assertThat(page.locator("#design-said")).containsText("已去掉");
        assertThat(edge(page, BANK, MEDICAL)).hasCount(0);
        assertThat(page.locator("#design-sum")).containsText("承诺时限 1.5 个工作日");
        assertThat(page.locator("#design-edges button")).hasCount(2);
        noSeriousViolations(page);

        page.locator("button[formaction$='/submit']").click();
        page.locator("#confirm [data-yes]").click();
        assertThat(page.locator("main > .notice")).containsText("等各配合部门确认");
        screenshot(page, "design-submitted");
        String path = page.url();
        COOPERATING.forEach(department -> confirm(path, department));

        Page manager = as("manager", DESK);
        manager.navigate(path);
        manager.locator("form[action$='/publish'] button").click();
        manager.locator("#confirm [data-yes]").click();
        assertThat(manager.locator("main > .notice")).containsText("已发布「" + name + "」");

        OneThing thing = catalogs.current().oneThingNamed(name).orElseThrow();
        Page applicant = visitor(PHONE);
        applicant.navigate("/search?q=" + name);
        assertThat(applicant.locator("main")).containsText(name);
        applicant.navigate("/things/" + thing.code());
        assertThat(applicant.locator("h1")).hasText(name);
        assertThat(applicant.locator("#items")).containsText(BANK);
        Page clerk = as("clerk", DESK);
        clerk.navigate("/desk/new?thing=" + thing.code());
        assertThat(clerk.locator("main")).containsText(name);
    }

    private void confirm(String path, String department) {
        Page liaison = as(department + "-liaison", DESK);
        liaison.navigate(path);
        assertThat(liaison.locator("#picture")).containsText(SEAL);
        assertThat(liaison.locator("#f-add-item")).hasCount(0);
        liaison.locator("form[action$='/confirm'] button").click();
        liaison.locator("#confirm [data-yes]").click();
        assertThat(liaison.locator("main > .notice")).containsText("已确认");
    }

    @Test
    @DisplayName("表里写成了环：图上是红线，说出是哪几项；在图上去掉一条就好了；不是事项的加不进来")
    void ringsAndStrangers() {
        Page page = begun();
        add(page, SEAL);
        add(page, BANK);
        page.locator("#f-one-things-csv-0--after_items").fill(BANK);
        page.locator("#f-one-things-csv-1--after_items").fill(SEAL);
        page.locator("#f-one-things-csv-1--after_items").blur();
        assertThat(page.locator("#graph .notice")).containsText(SEAL + "、" + BANK);
        assertThat(page.locator("#graph .flow-line.is-ring")).hasCount(2);
        screenshot(page, "design-ring");
        page.locator("#design-edges > summary").click();
        page.locator("#design-edges button[data-before='" + BANK + "']").click();
        assertThat(page.locator("#graph .notice")).hasCount(0);
        assertThat(page.locator("#f-one-things-csv-0--after_items")).hasValue("");

        box(page, BANK).click();
        page.locator(".design-panel:visible [data-drops]").click();
        page.locator("#confirm [data-yes]").click();
        assertThat(box(page, BANK)).hasCount(0);
        assertThat(page.locator("#f-one-things-csv-1--item")).hasCount(0);

        page.locator("#f-add-item").fill("没有的事项");
        page.locator("#f-add-item").press("Enter");
        assertThat(page.locator("#f-add-item-error")).containsText("没有名称含");
        assertThat(page.locator("#f-add-item")).hasValue("没有的事项");
        page.locator("#f-add-item").fill(SEAL);
        page.locator("#f-add-item").press("Enter");
        assertThat(page.locator("#f-add-item-error")).containsText("已经在这件事里");
        noSeriousViolations(page);

        // An item that is typed into the table brings its terms, and what was left empty is filled in.
        page.locator("#members [data-add-row]").click();
        page.locator("#f-one-things-csv-1--item").fill(MEDICAL);
        page.locator("#f-one-things-csv-1--item").blur();
        assertThat(page.locator("#f-one-things-csv-1--seq")).hasValue("2");
        assertThat(page.locator("#f-one-things-csv-1--promised_days")).hasValue("0.5");
        assertThat(box(page, MEDICAL)).isVisible();
        page.locator("form[action$='/withdraw'] button").click();
        page.locator("#confirm [data-yes]").click();
        assertThat(page).hasURL(Pattern.compile("/revisions/\\d+$"));
    }

    @Test
    @DisplayName("照另一件事复制；换一个回答看看：图、天数、材料和表跟着变，一件事本身不变；打开的还开着")
    void underOtherAnswers() {
        Page page = begun("企业开办一件事");
        assertThat(page.locator("[data-step]")).hasCount(9);
        assertThat(page.locator("#check")).not().containsText("要改正");
        assertThat(box(page, BANK).locator(".is-faint")).hasCount(0);
        page.locator("#merged-materials > summary").click();
        page.locator("#merged-form > summary").click();
        String before = page.locator("#design-sum").innerText();
        page.locator("#try-q_bank_book").focus();
        page.locator("#try-q_bank_book").selectOption("no");
        assertThat(box(page, BANK).locator(".is-faint")).hasCount(1);
        assertThat(page.locator("#design-sum")).not().hasText(before);
        assertThat(page.locator("#try-q_bank_book")).hasValue("no");
        assertThat(page.locator("#try-q_bank_book")).isFocused();
        assertThat(page.locator("#merged-materials")).hasAttribute("open", "");
        screenshot(page, "design-copy");
        long id = Long.parseLong(page.url().replaceAll(".*/", ""));
        assertThat(revisions.view(id, LEAD).history())
                .as("looking changes nothing")
                .allMatch(entry -> entry.changes().isEmpty());
        page.locator("form[action$='/withdraw'] button").click();
        page.locator("#confirm [data-yes]").click();
    }

    @Test
    @DisplayName("手机上、没有脚本也能用：图能看，前置写在表里，加事项照样加")
    void phoneAndNoScript() {
        Page page = begun();
        add(page, SEAL);
        add(page, BANK);
        Page phone = as("lead-scjg", PHONE);
        phone.navigate(page.url());
        box(phone, BANK).click();
        tick(phone, SEAL, BANK).check();
        assertThat(edge(phone, SEAL, BANK)).hasCount(1);
        noSeriousViolations(phone);
        screenshot(phone, "design-phone");

        Page plain = visitor(DESK, false);
        plain.navigate("/sign-in");
        plain.locator("[name=name]").fill("lead-scjg");
        plain.locator("[name=password]").fill(DemoAccounts.PASSWORD);
        plain.locator("main form button").first().click();
        plain.navigate(page.url());
        assertThat(plain.locator("svg.flow-picture")).isVisible();
        assertThat(plain.locator("#f-one-things-csv-1--after_items")).hasValue(SEAL);
        plain.locator("#f-add-item").fill(MEDICAL);
        plain.locator("#f-add-item").press("Enter");
        assertThat(plain.locator("main > .notice")).containsText("已加入「" + MEDICAL);
        assertThat(plain.locator("#f-one-things-csv-2--item")).hasValue(MEDICAL);
        plain.locator("form[action$='/withdraw'] button").click();
    }
}
