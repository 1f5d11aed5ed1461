package city.onewindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.approval.DeclarationActs;
import city.onewindow.catalog.ErrandChoice;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.NewApplication;
import city.onewindow.intake.Reception;
import city.onewindow.kernel.IdType;
import city.onewindow.kernel.IdempotencyKey;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was granted on a declaration (告知承诺) and is checked, in a browser; that it is revoked, DeclarationInBrowserTest has. */
@DisplayName("告知承诺的核查：责令限期整改，整改以后核查相符")
class DeclarationChecksInBrowserTest extends BrowserTest {

    private static final Actor CLERK = SignedInAs.actor("clerk-ssdj", "scjg", "ssdj", Role.CLERK);
    private static final Actor DECIDER = SignedInAs.actor("xfjy-decide", "xfjy", null, Role.DECIDER);

    @Autowired
    private Reception reception;

    @Autowired
    private DeclarationActs declarations;

    @Test
    @DisplayName("不符的责令限期整改，出具通知书，列表上写期限；整改好的核查相符，不再列着")
    void mendedAndConfirmed() {
        String item = startups.item("公众聚集场所投入使用、营业前消防安全检查");
        String number = declared(item);
        declarations.grant(number, item, "", DECIDER, null);
        String matter = "/matters/" + number + "/" + item;
        Page reviewer = signedIn("xfjy-review", DemoAccounts.PASSWORD, DESK);
        reviewer.navigate("/declarations");
        reviewer.locator("a[href='" + matter + "?act=CONFIRM#act']").click();
        reviewer.getByLabel("责令限期整改").check();
        reviewer.getByLabel("核查情况（理由）").fill(" ");
        submit(reviewer);
        assertThat(reviewer.locator("#f-reason-error")).isVisible();
        reviewer.getByLabel("核查情况（理由）").fill("疏散指示标志少两处，请补装。");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "matter-mend");
        submit(reviewer);
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“责令限期整改”");
        reviewer.navigate(matter);
        assertThat(reviewer.locator("dl").first()).containsText("疏散指示标志少两处，请补装。");
        assertThat(reviewer.locator("main")).containsText("限期整改通知书");

        reviewer.navigate("/declarations");
        assertThat(reviewer.locator("tr:has(a[href^='" + matter + "'])")).containsText("整改");
        reviewer.locator("a[href='" + matter + "?act=CONFIRM#act']").click();
        // Who may not revoke has nothing else left to do.
        reviewer.getByLabel("核查情况").fill("已补装，与承诺一致。");
        reviewer.getByText("提交“核查相符”").click();
        assertThat(reviewer.locator("main > .notice")).containsText("已办理“核查相符”");
        reviewer.navigate("/declarations");
        assertThat(reviewer.locator("h1")).isVisible();
        assertThat(reviewer.locator("a[href^='" + matter + "']")).hasCount(0);
        reviewer.navigate(matter);
        assertThat(reviewer.locator("dl").first()).containsText("已补装，与承诺一致。");
        noSeriousViolations(reviewer);
        screenshot(reviewer, "matter-confirmed");
    }

    /** Taken in with the declaration signed. */
    private String declared(String item) {
        Applicant applicant =
                new Applicant(Applicant.Kind.PERSON, "张示例", IdType.ID_CARD, Counter.ID_NUMBER, "13800000000", null);
        ErrandChoice choice = new ErrandChoice(null, List.of(item), Map.of("q_fire_promise", "yes"));
        Dossier begun =
                intake.begin(new NewApplication(choice, applicant), CLERK, new IdempotencyKey("declaration-checked"));
        String number = Counter.number(begun);
        intake.fill(number, new ExampleForm(catalogs.current(), begun.merge()).values(), Set.of(), CLERK);
        begun.merge().materials().forEach(material -> intake.check(number, Counter.seen(material), CLERK));
        return reception.accept(number, null, "张示例", CLERK).number();
    }

    private static void submit(Page page) {
        page.locator("#act [data-submits]").click();
        page.locator("#confirm [data-yes]").click();
    }
}
