package city.onewindow;

import city.onewindow.approval.Approval;
import city.onewindow.approval.Recommendation;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.Counter;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Takes the documents' pictures, on demand: see scripts/pictures.sh. Its name keeps it out of the ordinary run. */
@DisplayName("文档里的图")
public class Pictures extends BrowserTest {

    private static final int WIDE = 1280;
    private static final String FIRST_ITEM = "企业设立登记(有限责任公司)";
    private static final Actor REGISTRY =
            new Actor("scjg-system", "市场监管局", Set.of(Role.REVIEWER, Role.DECIDER), "scjg", null);

    @Autowired
    private Approval approval;

    @Autowired
    private Revisions revisions;

    @Test
    @DisplayName("指南、窗口、决定、进度")
    void take() {
        Counter counter = new Counter(intake, catalogs);
        String item = startups.item(FIRST_ITEM);

        Page visitor = visitor(WIDE);
        visitor.navigate("/things/" + counter.errandCode());
        take(visitor, "guide");

        Page clerk = signedIn("clerk", DemoAccounts.PASSWORD, WIDE);
        clerk.waitForURL("**/desk");
        clerk.navigate("/desk/" + Counter.number(counter.filled()) + "/materials");
        take(clerk, "counter");

        String number = startups.accept();
        approval.review(number, item, Recommendation.GRANT, "材料齐全，符合法定形式。", REGISTRY, null);
        Page decider = signedIn("scjg-decide", DemoAccounts.PASSWORD, WIDE);
        decider.waitForURL("**/inbox");
        decider.navigate("/matters/" + number + "/" + item);
        take(decider, "matter");

        approval.grant(number, item, "同意。", REGISTRY, null);
        Page applicant = visitor(WIDE);
        applicant.navigate("/track");
        applicant.getByLabel("办件编号").fill(number);
        applicant
                .getByLabel("查询码")
                .fill(intake.dossier(number, Counter.CLERK).application().queryCode());
        applicant.keyboard().press("Enter");
        applicant.getByText("各部门进度").waitFor();
        take(applicant, "track");
    }

    @Test
    @DisplayName("一件事的设计页、质量报告")
    void takeCatalog() {
        Actor lead = SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT);
        long begun = revisions.begin(Revision.Kind.ONE_THING, "企业开办一件事", lead).id();

        Page designer = signedIn("lead-scjg", DemoAccounts.PASSWORD, WIDE);
        designer.waitForURL(address -> !address.contains("/sign-in"));
        designer.navigate("/revisions/" + begun);
        take(designer, "designer");

        Page reader = visitor(WIDE);
        reader.navigate("/quality");
        take(reader, "linter");
    }

    @Test
    @DisplayName("自助终端")
    void takeKiosk() {
        Page kiosk = terminal(1080, 1920);
        kiosk.navigate("/kiosk");
        take(kiosk, "kiosk");
    }

    public static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("..", "docs", "pictures", name + ".png")));
    }
}
