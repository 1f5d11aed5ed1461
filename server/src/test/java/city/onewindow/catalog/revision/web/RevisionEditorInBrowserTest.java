package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.NewItem;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("浏览器里的事项编辑")
class RevisionEditorInBrowserTest extends EditorBrowserTest {

    private static final String RESULT = "#f-items-csv-0--result_doc";
    private static final String DAYS = "#f-items-csv-0--promised_days";
    private static final String LIAISON = "scjg-liaison";

    private String path = "";

    @BeforeEach
    void draft() {
        path = drafted("qysldj");
    }

    private String drafted(String code) {
        Actor liaison = SignedInAs.actor(LIAISON, "scjg", null, Role.LIAISON);
        Item copied = catalogs.current().itemByCode(code).orElseThrow();
        String name = "编辑事项" + UUID.randomUUID().toString().substring(0, 8);
        return "/revisions/"
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

    @Test
    @DisplayName("边填边保存；写错的指到那一格，改好就没有了；材料折叠着，可以加一份")
    void savedAsOneTypes() {
        Page page = editor(DESK);
        page.locator(RESULT).fill("营业执照（测试）");
        page.locator(DAYS).fill("三天");
        page.locator(DAYS).blur();
        assertThat(saved(page)).containsText("已保存");
        assertThat(page.locator("#check")).containsText("1 处要改正");
        page.locator("#f-items-csv-0--conditions").fill("符合其他条件");
        page.locator("#f-items-csv-0--conditions").blur();
        assertThat(page.locator("#check")).containsText("模糊条款");
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
    @DisplayName("刚改完就提交：确认时还在保存，存好了就提交，不再问第二遍")
    void confirmedWhileItIsBeingSaved() {
        Page page = editor(DESK);
        List<Route> held = new ArrayList<>();
        page.route("**/autosave", held::add);
        page.locator(RESULT).fill("营业执照（刚改的）");
        page.locator("button[formaction$='/submit']").click();
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#confirm [data-yes]").click();
        held.get(0).resume();
        assertThat(page.locator("main > .notice")).containsText("已提交");
        page.unroute("**/autosave");
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

    @Test
    @DisplayName("表单字段是一张密的表：名称在代码下面，用键盘加、移、删，错在那一格，各部分记着有几处错")
    void fieldsInATable() {
        Page page = editor(DESK);
        Locator rows = page.locator("#fields tbody > tr");
        int fields = rows.count();
        assertThat(rows.first().locator(".choice-name")).not().isEmpty();
        assertThat(page.locator("#materials details[open]")).hasCount(0);
        assertThat(page.locator(".fold-brief").first()).containsText("必要");

        rows.last().locator("input").first().focus();
        page.keyboard().press("Alt+a");
        Locator added = page.locator("#f-item-fields-csv-" + fields + "--data_element");
        assertThat(added).isFocused();
        page.keyboard().type("person_former_nam");
        assertThat(page.locator("#f-item-fields-csv-" + fields + "--order"))
                .not()
                .hasValue("");
        added.blur();
        assertThat(page.locator("#sections a[href='#fields'] .count")).isVisible();
        assertThat(page.locator("#f-item-fields-csv-" + fields + "--data_element-error"))
                .isVisible();
        added.fill("person_former_name");
        rows.last().locator("select").selectOption("选填");
        assertThat(rows.last().locator(".choice-name")).hasText("曾用名");
        added.focus();
        page.keyboard().press("Alt+ArrowUp");
        assertThat(rows.nth(fields - 1).locator("input").first()).isFocused();
        assertThat(rows.nth(fields - 1).locator("input").first()).hasValue("person_former_name");
        assertThat(page.locator("#sections .count")).hasCount(0);
        page.reload();
        assertThat(rows).hasCount(fields + 1);
        assertThat(rows.nth(fields - 1).locator("input").first()).hasValue("person_former_name");
        rows.nth(fields - 1).locator("[data-remove-row]").click();
        assertThat(rows).hasCount(fields);
        noSeriousViolations(page);
        screenshot(page, "revision-fields");
    }

    @Test
    @DisplayName("材料上移下移，用键盘也行，移了就保存，差别里看得出；预览有回到修改的路")
    void materialsInOrder() {
        Page page = editor(DESK);
        Locator titles = page.locator("#materials .fold-title");
        List<String> before = titles.allInnerTexts();
        page.locator("#materials [data-move-row='1']").first().focus();
        page.keyboard().press("Enter");
        assertThat(titles.first()).hasText(before.get(1));
        assertThat(saved(page)).containsText("已保存");
        page.reload();
        assertThat(titles.first()).hasText(before.get(1));
        page.locator("#materials summary").first().focus();
        page.keyboard().press("Alt+ArrowDown");
        assertThat(titles.first()).hasText(before.get(0));
        assertThat(saved(page)).containsText("已保存");
        noSeriousViolations(page);
        screenshot(page, "revision-materials");

        page.navigate(path + "/preview");
        assertThat(page.locator("main > .notice")).containsText("还没有发布");
        page.locator("main a[href='" + path + "']").click();
        assertThat(page).hasURL(Pattern.compile(path + "$"));
    }

    @Test
    @DisplayName("一般的事项，三四屏就看完")
    void notTooTall() {
        path = drafted("gzkzba");
        Page page = editor(DESK);
        screenshot(page, "revision-typical");
        // Little more than four screens of 900 pixels.
        assertThat(height(page)).isLessThan(3750);
    }

    @Test
    @DisplayName("中心看得懂改了什么：中文的列名，改名的还是那一份，增加、删去的按名称，长句只标出改了的几个字")
    void readByTheCentre() {
        Actor liaison = SignedInAs.actor("gaj-liaison", "gaj", null, Role.LIAISON);
        String name = catalogs.current().itemByCode("gzkzba").orElseThrow().name();
        Revision revision = revisions.begin(Revision.Kind.ITEM, name, liaison);
        Map<String, List<Map<String, String>>> rows =
                new HashMap<>(revision.rows().rows());
        List<Map<String, String>> materials = new ArrayList<>(revision.rows().of("materials.csv"));
        Map<String, String> renamed = new HashMap<>(materials.get(0));
        renamed.put("material", "改了名称的材料");
        materials.set(0, renamed);
        materials.remove(1);
        rows.put("materials.csv", materials);
        List<Map<String, String>> fields = new ArrayList<>(revision.rows().of("item-fields.csv"));
        fields.add(Map.of("item", name, "data_element", "person_former_name", "required", "选填", "order", "9990"));
        rows.put("item-fields.csv", fields);
        Map<String, String> own = new HashMap<>(revision.rows().of("items.csv").get(0));
        own.put("legal_basis", own.get("legal_basis") + "；第九条");
        rows.put("items.csv", List.of(own));
        revisions.save(revision.id(), rows, revision.saves(), liaison);
        Page page = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        page.navigate("/revisions/" + revision.id());
        Locator changes = page.locator("#changes");
        assertThat(changes).containsText("材料「改了名称的材料」");
        assertThat(changes).containsText("删去");
        assertThat(changes).containsText("表单字段「曾用名」");
        assertThat(changes.locator("ins").first()).hasText("第九条");
        noSeriousViolations(page);
        screenshot(page, "revision-manager");
        revisions.withdraw(revision.id(), liaison);
    }

    @Test
    @DisplayName("宽屏上指南的预览在旁边，保存了就跟着变；从各部分的链接一下就到；手机上也能用")
    void besideTheEditor() {
        Page page = editor(DESK);
        FrameLocator guide = page.frameLocator("#beside");
        assertThat(guide.locator("h1")).containsText("编辑事项");
        page.locator("#sections a[href='#fields']").click();
        assertThat(page.locator("#fields h2")).isInViewport();
        assertThat(page.locator("#beside")).isInViewport();
        page.locator(RESULT).fill("旁边看得见的结果");
        page.locator(RESULT).blur();
        assertThat(guide.locator("body")).containsText("旁边看得见的结果");
        page.setViewportSize(390, 800);
        assertThat(page.locator("#beside")).isHidden();
        noSeriousViolations(page);
        screenshot(page, "revision-390");
        page.setViewportSize(DESK, 900);
        page.evaluate("document.documentElement.dataset.type = 'large'");
        noSeriousViolations(page);
        screenshot(page, "revision-large");
    }

    private static int height(Page page) {
        return (int) page.evaluate("document.documentElement.scrollHeight");
    }
}
