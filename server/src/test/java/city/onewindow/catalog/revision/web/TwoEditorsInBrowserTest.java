package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.NewOneThing;
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

@DisplayName("浏览器里两个人同时改")
class TwoEditorsInBrowserTest extends EditorBrowserTest {

    private static final String RESULT = "#f-items-csv-0--result_doc";
    private static final String DAYS = "#f-items-csv-0--promised_days";
    private static final String SEAL = "公章刻制备案";
    private static final String MEDICAL = "医疗保险单位参保登记";
    private static final Actor LIAISON = SignedInAs.actor("scjg-liaison", "scjg", null, Role.LIAISON);
    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);

    private final String name = "同时改" + UUID.randomUUID().toString().substring(0, 8);

    private Page editor(Actor actor, Revision revision) {
        Page page = signedIn(actor.account(), DemoAccounts.PASSWORD, DESK);
        page.navigate("/revisions/" + revision.id());
        return page;
    }

    @Test
    @DisplayName("事项改的是不同的地方：后改的人看到别人改了什么，两边的都留下，要再按一次才提交")
    void ofAnItem() {
        String copied = catalogs.current().itemByCode("qysldj").orElseThrow().name();
        Revision draft = revisions.beginNew(
                Revision.Kind.ITEM,
                name,
                NewItem.rows(name, copied, "scjg", catalogs.current().content()),
                LIAISON);
        Page one = editor(LIAISON, draft);
        Page other = editor(LIAISON, draft);
        one.locator("#f-items-csv-0--phone").fill("0379-63000000");
        one.locator(RESULT).fill("第一个人的结果");
        one.locator(RESULT).blur();
        assertThat(saved(one)).containsText("已保存");
        Locator titles = one.locator("#materials .fold-title");
        String second = titles.nth(1).innerText();
        one.locator("#materials [data-move-row='1']").first().click();
        assertThat(titles.first()).hasText(second);
        assertThat(saved(one)).containsText("已保存");
        other.locator(DAYS).fill("2");
        other.locator(DAYS).blur();
        assertThat(other.locator("#saved")).containsText("改的不是同一处，两边都留下");

        other.locator("button[formaction$='/submit']").click();
        other.locator("#confirm [data-yes]").click();
        Locator told = other.locator("main > .notice");
        assertThat(told).containsText("第一个人的结果");
        assertThat(told).containsText("咨询电话：（空）→“0379-63000000”");
        assertThat(told).containsText("再按一次");
        assertThat(other.locator(RESULT)).hasValue("第一个人的结果");
        assertThat(other.locator(DAYS)).hasValue("2");
        screenshot(other, "revision-joined");
        one.reload();
        assertThat(one.locator(DAYS)).hasValue("2");
        assertThat(other.locator("#materials .fold-title").first()).hasText(second);
        revisions.withdraw(draft.id(), LIAISON);
    }

    @Test
    @DisplayName("一件事：一个画了先后，另一个改了天数；先后还在图上，天数也在")
    void ofAOneThing() {
        Revision draft =
                revisions.beginNew(new NewOneThing(name, "企业开办综合受理窗口", "enterprise", "企业开办与变更", "企业开办一件事"), LEAD);
        Page one = editor(LEAD, draft);
        Page other = editor(LEAD, draft);
        one.locator("[data-step^='" + MEDICAL + "']").click();
        one.locator("input[data-before='" + SEAL + "'][data-item='" + MEDICAL + "']")
                .check();
        assertThat(one.locator("#design-said")).containsText("已画");
        assertThat(saved(one)).containsText("已保存");
        other.locator("#f-one-things-csv-1--promised_days").fill("4");
        other.locator("#f-one-things-csv-1--promised_days").blur();
        assertThat(other.locator("#saved")).containsText("改的不是同一处，两边都留下");
        other.locator(".editor-foot button").click();
        assertThat(other.locator("main > .notice")).containsText(MEDICAL);
        assertThat(other.locator("#f-one-things-csv-1--promised_days")).hasValue("4");
        assertThat(other.locator("path.flow-hit[data-before='" + SEAL + "'][data-item='" + MEDICAL + "']"))
                .hasCount(1);
        noSeriousViolations(other);
        revisions.withdraw(draft.id(), LEAD);
    }
}
