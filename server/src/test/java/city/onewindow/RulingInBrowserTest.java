package city.onewindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.Ruling;
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
import com.microsoft.playwright.Locator;
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
    private static final Actor CERTIFIER = SignedInAs.actor("scjg-certify", "scjg", null, Role.CERTIFIER);
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
        handOver(number, item);
        IssuedDocument denial = document(number, DocumentKind.DENIAL);
        byte[] pdf = documents.read(denial.verifyCode(), Format.PDF, "public").content();

        String matter = "/matters/" + number + "/" + item;
        Page decider = signedIn("scjg-decide", DemoAccounts.PASSWORD, DESK);
        decider.navigate(matter);
        decider.getByText("登记复议、诉讼结果").click();
        assertThat(decider.locator("h1")).containsText("登记复议、诉讼结果");
        noSeriousViolations(decider);
        isMissed(decider, "kind");
        fill(decider, Ruling.Kind.DECIDE_ANEW, "洛政复决〔2026〕12号", "撤销该不予决定，责令在三十日内重新作出决定。");
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
        isMissed(decider, "different");
        decider.locator("[name=different]").fill("另查明房屋已被查封。");
        submit(decider);
        assertThat(decider.locator("main > .notice")).containsText("已办理“不予”");
    }

    @Test
    @DisplayName("维持、确认违法不改决定；变更为准予的去制证；变更为不予的等出件；撤销不责令重作的办结")
    void otherRulings() {
        String item = startups.item(ServiceCentre.REGISTRATION);
        Page decider = signedIn("scjg-decide", DemoAccounts.PASSWORD, DESK);
        String denied = startups.accept();
        approval.review(denied, item, Recommendation.DENY, "住所证明不符。", REVIEWER, null);
        approval.deny(denied, item, "住所证明不符。", "某法第二条", DECIDER, null);
        handOver(denied, item);
        rule(decider, denied, Ruling.Kind.UPHELD, "洛政复决〔2026〕21号", "维持该不予决定。");
        assertThat(status(decider)).containsText("不予");
        rule(decider, denied, Ruling.Kind.UNLAWFUL, "（2026）豫0303行初22号", "确认该不予决定违法。");
        assertThat(status(decider)).containsText("不予");
        assertThat(decider.locator("main")).containsText("（2026）豫0303行初22号");
        rule(decider, denied, Ruling.Kind.CHANGED_TO_GRANT, "洛政复决〔2026〕23号", "变更为准予设立登记。");
        assertThat(status(decider)).containsText("制证");
        noSeriousViolations(decider);
        screenshot(decider, "ruling-changed-to-grant");
        Page certifier = signedIn("scjg-certify", DemoAccounts.PASSWORD, DESK);
        certifier.navigate("/matters/" + denied + "/" + item);
        certifier.getByLabel("证照（文书）编号").fill("91410300MA00000023");
        certifier.locator("#act [data-submits]").click();
        assertThat(certifier.locator("main > .notice")).containsText("已办理“制证”");

        String granted = granted(item);
        rule(decider, granted, Ruling.Kind.CHANGED_TO_DENIAL, "洛政复决〔2026〕24号", "变更为不予设立登记。");
        assertThat(status(decider)).containsText("不予，待领取");
        noSeriousViolations(decider);
        screenshot(decider, "ruling-changed-to-denial");

        String fallen = granted(item);
        rule(decider, fallen, Ruling.Kind.SET_ASIDE, "洛政复决〔2026〕25号", "撤销该准予决定。");
        assertThat(status(decider)).containsText("撤销");
        assertThat(decider.locator("#act")).containsText("本事项已经办结。");
        Page anybody = visitor(PHONE);
        anybody.navigate("/documents/" + document(fallen, DocumentKind.GRANT).verifyCode());
        assertThat(anybody.locator("main .notice").first()).containsText("洛政复决〔2026〕25号");
    }

    @Test
    @DisplayName("正在办的责令履行：写明到哪一天，期限不填的先说；待领取的不予被撤销重作，重新审查")
    void beforeHandover() {
        String item = startups.item(ServiceCentre.REGISTRATION);
        Page decider = signedIn("scjg-decide", DemoAccounts.PASSWORD, DESK);
        String open = startups.accept();
        decider.navigate("/matters/" + open + "/" + item);
        decider.getByText("登记复议、诉讼结果").click();
        assertThat(decider.locator("[name=kind][value=DECIDE_ANEW]")).hasCount(0);
        fill(decider, Ruling.Kind.ORDERED, "洛政复决〔2026〕31号", "责令在三十日内对申请作出决定。");
        isMissed(decider, "days");
        decider.locator("[name=days]").fill("30");
        decider.locator("[name=unit]").selectOption("NATURAL");
        submit(decider);
        assertThat(decider.locator("main > .notice")).containsText("已登记复议、诉讼结果");
        assertThat(status(decider)).containsText("审查");
        assertThat(decider.locator("main")).containsText("洛阳市人民政府 洛政复决〔2026〕31号");
        assertThat(decider.locator("main")).containsText("责令履行，限期作出决定");
        noSeriousViolations(decider);
        screenshot(decider, "ruling-ordered");

        approval.review(open, item, Recommendation.DENY, "住所证明不符。", REVIEWER, null);
        approval.deny(open, item, "住所证明不符。", "某法第二条", DECIDER, null);
        rule(decider, open, Ruling.Kind.DECIDE_ANEW, "洛政复决〔2026〕32号", "撤销该不予决定，责令重新作出决定。");
        assertThat(status(decider)).containsText("审查");
        screenshot(decider, "ruling-before-handover");
    }

    @Test
    @DisplayName("不予受理被撤销：中心在查办件输编号打开登记，窗口恢复办理，旧通知书说是谁撤销的")
    void refusal() {
        String number = startups.refuse();
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        manager.navigate("/cases");
        manager.locator("main input[name=text]").fill(number);
        manager.keyboard().press("Enter");
        assertThat(manager.locator("h1")).containsText("申请 " + number);
        assertThat(manager.locator("main")).containsText("不予受理通知书");
        isMissed(manager, "kind");
        paper(manager, "洛政复决〔2026〕41号", "撤销该不予受理决定。");
        manager.locator("[name=kind][value=REVOKED]").check();
        submit(manager);
        assertThat(manager.locator("main > .notice")).containsText("已登记复议、诉讼结果");
        assertThat(manager.locator("main")).containsText("洛政复决〔2026〕41号");
        assertThat(manager.locator("main")).containsText("复议诉讼结果执行告知书");
        noSeriousViolations(manager);
        screenshot(manager, "refusal-set-aside");

        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        clerk.navigate("/desk/" + number);
        assertThat(clerk.locator("main")).containsText("不予受理已被撤销，等窗口答复");
        assertThat(clerk.locator("main")).containsText("不能再不予受理");
        noSeriousViolations(clerk);
        screenshot(clerk, "refusal-reopened");
        clerk.navigate("/desk/" + number + "/materials");
        assertThat(clerk.locator("#decisions")).containsText("受理后由部门作出不予决定");
        assertThat(clerk.locator("[href='#refuse']")).hasCount(0);
        noSeriousViolations(clerk);
        clerk.navigate("/desk");
        assertThat(clerk.locator("main tr:has-text('" + number + "')")).containsText("不予受理已被裁决撤销");
        Page anybody = visitor(PHONE);
        anybody.navigate("/documents/" + document(number, DocumentKind.REFUSAL).verifyCode());
        assertThat(anybody.locator("main .notice").first()).containsText("洛政复决〔2026〕41号");
    }

    private String granted(String item) {
        String number = startups.accept();
        approval.review(number, item, Recommendation.GRANT, "材料齐全。", REVIEWER, null);
        approval.grant(number, item, "", DECIDER, null);
        approval.certify(number, item, "91410300MA" + number.substring(number.length() - 8), CERTIFIER, null);
        handOver(number, item);
        return number;
    }

    private void handOver(String number, String item) {
        Applicant applicant = intake.applicantOfCase(number);
        issuance.handOver(
                number,
                List.of(item),
                new Taker(applicant.name(), Relation.SELF, applicant.idType(), applicant.idNumber(), ""),
                ISSUER,
                new IdempotencyKey("ruling-" + number));
    }

    private IssuedDocument document(String number, DocumentKind kind) {
        return documents.bySubject(number).stream()
                .filter(document -> document.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void rule(Page decider, String number, Ruling.Kind kind, String document, String rules) {
        decider.navigate("/matters/" + number + "/" + startups.item(ServiceCentre.REGISTRATION));
        decider.getByText("登记复议、诉讼结果").click();
        fill(decider, kind, document, rules);
        submit(decider);
        assertThat(decider.locator("main > .notice")).containsText("已登记复议、诉讼结果");
        assertThat(decider.locator("main")).containsText(document);
    }

    private void fill(Page decider, Ruling.Kind kind, String document, String rules) {
        paper(decider, document, rules);
        decider.locator("[name=kind][value=" + kind + "]").check();
    }

    private void paper(Page decider, String document, String rules) {
        boolean court = document.startsWith("（");
        String today = LocalDate.now(clock).toString();
        decider.locator("[name=organ][value=" + (court ? "COURT" : "REVIEW_ORGAN") + "]")
                .check();
        decider.locator("[name=organName]").fill(court ? "洛阳市西工区人民法院" : "洛阳市人民政府");
        decider.locator("[name=document]").fill(document);
        decider.locator("[name=dated]").fill(today);
        decider.locator("[name=reachedOn]").fill(today);
        decider.locator("[name=rules]").fill(rules);
    }

    private static Locator status(Page page) {
        return page.locator(".lane-status").first();
    }

    /** The browser says that it is missing, before anything is asked or sent. */
    private static void isMissed(Page page, String field) {
        page.locator("[data-submits]").click();
        assertThat(page.locator("#confirm")).isHidden();
        assertThat(page.locator("[name=" + field + "]:invalid").first()).isVisible();
    }

    private static void submit(Page page) {
        page.locator("[data-submits]").click();
        page.locator("#confirm [data-yes]").click();
    }
}
