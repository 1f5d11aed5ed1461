package city.onewindow.approval.web;

import static city.onewindow.approval.StartupCases.CLERK;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.approval.Cases;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Withdrawable;
import city.onewindow.identity.DemoAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("申请人撤回，在浏览器里")
class WithdrawalBrowserTest extends BrowserTest {

    @Autowired
    private Cases cases;

    @Test
    @DisplayName("起初全部选中，写明谁一并撤回；只留一项，只撤回它和等它的，其他照常办理")
    void single() {
        String number = startups.accept();
        List<Withdrawable> open = Withdrawable.of(cases.file(number, CLERK).matters());
        Withdrawable chosen = open.stream()
                .filter(one -> one.together().isEmpty())
                .findFirst()
                .orElseThrow();
        Withdrawable first = open.get(0);
        Assertions.assertThat(first.together()).isNotEmpty();

        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, 1280);
        clerk.navigate("/cases/" + number);
        Locator boxes = clerk.locator("input[name=items]");
        assertThat(boxes).hasCount(open.size());
        assertThat(clerk.locator("input[name=items]:checked")).hasCount(0);
        assertThat(clerk.getByText("等它结果的「" + String.join("」、「", first.together()) + "」一并撤回"))
                .isVisible();
        noSeriousViolations(clerk);
        clerk.locator("input[name=items][value='" + chosen.item() + "']").check();
        clerk.getByLabel("撤回的原因").fill("先不办了。");
        clerk.getByText("撤回", new Page.GetByTextOptions().setExact(true)).press("Enter");
        confirm(clerk, "撤回");

        assertThat(clerk.getByText("1 个未决定的事项终止办理")).isVisible();
        assertThat(boxes).hasCount(open.size() - 1);
        Assertions.assertThat(cases.file(number, CLERK).matters())
                .filteredOn(matter -> matter.outcome() == Outcome.WITHDRAWN)
                .extracting(Matter::item)
                .containsExactly(chosen.item());
    }
}
