package city.onewindow.issuance.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.StartupCases;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("凭取件码领结果，在浏览器里")
class PickUpInBrowserTest extends BrowserTest {

    private static final Actor SCJG =
            SignedInAs.actor("scjg-all", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);

    @Autowired
    private Approval approval;

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
        noSeriousViolations(issuing);
        screenshot(issuing, "pick-up-issuing");
    }
}
