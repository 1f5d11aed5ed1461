package city.onewindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.DemoAccounts;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 告知承诺 in a browser, from the guide to a certificate that no longer holds. */
@DisplayName("告知承诺，从选择到撤销")
class DeclarationInBrowserTest extends BrowserTest {

    private static final String ITEM = "公众聚集场所投入使用、营业前消防安全检查";
    private static final LocatorAssertions.IsInViewportOptions WHOLE =
            new LocatorAssertions.IsInViewportOptions().setRatio(1);

    private static final String WHY = "现场核查发现安全出口被封堵。";

    @Test
    @DisplayName("看指南、窗口选承诺、签字、受理、凭承诺准予、制证、核查、撤销，扫码和交文件都说已撤销")
    void fromChoiceToRevocation() {
        String code = catalogs.current().itemNamed(ITEM).orElseThrow().code();
        Page applicant = visitor(PHONE);
        applicant.navigate("/items/" + code);
        assertThat(applicant.locator("main")).containsText("可以选择告知承诺办理");
        noSeriousViolations(applicant);
        screenshot(applicant, "declaration-guide");

        String number = accepted("410311199203030000");
        String matter = "/matters/" + number + "/" + code;
        Page decider = staff("xfjy-decide");
        decider.navigate("/inbox");
        decider.getByText("告知承诺").first().click();
        noSeriousViolations(decider);
        screenshot(decider, "declarations");
        decider.locator("a[href='" + matter + "#act']").click();
        noSeriousViolations(decider);
        screenshot(decider, "matter-declared");
        decider.locator("[data-submits]").click();
        assertThat(decider.locator("main > .notice")).containsText("已办理“凭承诺准予”");

        Page certifier = staff("xfjy-certify");
        certifier.navigate(matter);
        certifier.getByLabel("证照（文书）编号").fill("洛消安检字〔2026〕第0001号");
        certifier.keyboard().press("Control+Enter");
        assertThat(certifier.locator("main > .notice")).containsText("已办理“制证”");
        IssuedDocument certificate = document(number);
        byte[] pdf =
                documents.read(certificate.verifyCode(), Format.PDF, "public").content();
        verify(applicant, certificate, "tone-good");

        decider.navigate("/declarations");
        decider.locator("a[href='" + matter + "?act=CONFIRM#act']").click();
        decider.locator("[name=act][value=REVOKE]").check();
        noSeriousViolations(decider);
        screenshot(decider, "matter-revoke");
        decider.getByLabel("核查情况（理由）").fill(WHY);
        decider.getByLabel("申请人的陈述、申辩").fill("申请人认可。");
        decider.locator("[data-submits]").click();
        decider.locator("#confirm [data-yes]").click();
        assertThat(decider.locator("main > .notice")).containsText("已办理“撤销决定”");
        decider.navigate(matter);
        noSeriousViolations(decider);
        screenshot(decider, "matter-revoked");

        verify(applicant, certificate, "tone-bad");
        assertThat(applicant.locator("main .notice").first()).containsText(WHY);
        noSeriousViolations(applicant);
        screenshot(applicant, "verification-revoked");
        applicant.locator("[name=file]").setInputFiles(new FilePayload("证书.pdf", "application/pdf", pdf));
        applicant.locator("form[action='/documents/check'] button").click();
        assertThat(applicant.locator("main .notice").first()).containsText("已撤销");
        noSeriousViolations(applicant);

        restore(decider, matter);
        verify(applicant, certificate, "tone-good");
        assertThat(applicant.locator("main .notice").nth(1)).containsText("洛阳市人民政府 洛政复决〔2026〕31号");
        noSeriousViolations(applicant);
        screenshot(applicant, "verification-restored");
    }

    /** The organ of review sets the revocation aside. */
    private void restore(Page decider, String matter) {
        decider.navigate(matter);
        decider.getByText("登记复议、诉讼结果").click();
        assertThat(decider.locator("[name=kind][value=DECIDE_ANEW]")).hasCount(0);
        String today = LocalDate.now(clock).toString();
        decider.locator("[name=organ][value=REVIEW_ORGAN]").check();
        decider.locator("[name=organName]").fill("洛阳市人民政府");
        decider.locator("[name=document]").fill("洛政复决〔2026〕31号");
        decider.locator("[name=dated]").fill(today);
        decider.locator("[name=reachedOn]").fill(today);
        decider.locator("[name=kind][value=RESTORED]").check();
        decider.locator("[name=rules]").fill("撤销该撤销决定。");
        noSeriousViolations(decider);
        decider.locator("[data-submits]").click();
        decider.locator("#confirm [data-yes]").click();
        assertThat(decider.locator("main > .notice")).containsText("已登记复议、诉讼结果");
        assertThat(decider.locator("main")).containsText("待核查");
        noSeriousViolations(decider);
        screenshot(decider, "matter-restored");
    }

    @Test
    @DisplayName("审查人在事项页撤回承诺，没有别的可办时也能")
    void takenBack() {
        String number = accepted("410311199304040005");
        String matter = "/matters/" + number + "/"
                + catalogs.current().itemNamed(ITEM).orElseThrow().code();
        Page reviewer = staff("xfjy-review");
        reviewer.navigate(matter);
        assertThat(reviewer.locator("a[href*='act=TAKE_BACK']")).hasText("撤回承诺");
        reviewer.locator("[name=recommendation][value=GRANT]").check();
        reviewer.getByLabel("审查意见").fill("材料齐全。");
        reviewer.locator("[data-submits]").click();
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“提出审查意见”");

        reviewer.navigate(matter);
        reviewer.getByLabel("撤回承诺的理由").fill("申请人书面要求撤回。");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "matter-take-back");
        reviewer.locator("[data-submits]").click();
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“撤回承诺”");
        reviewer.navigate(matter);
        assertThat(reviewer.locator("main")).containsText("已撤回承诺");
    }

    @Test
    @DisplayName("申请人到受理窗口撤回承诺，受理人员在办件页登记；没写理由的说明白")
    void takenBackAtTheWindow() {
        String number = accepted("410311199305050002");
        Page clerk = staff("clerk-ssdj");
        clerk.navigate("/cases/" + number);
        clerk.locator("a[href*='/declaration/']").click();
        noSeriousViolations(clerk);
        screenshot(clerk, "window-take-back");
        clerk.locator("[data-submits]").click();
        assertThat(clerk.locator("#f-reason-error")).isVisible();
        noSeriousViolations(clerk);
        clerk.getByLabel("撤回承诺的理由").fill("申请人当天到窗口书面提出。");
        clerk.locator("[data-submits]").click();
        assertThat(clerk.locator("main > .notice")).containsText("已登记撤回承诺");
        assertThat(clerk.locator("a[href*='/declaration/']")).hasCount(0);
    }

    @Test
    @DisplayName("申请人用手机查进度时撤回承诺，先问一次；英文页同样，晚了的写明还能怎么办")
    void takenBackOnline() {
        String number = accepted("41031119930606000X");
        String code = jdbc.sql("select query_code from approval.case_file where number = :number")
                .param("number", number)
                .query(String.class)
                .single();
        Page foreigner = visitor(PHONE);
        foreigner.navigate("/track?lang=en");
        foreigner.locator("[name=number]").fill(number);
        foreigner.locator("[name=code]").fill(code);
        foreigner.keyboard().press("Enter");
        assertThat(foreigner.locator("main")).containsText("Until it is granted you may take that back");
        assertThat(foreigner.locator(".top-nav [aria-current]")).isInViewport(WHOLE);
        noSeriousViolations(foreigner);
        screenshot(foreigner, "declaration-tracked-english");

        Page phone = visitor(PHONE);
        ServiceCentre.track(phone, number, code);
        assertThat(phone.locator("main")).containsText("准予以前可以撤回");
        noSeriousViolations(phone);
        Targets.areBigEnough(phone);
        nothingSticksOut(phone);
        screenshot(phone, "declaration-tracked");
        phone.locator("button:has-text('撤回承诺')").click();
        screenshot(phone, "declaration-take-back-sure");
        phone.locator("#confirm [data-yes]").click();
        assertThat(phone.locator("main")).containsText("已撤回承诺，改按一般程序办理");
        assertThat(phone.locator("button:has-text('撤回承诺')")).hasCount(0);
        noSeriousViolations(phone);
        screenshot(phone, "declaration-taken-back");

        foreigner.locator("button:has-text('Take the declaration back')").click();
        foreigner.locator("#confirm [data-yes]").click();
        assertThat(foreigner.locator("main .notice").first()).containsText("before anything is granted");
        assertThat(foreigner.locator("main .notice [lang='zh-CN']").first()).containsText("已经撤回");
        noSeriousViolations(foreigner);
        nothingSticksOut(foreigner);
        screenshot(foreigner, "declaration-late-english");
    }

    /** At the counter: picked, answered, filled in, signed, accepted. */
    private String accepted(String idNumber) {
        Page clerk = staff("clerk-ssdj");
        clerk.navigate("/desk/new");
        clerk.keyboard().type(ITEM);
        clerk.keyboard().press("Enter");
        assertThat(clerk.locator("#q_fire_promise-no")).isChecked();
        clerk.locator("#q_fire_promise-yes").check();
        clerk.locator("[name=name]").fill("张示例");
        clerk.locator("[name=idNumber]").fill(idNumber);
        clerk.locator("[name=phone]").fill("13800000000");
        noSeriousViolations(clerk);
        screenshot(clerk, "declaration-choice");
        clerk.keyboard().press("Control+Enter");
        clerk.waitForURL("**/form");
        String number = clerk.url().replaceAll(".*/desk/(.*)/form", "$1");
        clerk.getByText("用示范文本填充").click();
        assertThat(clerk.locator("#progress")).containsText("必填的都填好了");
        clerk.navigate("/desk/" + number + "/materials");
        for (Locator material : clerk.locator("[data-material]").all()) {
            assertThat(material).isVisible();
            clerk.keyboard().press("y");
        }
        assertThat(clerk.locator("#decisions h2")).hasText("材料齐全，可以受理");
        clerk.keyboard().press("Alt+s");
        assertThat(clerk.locator("#promise")).containsText(ITEM);
        noSeriousViolations(clerk);
        screenshot(clerk, "declaration-sign");
        clerk.keyboard().press("Control+Enter");
        assertThat(clerk.locator("#f-declaredBy-error")).containsText("签字");
        clerk.locator("#f-declaredBy").fill("张示例");
        clerk.keyboard().press("Control+Enter");
        clerk.waitForURL("**/desk/" + number);
        assertThat(clerk.locator(".papers")).containsText("告知承诺书");
        return number;
    }

    private void verify(Page anybody, IssuedDocument document, String tone) {
        anybody.navigate("/documents/" + document.verifyCode());
        assertThat(anybody.locator("main .notice").first()).hasClass(Pattern.compile(tone));
    }

    private IssuedDocument document(String number) {
        return documents.bySubject(number).stream()
                .filter(document -> document.kind() == DocumentKind.CERTIFICATE)
                .findFirst()
                .orElseThrow();
    }

    private Page staff(String account) {
        return signedIn(account, DemoAccounts.PASSWORD, DESK);
    }
}
