package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.catalog.FormValues;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Reception;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("再来的申请人：申请表页提出沿用上次的身份和联系信息")
class ReturningApplicantInBrowserTest extends BrowserTest {

    private static final String HIS_NUMBER = "410311199003070016";
    private static final int HAND = 390;
    private static final int COUNTER = 1280;

    @Autowired
    Reception reception;

    private Counter counter() {
        return new Counter(intake, catalogs);
    }

    /** By somebody for whom no other test has anything accepted. */
    private Dossier begun() {
        return counter().begun(Map.of("q_agent", "no"), HIS_NUMBER);
    }

    private String accepted() {
        Dossier filled = counter().filled(begun());
        Map<String, String> mail = Map.of(
                "delivery_method", "mail",
                "delivery_address", "河南省洛阳市洛龙区示例路1号",
                "delivery_phone", "13822222222",
                "delivery_recipient", "张示例");
        String number = Counter.number(filled);
        intake.fill(number, new FormValues(mail, Map.of()), Set.of(), Counter.CLERK);
        counter().checkedBut(intake.dossier(number, Counter.CLERK));
        reception.accept(number, null, Counter.CLERK);
        return number;
    }

    @Test
    @DisplayName("说来自哪一件、有几栏；一按就填好，写明来源；填过了不再提")
    void takenOver() {
        String before = accepted();
        String number = Counter.number(begun());
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, COUNTER);
        clerk.waitForURL("**/desk");
        clerk.navigate("/desk/" + number + "/form");
        assertThat(clerk.locator("main")).containsText("上次受理的办件（" + before + "）");
        looked(clerk, "returning-offered");
        clerk.getByText("沿用上次的身份和联系信息").press("Enter");
        assertThat(clerk.locator("main > .notice").first()).containsText("已沿用申请人上次办件");
        assertThat(clerk.getByText("沿用上次的身份和联系信息")).hasCount(0);
        clerk.locator("#f-delivery_method").selectOption("mail");
        assertThat(clerk.locator(".filled").getByText("上次办件 " + before).first()).isVisible();
        looked(clerk, "returning-taken-over");
    }

    @Test
    @DisplayName("没带编号的按证件号码找到；号码填错的说明白、还在框里；换了情形和电话，一表随之更新")
    void foundAndRevised() {
        String number = Counter.number(counter().begun(Map.of("q_agent", "no"), "410303198808110439"));
        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, COUNTER);
        clerk.waitForURL("**/desk");
        Locator search = clerk.getByRole(AriaRole.SEARCHBOX);
        search.fill("张示例");
        search.press("Enter");
        assertThat(clerk.locator("main .notice")).containsText("「张示例」不是申请编号，也不是证件号码");
        assertThat(search).hasValue("张示例");
        looked(clerk, "desk-not-found");
        search.fill("410303198808110439");
        search.press("Enter");
        assertThat(clerk).hasURL(Pattern.compile(".*/desk"));
        clerk.getByRole(AriaRole.LINK, named(number)).click();
        clerk.waitForURL("**/form");
        clerk.getByRole(AriaRole.LINK, named("1 事项与申请人")).click();
        clerk.waitForURL("**/errand");
        int items = clerk.locator("#summary li").count();
        clerk.locator("#q_has_employees-yes").check();
        assertThat(clerk.locator("#summary li")).not().hasCount(items);
        clerk.locator("#f-phone").fill("123");
        clerk.keyboard().press("Control+Enter");
        assertThat(clerk.locator("#f-phone-error")).isVisible();
        assertThat(clerk.locator("#f-phone")).hasValue("123");
        assertThat(clerk.locator("#q_has_employees-yes")).isChecked();
        looked(clerk, "errand-revised-wrong");
        clerk.locator("#f-phone").fill("13800000009");
        clerk.keyboard().press("Control+Enter");
        clerk.waitForURL("**/form");
        assertThat(clerk.locator("main > .notice").first()).containsText("事项和申请人已修改");
    }

    private static void looked(Page page, String name) {
        for (int width : new int[] {HAND, COUNTER}) {
            page.setViewportSize(width, 900);
            noSeriousViolations(page);
            screenshot(page, name + "-" + width);
        }
    }
}
