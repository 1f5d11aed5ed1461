package city.onewindow.approval.web;

import static city.onewindow.approval.StartupCases.CLERK;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("审批和出件，在浏览器里")
class ApprovalBrowserTest extends BrowserTest {

    private String number = "";
    private String matter = "";

    @BeforeEach
    void aCase() {
        number = startups.accept();
        matter = "/matters/" + number + "/" + startups.item("企业设立登记(有限责任公司)");
    }

    @Test
    @DisplayName("审查、决定、制证、出件全用键盘办完，每一页都没有严重的无障碍问题")
    void byKeyboard() {
        Page reviewer = staff("scjg-review");
        reviewer.navigate("/inbox");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "inbox");
        reviewer.navigate(matter);
        noSeriousViolations(reviewer);
        screenshot(reviewer, "matter");
        reviewer.getByLabel("建议准予").focus();
        reviewer.keyboard().press("Space");
        reviewer.keyboard().press("Tab");
        reviewer.keyboard().type("材料齐全，符合法定形式。");
        reviewer.keyboard().press("Control+Enter");
        assertThat(reviewer).hasURL("http://localhost:" + port + "/inbox");
        assertThat(reviewer.getByText("已办理“提出审查意见”")).containsText("办件 " + matter.split("/")[2]);

        Page decider = staff("scjg-decide");
        decider.navigate(matter);
        decider.keyboard().press("Control+Enter");
        assertThat(decider.locator("#confirm")).isHidden();
        decider.getByLabel("不予").first().focus();
        decider.keyboard().press("Space");
        assertThat(decider.getByLabel("法律依据")).isVisible();
        noSeriousViolations(decider);
        screenshot(decider, "matter-decide");
        decider.getByLabel("准予").first().focus();
        decider.keyboard().press("Space");
        assertThat(decider.getByLabel("法律依据")).isHidden();
        decider.keyboard().press("Control+Enter");
        assertThat(decider.locator("#confirm")).containsText("确定“准予”吗？");
        assertThat(decider.locator("#confirm [data-note]")).containsText("出具准予决定书");
        confirm(decider, "提交");
        assertThat(decider).hasURL("http://localhost:" + port + "/inbox");

        Page certifier = staff("scjg-certify");
        certifier.navigate(matter);
        certifier.getByLabel("证照（文书）编号").fill("91410300MA00000000");
        certifier.keyboard().press("Control+Enter");
        assertThat(certifier).hasURL("http://localhost:" + port + "/inbox");

        Page issuer = staff("issuing");
        issuer.navigate("/issuing");
        noSeriousViolations(issuer);
        screenshot(issuer, "issuing");
        issuer.navigate("/issuing/" + number);
        noSeriousViolations(issuer);
        screenshot(issuer, "handover");
        issuer.getByLabel("领取人姓名").fill("张示例");
        issuer.getByLabel("本人").focus();
        issuer.keyboard().press("Space");
        issuer.getByLabel("领取人证件号码").fill("410311199001010001");
        issuer.keyboard().press("Control+Enter");
        assertThat(issuer.getByText("请打印送达回证")).isVisible();
        noSeriousViolations(issuer);
        screenshot(issuer, "handed-over");
    }

    @Test
    @DisplayName("只用键盘：跳到侧栏就能审，审完回到待办，焦点在下一件上")
    void oneAfterTheOther() {
        startups.accept();
        Page reviewer = staff("scjg-review");
        reviewer.navigate(matter);
        reviewer.keyboard().press("Tab");
        reviewer.keyboard().press("Tab");
        reviewer.keyboard().press("Enter");
        assertThat(reviewer.locator("#aside")).isFocused();
        reviewer.getByLabel("建议准予").focus();
        reviewer.keyboard().press("Space");
        reviewer.getByLabel("审查意见").fill("材料属实。");
        reviewer.keyboard().press("Control+Enter");
        assertThat(reviewer).hasURL("http://localhost:" + port + "/inbox");
        assertThat(reviewer.locator("td.first a").first()).isFocused();
    }

    @Test
    @DisplayName("领取、改由我办；全选后批量提出审查意见；电脑和手机上都没有严重的无障碍问题")
    void pooledAndTogether() {
        startups.accept();
        Page reviewer = staff("scjg-review");
        reviewer.navigate(matter);
        reviewer.getByRole(AriaRole.BUTTON, named("领取")).press("Enter");
        assertThat(reviewer.getByText("由您办理。")).isVisible();
        noSeriousViolations(reviewer);
        screenshot(reviewer, "matter-held");
        reviewer.navigate("/inbox?step=REVIEW");
        reviewer.getByLabel("选择本页全部").press("Space");
        assertThat(reviewer.locator("input[name=matter]:not(:checked)")).hasCount(0);
        noSeriousViolations(reviewer);
        screenshot(reviewer, "inbox-chosen");
        reviewer.getByLabel("选择本页全部").press("Space");
        reviewer.locator("input[name=matter]").first().press("Space");
        reviewer.getByRole(AriaRole.BUTTON, named("批量办理所选")).press("Enter");
        noSeriousViolations(reviewer);
        reviewer.locator("#together [data-submits]").click();
        assertThat(reviewer.locator("#confirm")).isHidden();
        assertThat(reviewer.getByLabel("审查意见（建议准予）")).isFocused();
        reviewer.getByLabel("审查意见（建议准予）").fill("材料齐全，符合法定形式。");
        screenshot(reviewer, "together");
        reviewer.keyboard().press("Control+Enter");
        confirm(reviewer, "提交");
        assertThat(reviewer.getByText("已办理 1 件")).isVisible();
        assertThat(reviewer.locator(".data tbody tr")).containsText("已办理");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "together-done");
    }

    @Test
    @DisplayName("领取以后放回待办；决定人退回重新审查要写理由，审查人看得到")
    void putBackAndReturned() {
        Page reviewer = staff("scjg-review");
        reviewer.navigate(matter);
        reviewer.getByRole(AriaRole.BUTTON, named("领取")).click();
        reviewer.getByRole(AriaRole.BUTTON, named("放回待办")).click();
        assertThat(reviewer.getByText("还没有人领取。")).isVisible();
        assertThat(reviewer.getByRole(AriaRole.BUTTON, named("领取"))).isVisible();
        reviewer.getByLabel("建议准予").check();
        reviewer.getByLabel("审查意见").fill("材料齐全，符合法定形式。");
        reviewer.keyboard().press("Control+Enter");
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“提出审查意见”");

        Page decider = staff("scjg-decide");
        decider.navigate(matter);
        decider.getByLabel("退回重新审查").check();
        decider.getByLabel("理由").fill(" ");
        decider.keyboard().press("Control+Enter");
        confirm(decider, "提交");
        assertThat(decider.locator("#f-reason-error")).isVisible();
        decider.getByLabel("理由").fill("住所证明没有核对。");
        decider.keyboard().press("Control+Enter");
        confirm(decider, "提交");
        assertThat(decider.locator("main > .notice")).containsText("已办理“退回重新审查”");

        reviewer.navigate(matter);
        assertThat(reviewer.getByText("住所证明没有核对。").first()).isVisible();
        assertThat(reviewer.getByLabel("建议准予")).isVisible();
        noSeriousViolations(reviewer);
        screenshot(reviewer, "matter-returned");
    }

    @Test
    @DisplayName("征求意见：一个部门问，另一个部门看着材料答，都没有严重的无障碍问题")
    void consulted() {
        Page reviewer = staff("scjg-review");
        reviewer.navigate(matter);
        reviewer.getByText("征求其他部门意见").press("Enter");
        noSeriousViolations(reviewer);
        reviewer.getByLabel("征求哪个部门的意见").selectOption("gaj");
        reviewer.getByLabel("要征求意见的问题").fill("该住所是否在限制开办的区域？");
        reviewer.getByLabel("答复期限").fill("2026-11-04");
        reviewer.getByLabel("要征求意见的问题").focus();
        reviewer.keyboard().press("Control+Enter");
        assertThat(reviewer.getByText("请填写答复期限").first()).isVisible();
        screenshot(reviewer, "consult");
        reviewer.getByLabel("答复期限").fill("2026-11-06");
        reviewer.getByLabel("要征求意见的问题").focus();
        reviewer.keyboard().press("Control+Enter");
        assertThat(reviewer.getByText("等待答复")).isVisible();

        Page asked = staff("gaj-review");
        asked.navigate("/consultations");
        noSeriousViolations(asked);
        screenshot(asked, "consultations");
        asked.getByText("企业设立登记(有限责任公司)").first().click();
        noSeriousViolations(asked);
        screenshot(asked, "consultation");
        asked.getByLabel("有条件同意").focus();
        asked.keyboard().press("Space");
        asked.keyboard().press("Control+Enter");
        assertThat(asked.getByLabel("说明")).isFocused();
        asked.getByLabel("说明").fill("不得用作旅馆。");
        asked.keyboard().press("Control+Enter");
        assertThat(asked.getByText("没有等待答复的征求意见")).isVisible();

        reviewer.navigate(matter);
        assertThat(reviewer.getByText("不得用作旅馆。")).isVisible();
        assertThat(reviewer.getByText("征求意见函 ")).isVisible();
        assertThat(reviewer.getByText("并联审批意见书 ")).isVisible();
        noSeriousViolations(reviewer);
        screenshot(reviewer, "matter-consulted");
    }

    @Test
    @DisplayName("总览、办件页和公众查询，电脑和手机上都没有严重的无障碍问题")
    void watched() {
        Page manager = staff("manager");
        manager.navigate("/overview");
        noSeriousViolations(manager);
        screenshot(manager, "overview");
        manager.navigate("/cases/" + number);
        noSeriousViolations(manager);
        screenshot(manager, "case");

        String code = intake.dossier(number, CLERK).application().queryCode();
        Page visitor = visitor(PHONE);
        visitor.navigate("/track");
        visitor.getByLabel("办件编号").fill(number);
        visitor.getByLabel("查询码").fill(code);
        visitor.keyboard().press("Enter");
        assertThat(visitor.getByText("各部门进度")).isVisible();
        noSeriousViolations(visitor);
        screenshot(visitor, "track");
    }

    @Test
    @DisplayName("容缺的材料到窗口补交；过了期限没有补交的，受理人员在办件页按撤回申请处理，写明不能恢复")
    void suppliedAndLapsed() {
        Page clerk = staff("clerk");
        clerk.navigate("/desk/" + startups.acceptDeferred());
        Locator awaited = clerk.locator(".awaited [data-material]");
        int before = awaited.count();
        awaited.first().locator("[data-all-met]").click();
        assertThat(awaited).hasCount(before - 1);
        String deferred = startups.acceptDeferred();
        clerk.navigate("/cases/" + deferred);
        assertThat(clerk.getByRole(AriaRole.BUTTON, named("按撤回申请处理"))).hasCount(0);
        clock.forward(Duration.ofDays(60));
        clerk.reload();
        noSeriousViolations(clerk);
        screenshot(clerk, "case-overdue");
        clerk.getByRole(AriaRole.BUTTON, named("按撤回申请处理")).click();
        assertThat(clerk.locator("#confirm [data-note]")).containsText("不能恢复");
        confirm(clerk, "终止办理");
        assertThat(clerk.locator("main > .notice")).containsText("终止办理");
        noSeriousViolations(clerk);
        screenshot(clerk, "case-lapsed");
    }

    @Test
    @DisplayName("申请人到窗口撤回：写了原因才撤回，未决定的终止办理，部门不再看到")
    void withdrawn() {
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, PHONE);
        clerk.navigate("/cases/" + number);
        clerk.locator("input[name=items]").all().forEach(Locator::check);
        clerk.getByLabel("撤回的原因").fill("改在外地开办。");
        noSeriousViolations(clerk);
        clerk.getByRole(AriaRole.BUTTON, named("撤回")).click();
        assertThat(clerk.locator("#confirm [data-note]")).containsText("不能恢复");
        confirm(clerk, "撤回");
        assertThat(clerk.locator("main > .notice")).containsText("终止办理");
        assertThat(clerk.getByLabel("撤回的原因")).hasCount(0);
        assertThat(clerk.getByText("改在外地开办。").first()).isVisible();
        noSeriousViolations(clerk);
        screenshot(clerk, "case-withdrawn-phone");
    }

    @Test
    @DisplayName("手机上也能审查")
    void onAPhone() {
        Page reviewer = signedIn("scjg-review", DemoAccounts.PASSWORD, PHONE);
        reviewer.navigate("/inbox");
        noSeriousViolations(reviewer);
        reviewer.navigate(matter);
        noSeriousViolations(reviewer);
        screenshot(reviewer, "matter-phone");
    }

    private Page staff(String account) {
        return signedIn(account, DemoAccounts.PASSWORD, DESK);
    }
}
