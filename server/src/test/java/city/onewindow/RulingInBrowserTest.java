package city.onewindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Applicant;
import city.onewindow.issuance.Issuance;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Taker;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.notice.DocumentKind;
import city.onewindow.notice.Format;
import city.onewindow.notice.IssuedDocument;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 复议、诉讼结果 in a browser, from a denial that was handed over to the page that verifies it. */
@DisplayName("复议撤销不予决定，从登记到核验旧文书和再次不予")
class RulingInBrowserTest extends BrowserTest {

    private static final Actor REVIEWER = SignedInAs.actor("scjg-review", "scjg", null, Role.REVIEWER);
    private static final Actor DECIDER = SignedInAs.actor("first-decider", "scjg", null, Role.DECIDER);
    private static final Actor ISSUER = SignedInAs.actor("issuer", "zwfw", "ck", Role.ISSUING_CLERK);

    @Autowired
    private Approval approval;

    @Autowired
    private Issuance issuance;

    @Test
    @DisplayName("缺的一次说全；登记后旧文书按码、按文件都说是谁撤销的；办件重开；同样的决定要写明不同之处")
    void fromRulingToVerification() {
        String number = startups.accept();
        String item = startups.item(ServiceCentre.REGISTRATION);
        approval.review(number, item, Recommendation.DENY, "住所证明不符。", REVIEWER, null);
        approval.deny(number, item, "住所证明不符。", "某法第二条", DECIDER, null);
        Applicant applicant = intake.applicantOfCase(number);
        issuance.handOver(
                number,
                List.of(item),
                new Taker(applicant.name(), Relation.SELF, applicant.idType(), applicant.idNumber(), ""),
                ISSUER,
                new IdempotencyKey("ruling-" + number));
        IssuedDocument denial = documents.bySubject(number).stream()
                .filter(document -> document.kind() == DocumentKind.DENIAL)
                .findFirst()
                .orElseThrow();
        byte[] pdf = documents.read(denial.verifyCode(), Format.PDF, "public").content();

        String matter = "/matters/" + number + "/" + item;
        Page decider = signedIn("scjg-decide", DemoAccounts.PASSWORD, DESK);
        decider.navigate(matter);
        decider.getByText("登记复议、诉讼结果").click();
        assertThat(decider.locator("h1")).containsText("登记复议、诉讼结果");
        noSeriousViolations(decider);
        submit(decider);
        assertThat(decider.locator("main")).containsText("请选择裁决结果");
        String today = LocalDate.now(clock).toString();
        decider.locator("[name=organ][value=REVIEW_ORGAN]").check();
        decider.locator("[name=organName]").fill("洛阳市人民政府");
        decider.locator("[name=document]").fill("洛政复决〔2026〕12号");
        decider.locator("[name=dated]").fill(today);
        decider.locator("[name=reachedOn]").fill(today);
        decider.locator("[name=kind][value=DECIDE_ANEW]").check();
        decider.locator("[name=rules]").fill("撤销该不予决定，责令在三十日内重新作出决定。");
        decider.locator("[name=days]").fill("30");
        decider.locator("[name=unit]").selectOption("NATURAL");
        screenshot(decider, "ruling");
        submit(decider);
        assertThat(decider.locator("main > .notice")).containsText("已登记复议、诉讼结果");
        assertThat(decider.locator("main")).containsText("洛政复决〔2026〕12号");
        noSeriousViolations(decider);
        screenshot(decider, "matter-reopened");

        Page anybody = visitor(PHONE);
        anybody.navigate("/documents/" + denial.verifyCode());
        assertThat(anybody.locator("main .notice").first()).hasClass(Pattern.compile("tone-bad"));
        assertThat(anybody.locator("main .notice").first()).containsText("洛阳市人民政府 洛政复决〔2026〕12号");
        noSeriousViolations(anybody);
        screenshot(anybody, "document-set-aside");
        anybody.locator("[name=file]").setInputFiles(new FilePayload("旧文书.pdf", "application/pdf", pdf));
        anybody.locator("form[action='/documents/check'] button").click();
        assertThat(anybody.locator("main .notice").first()).containsText("洛政复决〔2026〕12号");

        approval.review(number, item, Recommendation.DENY, "住所证明不符。", REVIEWER, null);
        decider.navigate(matter);
        decider.locator("[name=act][value=DENY]").check();
        decider.locator("[name=reason]").fill("住所证明不符。");
        submit(decider);
        assertThat(decider.locator("#f-different-error")).isVisible();
        decider.locator("[name=different]").fill("另查明房屋已被查封。");
        submit(decider);
        assertThat(decider.locator("main > .notice")).containsText("已办理“不予”");
    }

    private static void submit(Page page) {
        page.locator("[data-submits]").click();
        page.locator("#confirm [data-yes]").click();
    }
}
