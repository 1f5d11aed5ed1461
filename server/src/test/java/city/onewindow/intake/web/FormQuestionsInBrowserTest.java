package city.onewindow.intake.web;

import static city.onewindow.intake.Counter.CLERK;
import static city.onewindow.intake.Counter.number;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.Counter;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("填表带出的情形问题，在窗口的页面上")
class FormQuestionsInBrowserTest extends BrowserTest {

    private String number;
    private Page page;

    @BeforeEach
    void openTheForm() {
        number = number(new Counter(intake, catalogs).begun());
        page = signedIn("clerk", DemoAccounts.PASSWORD, 1280);
        page.waitForURL("**/desk");
        page.navigate("/desk/" + number + "/form");
    }

    @Test
    @DisplayName("填了住宅，问题就出现在这一栏后面，光标到它那里；填错的别的栏还在；答了，材料跟着变")
    void appearsBesideItsField() {
        page.locator("#f-legal_rep_phone").fill("123");
        page.locator("#f-premises_use").selectOption("residential");
        page.locator("#f-production_address").focus();
        Locator question = page.locator("#f-q_home_consent");
        assertThat(question).isVisible();
        assertThat(question).containsText("还没有回答，现在按「业主本人签字」算");
        assertThat(page.locator("#f-legal_rep_phone")).hasValue("123");
        screenshot(page, "form-question");
        question.locator("[value=committee]").check();
        page.waitForCondition(() -> intake.dossier(number, CLERK).unanswered().isEmpty());
        assertThat(page.locator("#f-q_home_consent [value=committee]")).isChecked();
        assertThat(page.locator("#f-q_home_consent")).not().containsText("还没有回答");
        page.navigate("/desk/" + number + "/materials");
        assertThat(page.locator("#m-COMMITTEE_CONSENT")).isVisible();
    }

    @Test
    @DisplayName("没有回答的，材料页上说还差它，点过去就是那个问题；整页提交就是按看到的回答")
    void openUntilAnswered() {
        page.locator("#f-premises_use").selectOption("residential");
        assertThat(page.locator("#f-q_home_consent")).isVisible();
        page.navigate("/desk/" + number + "/materials");
        page.locator("a[href$='#f-q_home_consent']").first().click();
        page.waitForURL("**/form#f-q_home_consent");
        page.locator("button[name=go]").last().click();
        page.waitForCondition(() -> intake.dossier(number, CLERK).unanswered().isEmpty());
    }

    @Test
    @DisplayName("表头的错误清单：改好一处少一处，又填错了再列出来")
    void theListOfErrorsFollows() {
        page.locator("button[name=go]").last().click();
        Locator listed = page.locator(".errors li");
        assertThat(page.locator(".errors")).containsText("处需要改正");
        int all = listed.count();
        keep("f-legal_rep_phone", "13800138000");
        assertThat(listed).hasCount(all - 1);
        assertThat(page.locator(".errors")).containsText("还有 " + (all - 1) + " 处需要改正");
        keep("f-legal_rep_phone", "123");
        assertThat(listed).hasCount(all);
        assertThat(page.locator(".errors")).containsText("手机号码」格式不对");
    }

    @Test
    @DisplayName("保存了与清单无关的一栏，读屏不再念一遍清单；清单变了，光标还在它里面")
    void theListOfErrorsInterruptsNobody() {
        page.locator("button[name=go]").last().click();
        Locator list = page.locator(".errors");
        int all = list.locator("li").count();
        keep("f-liaison_name", "钱联络");
        assertThat(list.locator("li")).hasCount(all - 1);
        list.evaluate("list => new MutationObserver(() => list.dataset.touched = 'yes')"
                + ".observe(list, { subtree: true, childList: true, characterData: true })");
        keep("f-liaison_name", "孙联络");
        page.waitForCondition(
                () -> intake.dossier(number, CLERK).form().text("liaison_name").equals("孙联络"));
        assertThat(page.locator("#kept")).containsText("已保存");
        assertThat(list).not().hasAttribute("data-touched", "yes");
        page.locator("#f-legal_rep_phone").fill("13800138000");
        Locator other = list.locator("a:not([href='#f-legal_rep_phone'])").first();
        other.focus();
        assertThat(list.locator("li")).hasCount(all - 2);
        assertThat(other).isFocused();
        assertThat(list).not().hasAttribute("role", "alert");
    }

    @Test
    @DisplayName("清单里有一格填错，删掉那一行，它就不在清单里了；别的照样保存、提交")
    void theRowOfAnErrorIsRemoved() {
        page.locator("#f-directors-0--director_name").fill("钱董事");
        page.locator("#f-directors-0--director_id_number").fill("123");
        page.locator("button[name=go]").last().click();
        Locator cell = page.locator(".errors a[href='#f-directors-0--director_id_number']");
        assertThat(cell).hasCount(1);
        page.locator("[name=remove-row][value='directors[0]']").click();
        assertThat(cell).hasCount(0);
        keep("f-legal_rep_phone", "13800138000");
        page.waitForCondition(() ->
                intake.dossier(number, CLERK).form().text("legal_rep_phone").equals("13800138000"));
        page.locator("#f-legal_rep_phone").fill("13800138001");
        page.locator("button[name=go]").last().click();
        assertThat(page.locator(".errors")).isFocused();
        assertThat(page.locator("#f-legal_rep_phone")).hasValue("13800138001");
    }

    private void keep(String id, String typed) {
        page.locator("#" + id).fill(typed);
        page.locator("#" + id).blur();
    }
}
