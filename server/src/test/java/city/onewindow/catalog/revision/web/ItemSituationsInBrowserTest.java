package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("浏览器里编辑事项自己的情形")
class ItemSituationsInBrowserTest extends EditorBrowserTest {

    private static final String LIAISON = "scjg-liaison";

    private Page editorOf(String copied, int width) {
        Actor liaison = SignedInAs.actor(LIAISON, "scjg", null, Role.LIAISON);
        Item item = catalogs.current().itemNamed(copied).orElseThrow();
        String name = "情形事项" + UUID.randomUUID().toString().substring(0, 8);
        Revision begun = revisions.beginNew(
                Revision.Kind.ITEM,
                name,
                NewItem.rows(name, item.name(), "scjg", catalogs.current().content()),
                liaison);
        Page page = signedIn(LIAISON, DemoAccounts.PASSWORD, width);
        page.navigate("/revisions/" + begun.id());
        return page;
    }

    @Test
    @DisplayName("没有情形的，三部分收着；展开加一个问题，边填边保存")
    void addAQuestion() {
        Page page = editorOf("企业设立登记(有限责任公司)", DESK);
        Locator questions = page.locator("#questions");
        assertThat(questions.locator("[data-add-row]")).isHidden();
        questions.locator("summary").first().click();
        questions.locator("[data-add-row]").click();
        page.locator("#f-situations-csv-0--question_zh").fill("有外国股东吗？");
        page.locator("#f-situations-csv-0--question_zh").blur();
        assertThat(saved(page)).containsText("已保存");
        assertThat(page.locator("#check")).containsText("要改正");
        page.reload();
        assertThat(page.locator("#f-situations-csv-0--question_zh")).hasValue("有外国股东吗？");
    }

    @Test
    @DisplayName("有情形的，问题、作用、样例和核对都在；改坏作用，核对马上说不符")
    void outcomes() {
        Page page = editorOf("食品经营许可(食品销售)", DESK);
        assertThat(page.locator("#outcomes")).containsText("相符");
        assertThat(page.locator("#outcomes")).not().containsText("不符");
        screenshot(page, "item-situations");
        page.locator("[name='situation-effects.csv[0].answer']").fill("no");
        page.locator("[name='situation-effects.csv[0].answer']").blur();
        assertThat(page.locator("#outcomes")).containsText("不符");
        page.setViewportSize(PHONE, 844);
        screenshot(page, "item-situations-phone");
    }
}
