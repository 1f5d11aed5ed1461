package city.onewindow.issuance.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.StartupCases;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.intake.Reception;
import city.onewindow.intake.RemoteApplications;
import city.onewindow.kernel.IdType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("凭取件码领结果，在浏览器里")
class PickUpInBrowserTest extends BrowserTest {

    private static final Actor SCJG =
            SignedInAs.actor("scjg-all", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);

    private static final Actor GAJ =
            SignedInAs.actor("gaj-all", "gaj", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);

    @Autowired
    private Approval approval;

    @Autowired
    private OnlineApplications online;

    @Autowired
    private RemoteApplications remote;

    @Autowired
    private Reception reception;

    @Test
    @DisplayName("申请人在进度页看到取件码，出件人员输进去就是这件")
    void fromTrackingToTheWindow() {
        String number = startups.accept();
        String item = startups.item("企业设立登记(有限责任公司)");
        approval.review(number, item, Recommendation.GRANT, "齐全", SCJG, null);
        approval.grant(number, item, "", SCJG, null);
        approval.certify(number, item, "91410300MA0000000X", SCJG, null);

        Page phone = visitor(PHONE);
        phone.navigate("/track");
        phone.getByLabel("办件编号").fill(number);
        phone.getByLabel("查询码")
                .fill(intake.dossier(number, StartupCases.CLERK).application().queryCode());
        phone.keyboard().press("Enter");
        assertThat(phone.getByText("有结果可以领取")).isVisible();
        noSeriousViolations(phone);
        screenshot(phone, "pick-up-track");
        assertThat(printed(phone, "打印领证取件通知", "/track/pick-up-notice")).isEqualTo("application/pdf");
        assertThat(printed(phone, "打印授权委托书", "/track/letter-of-authority")).isEqualTo("application/pdf");
        String code =
                phone.locator("section[aria-labelledby=pick-up] dd").first().innerText();

        Page issuing = signedIn("issuing", DemoAccounts.PASSWORD, DESK);
        issuing.navigate("/issuing");
        issuing.locator("[name=number]").fill("000000-1-A");
        issuing.locator("[name=number]").press("Enter");
        assertThat(issuing.getByText("有一位输错了")).isVisible();
        noSeriousViolations(issuing);
        issuing.locator("[name=number]").fill(code);
        issuing.locator("[name=number]").press("Enter");
        issuing.waitForURL("**/issuing/" + number);
        assertThat(issuing.getByText("打印领证取件通知")).isVisible();
        assertThat(issuing.getByLabel("领取人姓名")).isFocused();
        noSeriousViolations(issuing);
        screenshot(issuing, "pick-up-issuing");
    }

    @Test
    @DisplayName("交给受托人、法定代表人：缺的一次说全，填了的还在；受托人要写授权依据；一项一项地交")
    void toSomebodyElse() {
        String number = startups.accept();
        String registration = "企业设立登记(有限责任公司)";
        String seal = "公章刻制备案";
        certified(number, registration, SCJG);
        certified(number, seal, GAJ);
        Page issuing = signedIn("issuing", DemoAccounts.PASSWORD, DESK);
        issuing.navigate("/issuing/" + number);
        assertThat(issuing.getByLabel("授权依据")).isHidden();
        issuing.getByLabel(registration).uncheck();
        issuing.getByLabel("受托人").check();
        issuing.getByLabel("领取人姓名").fill("王代办");
        issuing.getByLabel("领取人证件号码").fill("410311198804040008");
        handOver(issuing);
        assertThat(issuing.getByLabel("授权依据")).isFocused();
        issuing.getByLabel("授权依据").fill("2026年11月4日授权委托书");
        handOver(issuing);
        assertThat(issuing.locator("#f-idNumber-error")).isVisible();
        assertThat(issuing.getByLabel("授权依据")).hasValue("2026年11月4日授权委托书");
        assertThat(issuing.getByLabel("领取人姓名")).hasValue("王代办");
        assertThat(issuing.getByLabel("受托人")).isChecked();
        assertThat(issuing.getByLabel(registration)).not().isChecked();
        judged(issuing, "handover-wrong");
        issuing.getByLabel("领取人证件号码").fill("410311198804040007");
        handOver(issuing);
        assertThat(issuing.locator("main > .notice")).containsText("已交付 1 项结果");
        assertThat(issuing.getByText("（受托人）")).isVisible();
        issuing.waitForPopup(() -> issuing.keyboard().press("p"));
        issuing.bringToFront();

        issuing.getByLabel("领取人姓名").fill("张示例");
        issuing.getByLabel("领取人证件号码").fill("410311199001010001");
        issuing.getByLabel("法定代表人").check();
        assertThat(issuing.getByLabel("授权依据")).isHidden();
        handOver(issuing);
        assertThat(issuing.locator("#f-relation-error")).containsText("申请人是个人，没有法定代表人");

        Applicant company = new Applicant(
                Applicant.Kind.ORGANISATION, "某公司", IdType.USCC, "91350100M000100Y43", "13800000000", null);
        String ofCompany = startups.acceptOf(company);
        certified(ofCompany, registration, SCJG);
        issuing.navigate("/issuing/" + ofCompany);
        issuing.getByLabel("领取人姓名").fill("赵法人");
        issuing.getByLabel("领取人证件号码").fill("410311198505050002");
        issuing.getByLabel("法定代表人").check();
        handOver(issuing);
        assertThat(issuing.locator("main > .notice")).containsText("已交付 1 项结果");
        assertThat(issuing.getByText("（法定代表人）")).isVisible();
        judged(issuing, "handed-over-to-others");
    }

    @Test
    @DisplayName("网上申请的：没有核验原件的不交付，说清楚核验什么；勾了才交")
    void originalsFirst() {
        AtHome home = new AtHome(online, catalogs);
        OpenedApplication opened = home.filledToApply();
        remote.apply(opened, null);
        String number = opened.number();
        home.lookedAt(number, intake);
        reception.accept(number, null, StartupCases.CLERK);
        certified(number, "企业设立登记(有限责任公司)", SCJG);
        Page issuing = signedIn("issuing", DemoAccounts.PASSWORD, DESK);
        issuing.navigate("/issuing/" + number);
        Locator originals = issuing.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("网上申请的，交付准予的结果前核验"));
        issuing.getByLabel("领取人姓名").fill("张示例");
        issuing.getByLabel("本人").check();
        issuing.getByLabel("领取人证件号码").fill("410311199001010001");
        handOver(issuing);
        assertThat(originals.locator(".error")).isVisible();
        assertThat(issuing.getByLabel("领取人姓名")).hasValue("张示例");
        judged(issuing, "originals-wrong");
        for (Locator original : originals.getByRole(AriaRole.CHECKBOX).all()) {
            original.check();
        }
        handOver(issuing);
        assertThat(issuing.locator("main > .notice")).containsText("已交付 1 项结果");
    }

    private void certified(String number, String name, Actor department) {
        String item = startups.item(name);
        approval.review(number, item, Recommendation.GRANT, "齐全", department, null);
        approval.grant(number, item, "", department, null);
        approval.certify(number, item, "示例字第" + number + "号", department, null);
    }

    private static void handOver(Page issuing) {
        issuing.getByRole(AriaRole.BUTTON, named("交付并出具送达回证")).click();
    }

    private static String printed(Page page, String button, String path) {
        return paperBeside(
                page,
                path,
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                        .click());
    }

    /** Wide and narrow. */
    private static void judged(Page page, String name) {
        noSeriousViolations(page);
        screenshot(page, name);
        page.setViewportSize(PHONE, 800);
        noSeriousViolations(page);
        screenshot(page, name + "-phone");
        page.setViewportSize(DESK, 900);
    }
}
