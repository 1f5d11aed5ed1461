package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("浏览器里从联络员到百姓")
class PublishingInBrowserTest extends EditorBrowserTest {

    private static final String RESULT = "#f-items-csv-0--result_doc";
    private static final Actor LIAISON = SignedInAs.actor("gaj-liaison", "gaj", null, Role.LIAISON);
    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);

    private final String name = "发布测试" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void takeBack() {
        if (catalogs.current().itemNamed(name).isPresent()) {
            takenBack(Revision.Kind.ITEM, name, "items.csv", LIAISON, id -> revisions.approve(id, LEAD));
        }
    }

    private Page at(String path, Actor actor) {
        Page page = signedIn(actor.account(), DemoAccounts.PASSWORD, DESK);
        page.navigate(path);
        return page;
    }

    /** Asked once more before it is done. */
    private static void confirmed(Page page, String button) {
        page.locator(button).click();
        page.locator("#confirm [data-yes]").click();
    }

    private static void said(Page page, String text) {
        assertThat(page.locator("main > .notice")).containsText(text);
    }

    @Test
    @DisplayName("联络员起草、提交，牵头部门退回，改好再报，同意，中心发布；指南、告知单、搜索、收件、接口同时都是新的")
    void fromTheLiaisonToThePublic() {
        Page liaison = at("/revisions", LIAISON);
        liaison.locator("#f-name").fill(name);
        liaison.locator("#f-from").selectOption("公章刻制备案");
        liaison.locator("form[method=post][action='/revisions'] button").click();
        assertThat(liaison.locator("h1")).containsText(name);
        String path = liaison.url();
        liaison.locator(RESULT).fill("印章");
        liaison.locator(RESULT).blur();
        assertThat(saved(liaison)).containsText("已保存");
        confirmed(liaison, "button[formaction$='/submit']");

        Page lead = at(path, LEAD);
        lead.locator("details:has(form[action$='/return']) > summary").click();
        lead.locator("#f-remark").fill("结果写全称");
        lead.locator("form[action$='/return'] button").click();
        said(lead, "退回起草部门");

        liaison.navigate(path);
        assertThat(liaison.locator("main")).containsText("结果写全称");
        liaison.locator(RESULT).fill("印章刻制备案证明");
        liaison.locator(RESULT).blur();
        assertThat(saved(liaison)).containsText("已保存");
        confirmed(liaison, "button[formaction$='/submit']");

        lead.navigate(path);
        confirmed(lead, "form[action$='/approve'] button");
        said(lead, "等中心发布");
        assertThat(catalogs.current().itemNamed(name))
                .as("agreed on is not published")
                .isEmpty();
        Page centre = at(path, CENTRE);
        confirmed(centre, "form[action$='/publish'] button");
        said(centre, "已发布「" + name + "」");

        Item item = catalogs.current().itemNamed(name).orElseThrow();
        Page applicant = visitor(PHONE);
        applicant.navigate("/search?q=" + name);
        applicant
                .locator("main a", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
        assertThat(applicant.locator("h1")).hasText(name);
        assertThat(applicant.locator("#items")).containsText("印章刻制备案证明");
        applicant.navigate("/items/" + item.code() + "/notice");
        assertThat(applicant.locator("main")).containsText(name);
        applicant.navigate("/api/items/" + item.code());
        assertThat(applicant.locator("body")).containsText("印章刻制备案证明");
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/desk/new");
        assertThat(clerk.locator("main")).containsText(name);
    }
}
