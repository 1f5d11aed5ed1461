package city.onewindow.approval.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("经办、审核、批准，在浏览器里")
class ChainBrowserTest extends BrowserTest {

    private static final String ACT = "#act form.form ";

    private String number = "";
    private String matter = "";

    @BeforeEach
    void aCaseOfThree() {
        number = startups.accept();
        matter = "/matters/" + number + "/" + startups.item("企业设立登记(有限责任公司)");
        jdbc.sql("update approval.matter set chain = 'THREE' where number = :number")
                .param("number", number)
                .update();
    }

    @Test
    @DisplayName("审查人看不到审核的表单；审核人先退回、再审核；批准人看到两人的意见，可以退回一步或退回开头")
    void throughAllThree() {
        Page reviewer = staff("scjg-review");
        review(reviewer);
        reviewer.navigate("/inbox?step=EXAMINE");
        assertThat(reviewer.getByText("您审查的由他人审核").first()).isVisible();
        reviewer.navigate(matter);
        assertThat(reviewer.locator(ACT)).hasCount(0);
        assertThat(reviewer.getByText("有“审查”权限的其他人员审核，审查过本事项的除外").first()).isVisible();

        Page examiner = staff("scjg-examine");
        examiner.navigate(matter);
        assertThat(examiner.getByText("审查结论：建议准予")).isVisible();
        examiner.getByLabel("退回经办").check();
        assertThat(examiner.locator("[name=opinion]")).isHidden();
        examiner.locator("[name=reason]").fill("请补充对住所证明的意见。");
        submit(examiner);
        review(reviewer);

        examiner.navigate(matter);
        examiner.getByLabel("提出审核意见").check();
        assertThat(examiner.locator("[name=reason]")).isHidden();
        noSeriousViolations(examiner);
        screenshot(examiner, "matter-examine");
        examiner.setViewportSize(390, 844);
        noSeriousViolations(examiner);
        screenshot(examiner, "matter-examine-390");
        examiner.getByLabel("建议准予").check();
        examiner.locator("[name=opinion]").fill("同意审查意见。");
        submit(examiner);
        assertThat(examiner.getByText("已办理“提出审核意见”")).isVisible();

        Page decider = staff("scjg-decide");
        decider.navigate(matter);
        assertThat(decider.getByText("审核结论：建议准予")).isVisible();
        assertThat(decider.getByText("审查意见").first()).isVisible();
        assertThat(decider.getByLabel("退回重新审查")).isVisible();
        assertThat(decider.getByLabel("退回重新审核")).isVisible();
        noSeriousViolations(decider);
        screenshot(decider, "matter-approve");
        decider.setViewportSize(390, 844);
        screenshot(decider, "matter-approve-390");
        decider.getByLabel("退回重新审核").check();
        decider.locator("[name=reason]").fill("请再核对住所。");
        submit(decider);
        examiner.navigate(matter);
        assertThat(examiner.getByText("审核结论：建议准予")).isVisible();
        assertThat(examiner.getByText("审查结论")).hasCount(0);
    }

    @Test
    @DisplayName("审核意见没有写的，在原页上说明，填过的还在")
    void whatIsMissing() {
        review(staff("scjg-review"));
        Page examiner = staff("scjg-examine");
        examiner.navigate(matter);
        examiner.getByLabel("提出审核意见").check();
        examiner.getByLabel("建议不予").check();
        examiner.locator("[name=opinion]").fill(" ");
        submit(examiner);
        assertThat(examiner.getByText("请填写审核意见").first()).isVisible();
        assertThat(examiner.getByLabel("建议不予")).isChecked();
        noSeriousViolations(examiner);
    }

    private void review(Page reviewer) {
        reviewer.navigate(matter);
        reviewer.getByLabel("建议准予").check();
        reviewer.getByLabel("审查意见").fill("材料齐全，符合法定形式。");
        submit(reviewer);
        assertThat(reviewer.getByText("已办理“提出审查意见”")).isVisible();
    }

    private static void submit(Page page) {
        page.locator(ACT + "button[data-submits]").press("Enter");
    }

    private Page staff(String account) {
        return signedIn(account, DemoAccounts.PASSWORD, DESK);
    }
}
