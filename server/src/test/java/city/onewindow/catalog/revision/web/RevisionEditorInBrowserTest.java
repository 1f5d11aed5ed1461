package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.catalog.Catalogs;
import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("浏览器里的事项编辑")
class RevisionEditorInBrowserTest extends BrowserTest {

    private static final String RESULT = "#f-items-csv-0--result_doc";
    private static final String DAYS = "#f-items-csv-0--promised_days";
    private static final String LIAISON = "scjg-liaison";

    @Autowired
    Catalogs catalogs;

    @Autowired
    Revisions revisions;

    private String path = "";

    @BeforeEach
    void draft() {
        Actor liaison = SignedInAs.actor(LIAISON, "scjg", null, Role.LIAISON);
        Item copied = catalogs.current().itemByCode("qysldj").orElseThrow();
        String name = "编辑事项" + UUID.randomUUID().toString().substring(0, 8);
        path = "/revisions/"
                + revisions
                        .beginNew(
                                Revision.Kind.ITEM,
                                name,
                                NewItem.rows(
                                        name,
                                        copied.name(),
                                        "scjg",
                                        catalogs.current().content()),
                                liaison)
                        .id();
    }

    private Page editor(int width) {
        Page page = signedIn(LIAISON, DemoAccounts.PASSWORD, width);
        page.navigate(path);
        return page;
    }

    private static Locator saved(Page page) {
        return page.locator("#saved [data-saved]");
    }

    @Test
    @DisplayName("边填边保存；写错的指到那一格，改好就没有了；材料折叠着，可以加一份")
    void savedAsOneTypes() {
        Page page = editor(DESK);
        page.locator(RESULT).fill("营业执照（测试）");
        page.locator(DAYS).fill("三天");
        page.locator(DAYS).blur();
        assertThat(saved(page)).containsText("已保存");
        assertThat(page.locator("#check")).containsText("1 处要改正");
        page.reload();
        assertThat(page.locator(RESULT)).hasValue("营业执照（测试）");
        assertThat(page.locator(DAYS)).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(DAYS + "-error")).containsText("三天");
        screenshot(page, "revision-fault");
        page.locator("#check a").first().click();
        assertThat(page).hasURL(Pattern.compile(DAYS));
        page.locator(DAYS).fill("0.5");
        page.locator(DAYS).blur();
        assertThat(page.locator("#check")).not().containsText("要改正");

        int materials = page.locator(".folds > tbody > tr").count();
        page.locator("#materials [data-add-row]").click();
        Locator added = page.locator("#f-materials-csv-" + materials + "--material");
        assertThat(added).isFocused();
        added.fill("新加的材料");
        added.blur();
        assertThat(page.locator("#check")).containsText("要改正");
        page.locator(".editor-foot button").click();
        assertThat(page.locator(".fold-title").last()).hasText("新加的材料");
        assertThat(page.locator("#f-materials-csv-" + materials + "--shared_key-error"))
                .isVisible();
        page.locator("#materials [data-remove-row]").last().click();
        assertThat(saved(page)).containsText("已保存");
        assertThat(page.locator("#check")).not().containsText("要改正");
        screenshot(page, "revision-editor");
    }

    @Test
    @DisplayName("两个人同时改：后改的人看到谁改了什么，填写还在，看过再决定")
    void twoAtOnce() {
        Page one = editor(DESK);
        Page other = editor(DESK);
        one.locator(RESULT).fill("第一个人的结果");
        one.locator(RESULT).blur();
        assertThat(saved(one)).containsText("已保存");
        other.locator(RESULT).fill("第二个人的结果");
        other.locator(RESULT).blur();
        assertThat(other.locator("#saved")).containsText("没有保存");
        assertThat(other.locator("#saved")).containsText("第一个人的结果");
        other.locator(".editor-foot button").click();
        assertThat(other.locator("#mine")).containsText("第一个人的结果");
        assertThat(other.locator("#mine")).containsText("第二个人的结果");
        assertThat(other.locator(RESULT)).hasValue("第二个人的结果");
        noSeriousViolations(other);
        screenshot(other, "revision-contested");
        one.reload();
        assertThat(one.locator(RESULT)).hasValue("第一个人的结果");
        other.locator(".editor-foot button").click();
        assertThat(other.locator("main .notice")).containsText("已保存");
        one.reload();
        assertThat(one.locator(RESULT)).hasValue("第二个人的结果");
        screenshot(editor(PHONE), "revision-phone");
    }
}
