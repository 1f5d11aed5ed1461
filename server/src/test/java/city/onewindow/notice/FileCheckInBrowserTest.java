package city.onewindow.notice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("在浏览器里核验收到的文件")
class FileCheckInBrowserTest extends BrowserTest {

    @Test
    @DisplayName("手机上、没有脚本也能核验；看得出真假，没有严重的无障碍问题")
    void onAPhone() {
        FairCopy copy = documents.fairCopy(Prototypes.acceptance("王小明"));
        jdbc.sql("select notice.issue(:copy::notice.fair_copy)")
                .param("copy", copy.row())
                .query(String.class)
                .single();
        byte[] ofd = documents.read(copy.verifyCode(), Format.OFD, "public").content();

        Page bare = visitor(PHONE, false);
        check(bare, ofd);
        assertThat(bare.locator("main .notice")).hasClass(Pattern.compile("tone-good"));
        assertThat(bare.locator("main")).containsText("完好，由本中心的证书签署");

        Page page = visitor(PHONE);
        check(page, OfdParts.of(ofd).with("/added.xml", "<a/>").packed());
        assertThat(page.locator("main .notice")).hasClass(Pattern.compile("tone-bad"));
        assertThat(page.locator("main")).containsText("已破坏");
        noSeriousViolations(page);
        check(page, new byte[] {1, 2, 3});
        assertThat(page.locator("main")).containsText("这不是 PDF 也不是 OFD 文件");
        noSeriousViolations(page);
    }

    private static void check(Page page, byte[] file) {
        page.navigate("/documents");
        page.locator("[name=file]").setInputFiles(new FilePayload("文书.ofd", "application/ofd", file));
        page.locator("form[action='/documents/check'] button").click();
    }
}
