package city.onewindow.window.filing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.catalog.Catalogs;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.WindowAnnex;
import city.onewindow.window.WindowList;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.FilingStatus;
import city.onewindow.window.filing.FilingUploads;
import city.onewindow.window.filing.Filings;
import city.onewindow.window.filing.OpenRound;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import city.onewindow.window.filing.Standing;
import city.onewindow.window.filing.Workshop;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("浏览器里汇总分发一个收集批次，再开启下一个")
class RoundInBrowserTest extends BrowserTest {

    private static final Actor LEAD = new Actor("lead-rsj", "牵头岗", Set.of(Role.LEAD_DEPARTMENT), "rsj", null);
    private static final String SAID = "main > .notice";

    @Autowired
    Rounds rounds;

    @Autowired
    Filings filings;

    @Autowired
    FilingUploads uploads;

    @Autowired
    Catalogs catalogs;

    private Stream<Filing> filed(Round round, FilingStatus status) {
        return rounds.standings(round).stream()
                .map(Standing::filing)
                .filter(Objects::nonNull)
                .filter(filing -> filing.status() == status);
    }

    /** All that was filed is accepted, and something was: the tests share one round. */
    private void allAccepted(Round round) {
        if (filed(round, FilingStatus.FILED).findAny().isEmpty()
                && filed(round, FilingStatus.ACCEPTED).findAny().isEmpty()) {
            LocalDate day = LocalDate.of(2026, 11, 4);
            WindowAnnex list = new WindowAnnex(catalogs.current(), WindowList.of(catalogs.current(), "shsw"));
            Filing read = uploads.preview(
                    Annex.WINDOW,
                    "shsw",
                    "清单.xlsx",
                    Workshop.spooled(AnnexBook.write(List.of(list.sheet(day)))),
                    new IdempotencyKey(UUID.randomUUID().toString()),
                    LEAD);
            filings.file(read.id(), LEAD);
        }
        filed(round, FilingStatus.FILED).forEach(filing -> filings.accept(filing.id(), OpenRound.CENTRE));
    }

    @Test
    @DisplayName("分发前问清楚还缺谁的，分发后批次结束；填漏的说明白，开启以后不能再开一个")
    void distributedAndOpened() {
        Round round = OpenRound.of(rounds);
        allAccepted(round);
        Page manager = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        manager.navigate("/annexes/rounds");
        assertThat(manager.locator("#f-due")).hasCount(0);
        manager.locator("a[href='/annexes/rounds/" + round.id() + "']").click();
        manager.locator("form[action$='/distribute'] button").click();
        assertThat(manager.locator("#confirm [data-note]")).containsText("不会在汇总表里，也不能再报");
        manager.locator("#confirm [data-yes]").click();
        assertThat(manager.locator(SAID)).containsText("“" + round.name() + "”的汇总表分发给各部门");
        assertThat(manager.locator("form[action$='/distribute']")).hasCount(0);
        assertThat(manager.locator("button[name=target]")).hasCount(0);
        noSeriousViolations(manager);
        screenshot(manager, "round-distributed");

        manager.navigate("/annexes/rounds");
        assertThat(manager.locator("tr:has(a[href='/annexes/rounds/" + round.id() + "'])"))
                .containsText("已分发");
        manager.locator("#f-name").fill("浏览器开的批次");
        manager.locator("form[action='/annexes/rounds'] button").click();
        assertThat(manager.locator("#f-due-error")).isVisible();
        assertThat(manager.locator("#f-name")).hasValue("浏览器开的批次");
        noSeriousViolations(manager);
        manager.locator("#f-due").fill("2026-12-31");
        manager.locator("form[action='/annexes/rounds'] button").click();
        assertThat(manager).hasURL(Pattern.compile("/annexes/rounds/\\d+$"));
        assertThat(manager.locator(SAID)).containsText("已开启收集批次“浏览器开的批次”");
        noSeriousViolations(manager);
        screenshot(manager, "round-opened");
        manager.navigate("/annexes/rounds");
        assertThat(manager.locator("#f-due")).hasCount(0);
    }
}
