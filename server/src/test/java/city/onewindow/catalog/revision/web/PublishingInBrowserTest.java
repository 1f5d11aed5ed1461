package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.Window;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("浏览器里从联络员到百姓")
class PublishingInBrowserTest extends EditorBrowserTest {

    private static final String RESULT = "#f-items-csv-0--result_doc";
    private static final Actor LIAISON = SignedInAs.actor("gaj-liaison", "gaj", null, Role.LIAISON);
    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);

    private Window window;

    @BeforeEach
    void asItIs() {
        window = catalogs.current().window("qykb").orElseThrow();
    }

    private final String name = "发布测试" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void takeBack() {
        if (catalogs.current().itemNamed(name).isPresent()) {
            publish(
                    Revision.Kind.ITEM,
                    name,
                    "items.csv",
                    TAKEN_BACK,
                    LIAISON,
                    id -> revisions.approve(id, null, LEAD));
        }
    }

    /** Other tests look at who cooperates at the windows. */
    @AfterEach
    void bringBack() {
        if (catalogs.current().window("qykb").orElseThrow().equals(window)) {
            return;
        }
        publish(
                Revision.Kind.WINDOW,
                window.name(),
                "windows.csv",
                Map.of(
                        "scope_zh",
                        window.scope(),
                        "cooperating_departments",
                        String.join("|", window.cooperatingDepartments())),
                LEAD,
                id -> revisions.confirm(id, null, LIAISON));
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

    @Test
    @DisplayName("牵头部门改窗口：说明和配合部门都改，退出的部门确认，中心发布；公开的指南里马上是新的说明，历次版本说得出改了什么")
    void fromTheLeadToTheWindow() {
        Page lead = at("/revisions", LEAD);
        lead.locator("button[name=name][value='" + window.name() + "']").click();
        assertThat(lead.locator("h1")).hasText(window.name());
        String path = lead.url();
        lead.locator("#f-windows-csv-0--scope_zh").fill(name);
        lead.locator("#f-windows-csv-0--cooperating_departments input[value=gaj]")
                .uncheck();
        assertThat(lead.locator("#saved [data-saved]")).containsText("已保存");
        assertThat(lead.locator("#check")).containsText("「公章刻制备案」");
        assertThat(lead.locator("#changes")).containsText("市公安局");
        noSeriousViolations(lead);
        screenshot(lead, "revision-window");
        confirmed(lead, "button[formaction$='/submit']");
        said(lead, "等各配合部门确认");

        Page leaving = at(path, LIAISON);
        confirmed(leaving, "form[action$='/confirm'] button");
        said(leaving, "等中心发布");
        Page centre = at(path, CENTRE);
        confirmed(centre, "form[action$='/publish'] button");
        said(centre, "已发布「" + window.name() + "」");

        Page applicant = visitor(PHONE);
        applicant.navigate("/things/qykb");
        assertThat(applicant.locator("#window")).containsText(name);
        lead.navigate("/revisions/versions?kind=WINDOW&name=" + window.name());
        assertThat(lead.locator("main")).containsText(name);
    }
}
