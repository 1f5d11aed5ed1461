package city.onewindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The centre as a walk meets it: who sits where, and what each does in the browser with a case of 企业开办. */
final class ServiceCentre {

    static final String ERRAND = "企业开办一件事";
    static final String REGISTRATION = "企业设立登记(有限责任公司)";
    static final String SEAL = "公章刻制备案";
    static final String INVOICES = "发票领用(含税务信息确认)";
    static final String INSURANCE = "企业社会保险登记";

    /** The situation in which the errand is just these four. */
    private static final Map<String, String> FOUR_ITEMS =
            Map.of("q_open_hf", "none", "q_bank_book", "no", "q_agent", "no");

    private static final int ITEMS = 4;
    private static final int PAGES_OF_AN_INBOX = 20;

    private final Function<String, Page> signIn;
    private final Map<String, Page> desks = new HashMap<>();

    /** @param signIn account to the page that its owner sees after signing in */
    ServiceCentre(Function<String, Page> signIn) {
        this.signIn = signIn;
    }

    /** Each signs in once and stays at the desk. */
    Page at(String account) {
        return desks.computeIfAbsent(account, signIn);
    }

    Page clerk() {
        return at("clerk");
    }

    /**
     * The clerk picks the errand, answers for a situation with four items and writes down who applies.
     *
     * @return the number; the merged form is open
     */
    String begin() {
        Page clerk = clerk();
        clerk.navigate("/desk");
        clerk.keyboard().press("n");
        clerk.waitForURL("**/desk/new");
        clerk.keyboard().type(ERRAND);
        clerk.keyboard().press("Enter");
        FOUR_ITEMS.forEach((question, answer) ->
                clerk.locator("#" + question + "-" + answer).check());
        assertThat(clerk.locator("#summary li")).hasCount(ITEMS);
        clerk.locator("[name=name]").fill("张示例");
        clerk.locator("[name=idNumber]").fill("410311199001010001");
        clerk.locator("[name=phone]").fill("13800000000");
        clerk.keyboard().press("Control+Enter");
        clerk.waitForURL("**/form");
        return clerk.url().replaceAll(".*/desk/(.*)/form", "$1");
    }

    /** One field by hand, the others from the published example; then on to the materials. */
    void fillTheForm() {
        Page clerk = clerk();
        clerk.locator("[name=org_name]").fill("洛阳春风里商贸有限公司");
        clerk.getByText("用示范文本填充").click();
        assertThat(clerk.locator("#progress")).containsText("必填的都填好了");
        assertThat(clerk.locator("[name=org_name]")).hasValue("洛阳春风里商贸有限公司");
        clerk.locator("[name=org_name]").press("Control+Enter");
        clerk.waitForURL("**/materials");
    }

    /** All in order, as fast as the clerk can press Y, but those named by their keys. */
    void checkMaterialsBut(Set<String> lacking) {
        Page clerk = clerk();
        for (Locator material : clerk.locator("[data-material]").all()) {
            String key = material.getAttribute("id").substring("m-".length());
            clerk.keyboard().press(lacking.contains(key) ? "Alt+ArrowDown" : "y");
        }
    }

    void accept(String number) {
        Page clerk = clerk();
        clerk.keyboard().press("Alt+s");
        assertThat(clerk.locator("#confirm-text")).hasText("受理这件申请？");
        clerk.keyboard().press("Enter");
        clerk.waitForURL("**/desk/" + number);
    }

    /** What the receipt says, which the applicant takes home. */
    String queryCode() {
        return clerk().locator(".result-codes .code").last().innerText();
    }

    /** All three of a department do their part for an item, each from the inbox. */
    void grant(String number, String department, String item) {
        review(number, department, item);
        decide(number, department, item);
        certify(number, department, item);
    }

    void review(String number, String department, String item) {
        Page page = open(number, department + "-review", item);
        page.getByLabel("建议准予").check();
        page.getByLabel("审查意见").fill("材料齐全，符合法定形式。");
        page.keyboard().press("Control+Enter");
        told(page, item, "提出审查意见");
    }

    void decide(String number, String department, String item) {
        Page page = open(number, department + "-decide", item);
        page.locator("[name=act][value=GRANT]").check();
        submit(page);
        told(page, item, "准予");
    }

    void deny(String number, String department, String item, String reason, String ground) {
        Page page = open(number, department + "-decide", item);
        page.locator("[name=act][value=DENY]").check();
        page.getByLabel("理由").fill(reason);
        page.getByLabel("法律依据").fill(ground);
        submit(page);
        told(page, item, "不予");
    }

    void certify(String number, String department, String item) {
        Page page = open(number, department + "-certify", item);
        page.getByLabel("证照（文书）编号").fill("示例字第" + item + "号");
        page.getByLabel("证照（文书）编号").press("Control+Enter");
        told(page, item, "制证");
    }

    /** The items of a case that wait in somebody's inbox. */
    List<String> inbox(String account, String number) {
        Page page = at(account);
        page.navigate("/inbox");
        for (int i = 0; i < PAGES_OF_AN_INBOX; i++) {
            List<String> items = rows(page, number).locator("td.first").allInnerTexts();
            Locator next = page.locator("a[rel=next]");
            if (!items.isEmpty() || next.count() == 0) {
                return items;
            }
            next.click();
        }
        throw new AssertionError("an inbox of more than " + PAGES_OF_AN_INBOX + " pages");
    }

    private Page open(String number, String account, String item) {
        assertThat(inbox(account, number)).as("inbox of " + account).contains(item);
        Page page = at(account);
        rows(page, number)
                .locator("td.first a", new Locator.LocatorOptions().setHasText(item))
                .click();
        assertThat(page.locator("h1")).hasText(item);
        return page;
    }

    private static Locator rows(Page page, String number) {
        return page.locator("tr:has(a[href='/cases/" + number + "'])");
    }

    private static void submit(Page page) {
        page.locator("[data-submits]").click();
        page.locator("#confirm [data-yes]").click();
    }

    private static void told(Page page, String item, String act) {
        assertThat(page.locator("main > .notice")).containsText("「" + item + "」已办理“" + act);
    }

    /** The issuing clerk hands over the results named, or tries to. */
    Page handOver(String number, String... items) {
        Page issuing = at("issuing");
        issuing.navigate("/issuing/" + number);
        for (Locator box : issuing.locator("[name=items]").all()) {
            box.uncheck();
        }
        for (String item : items) {
            issuing.getByLabel(item).check();
        }
        issuing.getByLabel("领取人姓名").fill("张示例");
        issuing.locator("[name=relation][value=SELF]").check();
        issuing.locator("[name=idNumber]").fill("410311199001010001");
        issuing.keyboard().press("Control+Enter");
        return issuing;
    }

    /** The applicant asks at home how the case stands. */
    static void track(Page visitor, String number, String queryCode) {
        visitor.navigate("/track");
        visitor.getByLabel("办件编号").fill(number);
        visitor.getByLabel("查询码").fill(queryCode);
        visitor.keyboard().press("Enter");
        assertThat(visitor.getByText("各部门进度")).isVisible();
    }

    /** Where the tracking page tells of one item. */
    static Locator lane(Page page, String item) {
        Locator name = page.locator(".lane-head").getByText(item, new Locator.GetByTextOptions().setExact(true));
        return page.locator(".lane", new Page.LocatorOptions().setHas(name));
    }
}
