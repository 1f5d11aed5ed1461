package city.onewindow.intake.web;

import static city.onewindow.intake.Counter.number;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Way;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("手比网络快，一个键也不丢")
class TypingAheadTest extends BrowserTest {

    Counter counter;
    String number = "";
    Page page;

    /** What the browser sent and the network has not delivered yet. */
    final Deque<Route> underWay = new ArrayDeque<>();

    @BeforeEach
    void openTheCounter() {
        counter = new Counter(intake, catalogs);
        number = number(counter.filled());
        page = signedIn("clerk", DemoAccounts.PASSWORD, DESK);
        page.waitForURL("**/desk");
    }

    private void slowNetwork(String requests) {
        page.route(requests, underWay::add);
    }

    private void awaitRequest() {
        page.waitForCondition(() -> !underWay.isEmpty());
    }

    /** From here on nothing is slow any more. */
    private void deliver() {
        page.unrouteAll();
        underWay.forEach(Route::resume);
    }

    private @Nullable CheckedMaterial kept(String material) {
        return intake.dossier(number, Counter.CLERK).application().materials().get(material);
    }

    private void awaitKept(String material, CheckedMaterial wanted) {
        page.waitForCondition(() -> wanted.equals(kept(material)));
    }

    private void at(String place) {
        page.navigate("/desk/" + number + place);
    }

    @Test
    @DisplayName("上一个改动还没存完又改了同一份材料：两个都存下")
    void sameRowTwice() {
        at("/materials");
        slowNetwork("**/materials/*");
        Locator row = page.locator("#m-ARTICLES");
        row.locator("[name=point]").nth(0).check();
        awaitRequest();
        row.locator("[name=point]").nth(1).check();
        row.locator("[name=remark]").fill("原件已退");
        deliver();
        // Whoever is still writing is not interrupted by the answer.
        assertThat(page.locator("#kept")).containsText("已保存");
        assertThat(row.locator("[name=remark]")).isFocused();
        assertThat(row.locator("[name=remark]")).hasValue("原件已退");
        page.keyboard().press("Tab");
        awaitKept("ARTICLES", new CheckedMaterial("ARTICLES", Way.SEEN, List.of(0, 1), "原件已退", List.of()));
    }

    @Test
    @DisplayName("在备注里按回车只是保存，不是「全部符合」")
    void enterKeepsAndDoesNotTick() {
        at("/materials");
        page.locator("#m-ARTICLES [name=remark]").fill("缺第三页");
        page.keyboard().press("Enter");
        awaitKept("ARTICLES", new CheckedMaterial("ARTICLES", Way.SEEN, List.of(), "缺第三页", List.of()));
    }

    @Test
    @DisplayName("材料还没存完就按受理：存完再问；还没看到问话，按键不算")
    void decisionWaits() {
        at("/materials");
        slowNetwork("**/materials/*");
        for (int i = page.locator("[data-material]").count(); i > 0; i--) {
            page.keyboard().press("y");
        }
        awaitRequest();
        page.keyboard().press("Alt+s");
        page.keyboard().press("Enter");
        assertThat(page.locator("#kept")).containsText("正在保存");
        assertThat(page.locator("#confirm")).isHidden();
        deliver();
        assertThat(page.locator("#confirm-text")).hasText("受理这件申请？");
        assertThat(page.locator("#decisions h2")).hasText("材料齐全，可以受理");
    }

    @Test
    @DisplayName("材料还没存完就去别的页：存完再走")
    void leavingWaits() {
        at("/materials");
        slowNetwork("**/materials/*");
        String first =
                page.locator("[data-material]").first().getAttribute("id").substring("m-".length());
        page.keyboard().press("y");
        awaitRequest();
        page.keyboard().press("y");
        page.locator("#dossier-tabs").getByText("一表").click();
        deliver();
        page.waitForURL("**/form");
        assertThat(kept(first)).isNotNull();
        assertThat(intake.dossier(number, Counter.CLERK).application().materials())
                .hasSize(2);
    }

    @Test
    @DisplayName("栏目还没离开就用快捷键去别的页：先存下")
    void leavingAField() {
        at("/form");
        page.locator("#f-liaison_name").fill("孙联络");
        page.keyboard().press("Alt+1");
        page.waitForURL("**/desk");
        assertThat(intake.dossier(number, Counter.CLERK).form().text("liaison_name"))
                .isEqualTo("孙联络");
    }

    @Test
    @DisplayName("两个人同时核验：后到的被告知，前一个人的不被盖掉")
    void twoClerks() {
        at("/materials");
        CheckedMaterial others = new CheckedMaterial("ARTICLES", Way.SEEN, List.of(0), "别人记的", List.of());
        intake.check(number, others, Counter.CLERK);
        page.locator("#m-ARTICLES [data-all-met]").click();
        assertThat(page.locator("#toasts")).containsText("在别处改过");
        assertThat(page.locator("#kept")).containsText("未保存");
        assertThat(kept("ARTICLES")).isEqualTo(others);
    }

    @Test
    @DisplayName("网络断了说没存下；通了，下一次一起存")
    void offline() {
        at("/materials");
        page.context().setOffline(true);
        page.keyboard().press("y");
        assertThat(page.locator("#kept")).containsText("未保存");
        page.context().setOffline(false);
        page.keyboard().press("Alt+ArrowDown");
        page.keyboard().press("y");
        assertThat(page.locator("#kept")).containsText("已保存");
        page.waitForCondition(() ->
                intake.dossier(number, Counter.CLERK).application().materials().size() == 2);
    }

    @Test
    @DisplayName("选了容缺又当场拿来了：按「全部符合」就是验过了")
    void deferredThenBrought() {
        at("/materials");
        Locator row = page.locator("#m-TAX_INFO");
        row.locator("[value=DEFERRED]").check();
        assertThat(page.locator("#decisions")).containsText("容缺受理（1 份后补）");
        row.locator("summary").focus();
        page.keyboard().press("y");
        assertThat(page.locator("#decisions")).not().containsText("容缺受理");
        page.waitForCondition(() -> {
            CheckedMaterial kept = kept("TAX_INFO");
            return kept != null && kept.way().isInHand();
        });
    }
}
