package city.onewindow.catalog.revision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.kernel.OfficeFiles;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("浏览器里从联络员附上表格，到百姓下载")
class OwnFormInBrowserTest extends EditorBrowserTest {

    private static final Actor LIAISON = SignedInAs.actor("gaj-liaison", "gaj", null, Role.LIAISON);
    private static final Actor LEAD = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);
    /** Of 印模信息, which is printed from the fields where its department has no form of its own. */
    private static final String CHOOSER = "#f-materials-csv-file-3--blank_form";

    private static final String CELL = "#f-materials-csv-3--blank_form";
    private static final byte[] CONTENT = OfficeFiles.docx("印模采集表");

    private final String name = "附表测试" + UUID.randomUUID().toString().substring(0, 8);

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

    private Page begun() {
        Page liaison = signedIn(LIAISON.account(), DemoAccounts.PASSWORD, DESK);
        liaison.navigate("/revisions");
        liaison.locator("#f-name").fill(name);
        liaison.locator("#f-from").selectOption("公章刻制备案");
        liaison.locator("form[method=post][action='/revisions'] button").click();
        assertThat(liaison.locator("h1")).containsText(name);
        return liaison;
    }

    private static Locator fold(Page page) {
        return page.locator("details.fold:has(" + CHOOSER + ")");
    }

    private static void choose(Page page, String file, byte[] content) {
        page.locator(CHOOSER).setInputFiles(new FilePayload(file, "application/octet-stream", content));
    }

    private static void confirmed(Page page, String button) {
        page.locator(button).click();
        page.locator("#confirm [data-yes]").click();
    }

    @Test
    @DisplayName("选好文件就附上，别处写的也保存了；有宏的说为什么；看得见差别，打得开；发布后手机上下载到原样的文件")
    void fromTheLiaisonToThePublic() throws IOException {
        Page liaison = begun();
        fold(liaison).locator("summary").click();
        liaison.locator("#f-items-csv-0--result_doc").fill("印章备案证明");
        choose(liaison, "宏.docx", OfficeFiles.packed("", "word/document.xml", "word/vbaProject.bin"));
        assertThat(liaison.locator("main > .notice")).containsText("“宏.docx”没有附上：文件里有宏");
        assertThat(liaison.locator("#f-items-csv-0--result_doc")).hasValue("印章备案证明");

        fold(liaison).locator("summary").click();
        choose(liaison, "印模采集表.docx", CONTENT);
        assertThat(liaison.locator("main > .notice")).containsText("已附上“印模采集表.docx”");
        assertThat(liaison.locator(CELL + " option:checked")).hasText("印模采集表.docx");
        assertThat(liaison.locator(CELL)).isVisible();
        noSeriousViolations(liaison);
        screenshot(liaison, "revision-own-form");
        liaison.setViewportSize(360, 740);
        Assertions.assertThat((Boolean) liaison.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out on a phone")
                .isTrue();
        String path = liaison.url().replaceAll("#.*", "");
        confirmed(liaison, "button[formaction$='/submit']");

        Page lead = signedIn(LEAD.account(), DemoAccounts.PASSWORD, DESK);
        lead.navigate(path);
        lead.locator("#materials details.fold >> nth=3").locator("summary").click();
        Download shown = lead.waitForDownload(
                () -> lead.locator("#materials a[href*='/forms/']").click());
        Assertions.assertThat(Files.readAllBytes(shown.path())).isEqualTo(CONTENT);
        confirmed(lead, "form[action$='/approve'] button");
        Page centre = signedIn(CENTRE.account(), DemoAccounts.PASSWORD, DESK);
        centre.navigate(path);
        confirmed(centre, "form[action$='/publish'] button");
        assertThat(centre.locator("main > .notice")).containsText("已发布");

        Item item = catalogs.current().itemNamed(name).orElseThrow();
        Page applicant = visitor(PHONE);
        applicant.navigate("/items/" + item.code());
        applicant.locator(".kind-printed > summary").click();
        Locator link = applicant.locator("a[href$='/blank']");
        assertThat(link).containsText("DOCX · 1 KB");
        noSeriousViolations(applicant);
        screenshot(applicant, "guide-own-form");
        Download download = applicant.waitForDownload(link::click);
        Assertions.assertThat(download.suggestedFilename()).isEqualTo("印模采集表.docx");
        Assertions.assertThat(Files.readAllBytes(download.path())).isEqualTo(CONTENT);
    }

    @Test
    @DisplayName("去掉附的文件：选“不附这个文件”，自动保存；另一个人同时换了文件，知道自己晚了")
    void removedAndContested() {
        Page liaison = begun();
        fold(liaison).locator("summary").click();
        choose(liaison, "甲.docx", OfficeFiles.docx("甲"));
        assertThat(liaison.locator(CELL + " option:checked")).hasText("甲.docx");
        Page other = signedIn(LIAISON.account(), DemoAccounts.PASSWORD, DESK);
        other.navigate(liaison.url());

        liaison.locator(CELL).selectOption("");
        assertThat(saved(liaison)).containsText("已保存");
        liaison.reload();
        assertThat(liaison.locator(CELL)).hasCount(0);

        String longest = "乙".repeat(195) + ".docx";
        choose(other, longest, OfficeFiles.docx("乙"));
        assertThat(other.locator("#mine")).containsText("空白表格");
        assertThat(other.locator("#mine")).containsText(longest);
    }
}
