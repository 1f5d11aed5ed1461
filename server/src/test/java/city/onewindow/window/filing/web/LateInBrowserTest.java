package city.onewindow.window.filing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.window.Annex;
import city.onewindow.window.filing.FilingStatus;
import city.onewindow.window.filing.Filings;
import city.onewindow.window.filing.OpenRound;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import com.microsoft.playwright.Page;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("浏览器里逾期没有报送的附件")
class LateInBrowserTest extends BrowserTest {

    private static final String DEPARTMENT = "gjj";

    @Autowired
    Rounds rounds;

    @Autowired
    Filings filings;

    private void nothingFiled(Round round) {
        rounds.standings(round).stream()
                .filter(standing -> standing.target().annex() == Annex.DEPARTMENT
                        && standing.target().code().equals(DEPARTMENT))
                .map(standing -> standing.filing())
                .filter(filing -> filing != null && filing.status() != FilingStatus.RETURNED)
                .forEach(filing -> filings.giveBack(filing.id(), "测试重来", OpenRound.CENTRE));
    }

    @Test
    @DisplayName("截止日过了：部门一打开就看到逾期几天、催过几次；中心的批次里标着逾期未报，催一次部门就看得到")
    void seenByBoth() {
        Round round = OpenRound.of(rounds);
        nothingFiled(round);
        Page liaison = signedIn(DEPARTMENT + "-liaison", DemoAccounts.PASSWORD, PHONE);
        liaison.navigate("/annexes");
        assertThat(liaison.locator("main > .stack > .notice").first()).not().containsText("逾期");

        clock.set(round.due().plusDays(3).atTime(LocalTime.NOON).atZone(clock.getZone()));
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        manager.navigate("/annexes/rounds/" + round.id() + "?annex=2");
        String row = "tr:has(button[value='2-" + DEPARTMENT + "'])";
        assertThat(manager.locator(row)).containsText("逾期");
        manager.locator(row + " button[name=target]").click();
        assertThat(manager.locator(row)).containsText("已催");
        noSeriousViolations(manager);
        screenshot(manager, "round-late");

        liaison.reload();
        assertThat(liaison.locator("main > .stack > .notice").first()).containsText("已经逾期 3 天");
        assertThat(liaison.locator("main > .stack > .notice").first()).containsText("催报");
        noSeriousViolations(liaison);
        screenshot(liaison, "annexes-late");
    }
}
