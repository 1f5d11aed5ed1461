package city.onewindow.intake.web;

import static city.onewindow.intake.Counter.number;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.Counter;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("收件窗口的三个页面")
class CounterTest extends BrowserTest {

    private static final int COUNTER = 1280;

    Counter counter;

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
    }

    private Page clerk(int width) {
        Page page = signedIn("clerk", DemoAccounts.PASSWORD, width);
        page.waitForURL("**/desk");
        return page;
    }

    private Page clerkAt(String path) {
        Page page = clerk(COUNTER);
        page.navigate(path);
        return page;
    }

    private ApplicationStatus status(String number) {
        return intake.dossier(number, Counter.CLERK).application().status();
    }

    @Test
    @DisplayName("证件号码填错，离开那一栏就说错在哪里，改对了就不说了")
    void wrongIdNumberIsToldAtTheField() {
        Page page = clerkAt("/desk/new?thing=" + counter.errandCode());
        Locator idNumber = page.locator("#f-idNumber");
        idNumber.fill("410311199001010002");
        page.locator("#f-phone").focus();
        assertThat(page.locator("#f-idNumber-error")).containsText("校验码不符");
        assertThat(idNumber).hasAttribute("aria-invalid", "true");
        assertThat(page.locator(".error")).hasCount(1);
        idNumber.fill(Counter.ID_NUMBER);
        page.locator("#f-phone").focus();
        assertThat(page.locator("#f-idNumber-error")).hasCount(0);
    }

    @Test
    @DisplayName("回答变了，问题、事项和时限跟着变，填好的申请人还在")
    void answersChangeThePage() {
        Page page = clerkAt("/desk/new?thing=" + counter.errandCode());
        page.locator("#f-name").fill("张示例");
        int before = page.locator("#summary li").count();
        page.locator("#q_has_employees-yes").check();
        assertThat(page.locator("#q_si_check-no")).isChecked();
        assertThat(page.locator("#summary li")).hasCount(before + 2);
        assertThat(page.locator("#q_has_employees-yes")).isFocused();
        assertThat(page.locator("#f-name")).hasValue("张示例");
        page.locator("#q_agent-no").check();
        assertThat(page.locator("#f-agentName")).isHidden();
    }

    @Test
    @DisplayName("演示时填入示例申请人：经办人的一起填全，没有要改的")
    void exampleApplicant() {
        Page page = clerkAt("/desk/new?thing=" + counter.errandCode());
        page.locator("#q_agent-yes").check();
        page.locator("[data-fills]").click();
        for (String field :
                List.of("name", "idNumber", "phone", "agentName", "agentIdNumber", "agentPhone", "authorisation")) {
            assertThat(page.locator("#f-" + field)).not().hasValue("");
        }
        assertThat(page.locator(".error")).hasCount(0);
    }

    @Test
    @DisplayName("表格一行一行地增减，边填边保存")
    void rowsOfATable() {
        String number = number(counter.begun());
        Page page = clerkAt("/desk/" + number + "/form");
        page.locator("#f-shareholders-0--shareholder_name").fill("冯股东");
        page.keyboard().press("Alt+a");
        page.locator("#f-shareholders-1--shareholder_name").fill("陈股东");
        page.locator("#f-beneficial_owner_name").focus();
        assertThat(page.locator("#kept")).containsText("已保存");
        page.waitForCondition(() -> intake.dossier(number, Counter.CLERK)
                        .form()
                        .rows("shareholders")
                        .size()
                == 2);
        page.reload();
        assertThat(page.locator("#f-shareholders-1--shareholder_name")).hasValue("陈股东");
        page.locator("[name=remove-row][value='shareholders[0]']").click();
        assertThat(page.locator("#f-shareholders-0--shareholder_name")).hasValue("陈股东");
        page.waitForCondition(() -> intake.dossier(number, Counter.CLERK)
                .form()
                .rows("shareholders")
                .equals(List.of(Map.of("shareholder_name", "陈股东"))));
    }

    @Test
    @DisplayName("表格里填错的，说在那一格")
    void wrongCellIsToldAtTheCell() {
        Page page = clerkAt("/desk/" + number(counter.begun()) + "/form");
        page.locator("#f-directors-0--director_name").fill("钱董事");
        page.locator("#f-directors-0--director_id_number").fill("123");
        page.locator("#f-liaison_name").focus();
        assertThat(page.locator("#f-directors-0--director_id_number-error")).containsText("6 至 20 位");
    }

    @Test
    @DisplayName("选了邮寄才问地址，改了主意就不问")
    void dependentFields() {
        String number = number(counter.begun());
        Page page = clerkAt("/desk/" + number + "/form");
        Locator address = page.locator("#f-delivery_address");
        assertThat(address).isHidden();
        page.locator("#f-delivery_method").selectOption("mail");
        assertThat(address).isVisible();
        address.fill("河南省洛阳市洛龙区示例路8号");
        page.locator("#f-delivery_recipient").focus();
        page.waitForCondition(() -> !intake.dossier(number, Counter.CLERK)
                .form()
                .text("delivery_address")
                .isEmpty());
        page.locator("#f-delivery_method").selectOption("electronic");
        assertThat(address).isHidden();
        page.waitForCondition(() -> intake.dossier(number, Counter.CLERK)
                .form()
                .text("delivery_address")
                .isEmpty());
    }

    @Test
    @DisplayName("填错的留在栏里不保存，改对了才保存；漏填的在下一步前说全")
    void wrongValuesStayToBeMended() {
        String number = number(counter.begun());
        Page page = clerkAt("/desk/" + number + "/form");
        page.locator("#f-legal_rep_phone").fill("123");
        page.locator("#f-liaison_name").fill("孙联络");
        page.locator("#f-liaison_phone").focus();
        assertThat(page.locator("#f-legal_rep_phone-error")).isVisible();
        page.waitForCondition(() -> intake.dossier(number, Counter.CLERK)
                .form()
                .text("liaison_name")
                .equals("孙联络"));
        assertThat(intake.dossier(number, Counter.CLERK).form().text("legal_rep_phone"))
                .isEmpty();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".errors")).isFocused();
        assertThat(page.locator("#f-legal_rep_phone")).hasValue("123");
        assertThat(page.locator(".errors a[href='#f-legal_rep_phone']")).hasCount(1);
        assertThat(page.locator(".errors a[href='#f-finance_name']")).containsText("还没有填写");
        page.locator("#f-legal_rep_phone").fill("13800000003");
        page.locator("#f-finance_name").focus();
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".errors a[href='#f-legal_rep_phone']")).hasCount(0);
        assertThat(page.locator(".errors")).containsText("还没有填写");
        page.getByText("先去核验材料").click();
        page.waitForURL("**/materials");
    }

    @Test
    @DisplayName("别人刚改过的申请，说清楚没有保存")
    void changedElsewhere() {
        String number = number(counter.begun());
        Page page = clerkAt("/desk/" + number + "/form");
        intake.fill(
                number,
                new city.onewindow.catalog.FormValues(Map.of("liaison_name", "孙联络"), Map.of()),
                Set.of(),
                Counter.CLERK);
        page.locator("#f-finance_name").fill("李财务");
        page.locator("#f-finance_phone").focus();
        assertThat(page.locator("#toasts")).containsText("在别处改过");
        assertThat(page.locator("#kept")).containsText("未保存");
        assertThat(intake.dossier(number, Counter.CLERK).form().text("finance_name"))
                .isEmpty();
    }

    @Test
    @DisplayName("不收的文件说明为什么；收下的能再打开")
    void uploads() {
        String number = number(counter.filled());
        Page page = clerkAt("/desk/" + number + "/materials");
        Locator row = page.locator("#m-ARTICLES");
        row.locator("input[type=file]").setInputFiles(file("章程.txt", "不是章程"));
        assertThat(row.locator(".error")).containsText("PDF");
        row.locator("input[type=file]").setInputFiles(file("章程.pdf", "%PDF-1.7 章程"));
        assertThat(row.locator(".taken a")).hasText("章程.pdf");
        assertThat(row.locator("[name=way][value=FILE]")).isChecked();
        row.locator("[data-all-met]").click();
        assertThat(row).hasClass(java.util.regex.Pattern.compile(".*is-done.*"));
        row.locator("summary").click();
        String href = row.locator(".taken a").getAttribute("href");
        Page other = clerk(COUNTER);
        Download download = other.waitForDownload(() -> other.evaluate(
                "href => { const a = document.createElement('a'); a.href = href; a.download = ''; a.click(); }", href));
        assertThat(download.failure()).isNull();
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("不予受理要有理由和依据")
    void refusal() {
        String number = number(counter.begun());
        Page page = clerkAt("/desk/" + number + "/materials");
        page.keyboard().press("Alt+b");
        page.locator("#refuse [data-submits]").click();
        assertThat(page.locator("#refuse .error")).hasCount(2);
        page.locator("[name=ground][value=not-ours]").check();
        assertThat(page.locator("#f-reason")).hasValue(java.util.regex.Pattern.compile(".*职权范围.*"));
        page.locator("#refuse [data-submits]").click();
        assertThat(page.locator("#refuse .error")).containsText("有权机关的名称");
        page.locator("#f-organ").fill("洛阳市公安局");
        page.locator("#refuse [data-submits]").click();
        page.waitForURL("**/desk/" + number);
        assertThat(page.locator(".papers")).containsText("不予受理通知书");
        assertThat(status(number)).isEqualTo(ApplicationStatus.REFUSED);
    }

    @Test
    @DisplayName("任选事项合并成一件；同一申请人的同类申请会提醒")
    void anyItems() {
        counter.begun();
        Page page = clerkAt("/desk/new");
        page.locator("#find").fill("公章刻制");
        page.keyboard().press("Enter");
        assertThat(page.locator("#summary li")).hasCount(1);
        assertThat(page.locator("#thing-")).isChecked();
        page.navigate("/desk/" + number(counter.begun()) + "/form");
        assertThat(page.locator("main > .notice")).containsText("未办结的同类申请");
    }

    /** What sticks out of the page to the right, if anything makes it scroll. */
    private static final String TOO_WIDE = """
            () => {
                const root = document.documentElement;
                return root.scrollWidth === root.clientWidth ? [] : [...document.querySelectorAll("body *")]
                    .filter((element) => element.getBoundingClientRect().right > root.clientWidth)
                    .map((element) => element.tagName + "." + element.className + ": " + element.textContent.trim().slice(0, 60));
            }
            """;

    @Test
    @DisplayName("每一页在手机宽度、大字版下都不横向溢出")
    void everyWidth() {
        String draft = number(counter.begun());
        String accepted = number(counter.checkedBut());
        List<String> paths = List.of(
                "/desk",
                "/desk?q=abc",
                "/desk/new?thing=" + counter.errandCode(),
                "/desk/" + draft + "/errand",
                "/desk/" + draft + "/form",
                "/desk/" + draft + "/materials",
                "/desk/" + accepted + "/materials");
        Page page = clerk(COUNTER);
        for (String type : List.of("normal", "large")) {
            page.navigate("/desk?type=" + type);
            page.setViewportSize(type.equals("large") ? COUNTER : PHONE, 800);
            for (String path : paths) {
                page.navigate(path);
                assertThat(page.evaluate(TOO_WIDE)).as(type + " " + path).isEqualTo(List.of());
            }
        }
    }
}
