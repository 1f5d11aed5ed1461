package city.onewindow;

import static city.onewindow.ServiceCentre.INSURANCE;
import static city.onewindow.ServiceCentre.INVOICES;
import static city.onewindow.ServiceCentre.REGISTRATION;
import static city.onewindow.ServiceCentre.SEAL;
import static city.onewindow.ServiceCentre.lane;
import static city.onewindow.ServiceCentre.track;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the house is for, walked in a browser as its people walk it. Read it as the specification. */
@DisplayName("企业开办，从指南到出件")
class ErrandInBrowserTest extends BrowserTest {

    private ServiceCentre centre;

    @BeforeEach
    void open() {
        centre = new ServiceCentre(account -> signedIn(account, DemoAccounts.PASSWORD, DESK));
    }

    @Test
    @DisplayName("查指南、窗口受理、各部门并联审批、先领一部分再领其余、办结、查进度、验文书")
    void fromGuideToHandOver() {
        Page applicant = visitor(PHONE);
        readTheGuide(applicant);

        String number = accepted();
        String code = centre.queryCode();

        // Only what waits for nothing is open.
        assertThat(centre.inbox("gaj-review", number)).isEmpty();
        centre.grant(number, "scjg", REGISTRATION);
        assertThat(centre.inbox("sbzx-review", number)).containsExactly(INSURANCE);
        assertThat(centre.inbox("swj-review", number)).as("waits for the seal").isEmpty();

        Page issuing = centre.handOver(number, REGISTRATION);
        assertThat(issuing.locator("main > .notice")).containsText("已交付 1 项结果");
        assertThat(issuing.getByText("还在办理")).containsText(SEAL);

        centre.grant(number, "gaj", SEAL);
        centre.grant(number, "sbzx", INSURANCE);
        centre.grant(number, "swj", INVOICES);
        centre.handOver(number, SEAL, INSURANCE, INVOICES);
        assertThat(issuing.locator("main > .notice")).containsText("已交付 3 项结果");
        assertThat(issuing.locator(".facts").first()).containsText("已办结");

        track(applicant, number, code);
        assertThat(applicant.locator(".facts")).containsText("已办结");
        for (String item : new String[] {REGISTRATION, SEAL, INSURANCE, INVOICES}) {
            assertThat(lane(applicant, item).locator(".lane-status")).containsText("准予");
            assertThat(lane(applicant, item)).containsText("送达");
        }
        verify(applicant, issuing.locator("td[data-label=送达回证] a").first().getAttribute("href"));
    }

    /** From the home page, by what the applicant would call it; the answers change what the errand is. */
    private static void readTheGuide(Page applicant) {
        applicant.navigate("/");
        applicant.locator("#search-q").fill("开公司");
        applicant.locator("#search-q").press("Enter");
        applicant.locator("main").getByText(ServiceCentre.ERRAND).first().click();
        Locator items = applicant.locator("#items");
        assertThat(items).containsText("银行开户预约");
        applicant.locator("#a-q_bank_book-no").check();
        assertThat(items).not().containsText("银行开户预约");
        applicant.locator("#a-q_open_hf-none").check();
        assertThat(items).not().containsText("住房公积金");
        assertThat(items).containsText(SEAL);
        assertThat(applicant.locator("#materials")).containsText("章程");
    }

    /** Whoever is shown a document types in the code that is printed on it. */
    private static void verify(Page anybody, String pdf) {
        anybody.navigate("/documents");
        anybody.locator("[name=code]").fill(pdf.replaceAll("/documents/(.*)/pdf", "$1"));
        anybody.locator("[name=code]").press("Enter");
        assertThat(anybody.locator("main .notice")).hasClass(Pattern.compile("tone-good"));
        assertThat(anybody.locator(".facts")).containsText("送达回证");
    }

    @Test
    @DisplayName("一项不予：等它的事项终止，别的照办，申请人查得到理由、依据和救济途径")
    void denial() {
        String number = accepted();
        String code = centre.queryCode();
        centre.grant(number, "scjg", REGISTRATION);
        centre.review(number, "gaj", SEAL);
        centre.deny(number, "gaj", SEAL, "刻章单位不在备案名录内。", "印铸刻字业暂行管理规则");

        assertThat(centre.inbox("swj-review", number)).isEmpty();
        centre.grant(number, "sbzx", INSURANCE);
        Page applicant = visitor(PHONE);
        track(applicant, number, code);
        assertThat(lane(applicant, REGISTRATION).locator(".lane-status")).containsText("准予");
        assertThat(lane(applicant, SEAL).locator(".lane-status")).containsText("不予");
        assertThat(lane(applicant, SEAL).locator(".lane-note"))
                .containsText("理由：刻章单位不在备案名录内。依据：印铸刻字业暂行管理规则。不服的，可以自收到决定书之日起六十日内申请行政复议");
        assertThat(lane(applicant, INVOICES).locator(".lane-status")).containsText("终止");
        assertThat(lane(applicant, INVOICES).locator(".lane-note")).containsText("理由：前序事项「" + SEAL + "」不予");
        assertThat(lane(applicant, INSURANCE).locator(".lane-status")).containsText("准予");

        // The decision in writing is handed over like any result, and with it the case is at its end.
        Page issuing = centre.handOver(number, REGISTRATION, SEAL, INSURANCE);
        assertThat(issuing.locator("aside")).containsText("不予");
        assertThat(issuing.locator(".facts").first()).containsText("已办结");
    }

    @Test
    @DisplayName("一次告知全部，两天后补来，受理；没告知过的不得再提")
    void noticeAndReturn() {
        String number = centre.begin();
        centre.fillTheForm();
        centre.checkMaterialsBut(Set.of("ARTICLES"));
        Page clerk = centre.clerk();
        clerk.keyboard().press("Alt+g");
        assertThat(clerk.locator("#notify tbody tr")).hasCount(1);
        clerk.keyboard().press("Enter");
        clerk.waitForURL("**/desk/" + number);
        assertThat(clerk.locator(".papers")).containsText("补正材料一次性告知书");

        clock.forward(Duration.ofDays(2));
        clerk.navigate("/desk?q=" + number);
        clerk.locator(".work-head").getByText("继续办理").click();
        clerk.waitForURL("**/form");
        clerk.locator("#dossier-tabs").getByText("材料与决定").click();
        Locator appointment = clerk.locator("#m-APPOINT_DOC");
        appointment.locator("summary").click();
        appointment.locator("[name=point]").first().uncheck();
        assertThat(clerk.locator("#decisions")).containsText("上次没有告知");
        appointment.locator("[name=point]").first().check();
        clerk.locator("#m-ARTICLES [data-all-met]").click();
        assertThat(clerk.locator("#decisions h2")).hasText("材料齐全，可以受理");
        centre.accept(number);
        assertThat(clerk.locator(".papers")).containsText("受理通知书");
        assertThat(centre.inbox("scjg-review", number)).containsExactly(REGISTRATION);
    }

    @Test
    @DisplayName("容缺的凭签署的承诺受理；不缺材料的先出件；补交以后不再待补")
    void deferred() {
        String number = centre.begin();
        centre.fillTheForm();
        centre.checkMaterialsBut(Set.of("TAX_INFO"));
        Page clerk = centre.clerk();
        clerk.locator("#m-TAX_INFO [value=DEFERRED]").check();
        assertThat(clerk.locator("#decisions h2")).hasText("还有 1 份后补，可以容缺受理");
        assertThat(clerk.locator("#decisions")).containsText("容缺受理（1 份后补）");
        clerk.keyboard().press("Alt+s");
        assertThat(clerk.locator("#promise")).containsText("承诺于");
        clerk.locator("#f-promisedBy").fill("");
        clerk.keyboard().press("Control+Enter");
        assertThat(clerk.locator("#f-promisedBy-error")).containsText("签署");
        clerk.locator("#f-promisedBy").fill("张示例");
        clerk.keyboard().press("Control+Enter");
        clerk.waitForURL("**/desk/" + number);
        assertThat(clerk.locator(".result h2")).containsText("还有 1 份材料待补");
        assertThat(clerk.locator(".papers li")).hasCount(3);

        centre.grant(number, "scjg", REGISTRATION);
        Page issuing = centre.handOver(number, REGISTRATION);
        // What is to follow is of another item: the registration waits for nothing.
        assertThat(issuing.locator("main > .notice")).containsText("已交付 1 项结果");

        clerk.navigate("/desk?status=AWAITED");
        clerk.getByText(number).click();
        clerk.locator("[data-all-met]").click();
        assertThat(clerk.locator(".result h2")).hasText("已受理");
    }

    private String accepted() {
        String number = centre.begin();
        centre.fillTheForm();
        centre.checkMaterialsBut(Set.of());
        centre.accept(number);
        return number;
    }
}
