package city.onewindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.approval.Appointment;
import city.onewindow.approval.Approval;
import city.onewindow.approval.Consultation;
import city.onewindow.approval.Consultations;
import city.onewindow.approval.HandingOver;
import city.onewindow.approval.Hearings;
import city.onewindow.approval.InspectionProposal;
import city.onewindow.approval.Inspections;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.SlipBundles;
import city.onewindow.approval.Slips;
import city.onewindow.approval.StartupCases;
import city.onewindow.catalog.lint.Quality;
import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.Revisions;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.identity.SignedInAs;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.Counter;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.Reception;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.window.filing.FilingUploads;
import city.onewindow.window.filing.OpenRound;
import city.onewindow.window.filing.Rounds;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A page that nobody looked at with axe can't be added: it has to be named here, with an example. */
@DisplayName("每一个页面都没有严重的无障碍问题")
class EveryPageIsAccessibleTest extends BrowserTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    Reception reception;

    @Autowired
    OnlineApplications online;

    @Autowired
    Approval approval;

    @Autowired
    Consultations consultations;

    @Autowired
    Hearings hearings;

    @Autowired
    Inspections inspections;

    @Autowired
    Slips slips;

    @Autowired
    HandingOver handing;

    @Autowired
    SlipBundles bundles;

    @Autowired
    Quality quality;

    @Autowired
    Revisions revisions;

    @Autowired
    Rounds rounds;

    @Autowired
    FilingUploads uploads;

    private List<Visit> visits = List.of();

    @BeforeEach
    void examples() {
        Counter counter = new Counter(intake, catalogs);
        String draft = Counter.number(counter.begun());
        String told = Counter.number(counter.checkedBut("ARTICLES"));
        String document = reception.notifyOnce(told, Counter.CLERK, null);
        String deferred = startups.acceptDeferred();
        String running = startups.accept();
        String registration = startups.item(ServiceCentre.REGISTRATION);
        var scjg = SignedInAs.actor("scjg-system", "scjg", null, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER);
        approval.review(running, registration, Recommendation.GRANT, "齐全", scjg, null);
        approval.grant(running, registration, "", scjg, null);
        approval.certify(running, registration, "91410300MA0000000X", scjg, null);
        String sealing = startups.item(ServiceCentre.SEAL);
        String seal = "/matters/" + running + "/" + sealing;
        String ended = startups.accept();
        approval.withdraw(ended, "不办了", StartupCases.CLERK, null);
        String ruling = "/matters/" + ended + "/" + registration + "/ruling";
        var sealer = SignedInAs.actor("gaj-review", "gaj", null, Role.REVIEWER);
        Consultation asked = consultations.ask(
                running, sealing, "scjg", "是否同意？", LocalDate.now(clock).plusDays(1), sealer, null);
        String question = "/consultations/" + running + "/" + asked.item() + "/" + asked.seq();
        int inspected = inspections
                .propose(
                        running,
                        new InspectionProposal(
                                List.of(sealing),
                                new Appointment(LocalDateTime.now(clock).plusDays(1), "示例路1号", "刻章条件", ""),
                                List.of("甲", "乙")),
                        sealer,
                        null)
                .seq();
        String revised = "/revisions/"
                + revisions
                        .begin(
                                Revision.Kind.ITEM,
                                ServiceCentre.REGISTRATION,
                                SignedInAs.actor("scjg-liaison", "scjg", null, Role.LIAISON))
                        .id();
        String designed = "/revisions/"
                + revisions
                        .begin(
                                Revision.Kind.ONE_THING,
                                "企业开办一件事",
                                SignedInAs.actor("lead-scjg", "scjg", null, Role.LEAD_DEPARTMENT))
                        .id();
        long round = OpenRound.of(rounds).id();
        Slips.Paper paper = slips.paper(running, StartupCases.CLERK).get(0);
        String material = paper.materials().get(0).key();
        String slip = "/slips/"
                + handing.hand(running, paper.department(), List.of(material), StartupCases.CLERK, null)
                        .id();
        String heard = startups.accept();
        String hearing = "/cases/" + heard + "/hearing/" + registration;
        var reviewer = SignedInAs.actor("scjg-review", "scjg", null, Role.REVIEWER);
        hearings.tell(heard, registration, "采光。", List.of(), null, reviewer, null);
        Slips.Paper others = slips.paper(running, StartupCases.CLERK).get(1);
        SlipBundles.Done handed = bundles.hand(
                        others.department(),
                        List.of(running),
                        StartupCases.CLERK,
                        new IdempotencyKey("bundle-looked-at"))
                .get(0);
        String bundle = "/slip-bundles/" + Objects.requireNonNull(handed.slip()).bundle();
        String atHome = new AtHome(online, catalogs).submitted().number();
        List<Visit> staffs = List.of(
                Visit.of("clerk", "/desk"),
                Visit.of("/desk", "clerk", "/desk?q=abc"),
                Visit.of("/desk/new", "clerk", "/desk/new?thing=qykb"),
                Visit.of("/desk/{number}/errand", "clerk", "/desk/" + draft + "/errand"),
                Visit.of("/desk/{number}/form", "clerk", "/desk/" + draft + "/form"),
                Visit.of("/desk/{number}/materials", "clerk", "/desk/" + told + "/materials"),
                Visit.of("/desk/{number}/earlier-results", "clerk", "/desk/" + draft + "/earlier-results"),
                Visit.of("/desk/{number}/remarks", "clerk", "/desk/" + told + "/remarks"),
                Visit.of("/desk/{number}/corrections", "clerk", "/desk/" + told + "/corrections"),
                Visit.of("/desk/{number}", "clerk", "/desk/" + told),
                Visit.of("/desk/{number}", "clerk", "/desk/" + deferred),
                Visit.of("clerk", "/pre-reviews"),
                Visit.of("/desk/{number}/pre-review", "clerk", "/desk/" + atHome + "/pre-review"),
                new Visit("", "clerk", "/accounts", 403),
                new Visit("", "clerk", "/desk/nowhere", 404),
                Visit.of("clerk", "/slips"),
                Visit.of("/slips", "scjg-review", "/slips?kept=true"),
                Visit.of("clerk", "/slip-bundles/new"),
                Visit.of("/slip-bundles/{bundle}", "clerk", bundle),
                Visit.of("/slips/{id}", "clerk", slip),
                Visit.of("/cases/{number}/slips", "clerk", "/cases/" + running + "/slips"),
                Visit.of("/cases/{number}/hearing/{item}", "clerk", hearing),
                // Nothing was declared there; the page itself is seen in DeclarationInBrowserTest.
                new Visit(
                        "/cases/{number}/declaration/{item}", "clerk", hearing.replace("hearing", "declaration"), 409),
                Visit.of("gaj-review", "/inbox"),
                Visit.of("/matters/{number}/{item}", "gaj-review", seal),
                Visit.of("/matters/{number}/{item}/consultations", "gaj-review", seal + "/consultations"),
                Visit.of("/matters/{number}/{item}/hearing", "gaj-review", seal + "/hearing"),
                Visit.of("/matters/{number}/{item}/transfer", "gaj-decide", seal + "/transfer"),
                Visit.of("/inbox/together", "gaj-review", "/inbox/together?matter=" + running + "~" + sealing),
                Visit.of("scjg-review", "/consultations"),
                Visit.of("scjg-review", "/declarations"),
                Visit.of("scjg-review", "/setbacks"),
                Visit.of("/consultations/{number}/{item}/{seq}", "scjg-review", question),
                Visit.of("gaj-review", "/leaves"),
                Visit.of("/leaves/new", "manager", "/leaves/new?department=gaj"),
                Visit.of("/leaves/{id}", "gaj-head", "/leaves/" + Away.decider(jdbc)),
                Visit.of("gaj-review", "/inspections"),
                Visit.of("/inspections/{number}/{seq}", "gaj-review", "/inspections/" + running + "/" + inspected),
                Visit.of("/cases/{number}/inspections", "gaj-review", "/cases/" + running + "/inspections"),
                Visit.of("manager", "/holidays"),
                Visit.of("manager", "/wordings"),
                Visit.of("/wordings/{code}", "manager", "/wordings/denial"),
                Visit.of("issuing", "/issuing"),
                Visit.of("/issuing/{number}", "issuing", "/issuing/" + running),
                Visit.of("/issuing/{number}/sending", "issuing", "/issuing/" + running + "/sending"),
                Visit.of("manager", "/overview"),
                Visit.of("manager", "/cards"),
                Visit.of("gaj-head", "/inbox"),
                Visit.of("manager", "/cases"),
                Visit.of("/cases/{number}", "manager", "/cases/" + running),
                Visit.of("/matters/{number}/{item}/ruling", "manager", ruling),
                Visit.of("/refusals/{number}", "manager", "/refusals/" + startups.refuse()),
                Visit.of("/projects/{code}", "manager", "/projects/2411-410300-04-01-123456"),
                Visit.of("manager", "/annexes"),
                Visit.of("/annexes", "scjg-liaison", "/annexes"),
                Visit.of("/annexes/lists/{code}", "manager", "/annexes/lists/ssdj?list=DECLARATION"),
                Visit.of("/annexes/filings/{id}", "manager", "/annexes/filings/" + OpenRound.emptyFiling(uploads)),
                Visit.of("manager", "/systems"),
                Visit.of("/systems/{department}", "admin", "/systems/scjg"),
                Visit.of("manager", "/annexes/rounds"),
                Visit.of("/annexes/rounds/{id}", "manager", "/annexes/rounds/" + round),
                Visit.of("/annexes/rounds/{id}/roll-up", "manager", "/annexes/rounds/" + round + "/roll-up"),
                Visit.of(
                        "/waivers/{finding}",
                        "manager",
                        "/waivers/" + quality.report().judged().open().get(0).key()),
                Visit.of("scjg-liaison", "/revisions"),
                Visit.of("/revisions/{id}", "scjg-liaison", revised),
                Visit.of(
                        "/revisions/versions",
                        "scjg-liaison",
                        "/revisions/versions?kind=ITEM&name=%E5%85%AC%E7%AB%A0%E5%88%BB%E5%88%B6%E5%A4%87%E6%A1%88"),
                Visit.of(
                        "/revisions/versions/{number}",
                        "manager",
                        "/revisions/versions/1?kind=ITEM&name=%E5%85%AC%E7%AB%A0%E5%88%BB%E5%88%B6%E5%A4%87%E6%A1%88"),
                Visit.of("/revisions/{id}/preview", "scjg-liaison", revised + "/preview"),
                Visit.of("/revisions/{id}/beside", "scjg-liaison", revised + "/beside"),
                Visit.of("/revisions", "lead-scjg", "/revisions?status=DRAFT"),
                Visit.of("/revisions/{id}", "lead-scjg", designed),
                Visit.of("/revisions/{id}", "manager", revised),
                Visit.of("auditor", "/editions"),
                Visit.of("/editions/{number}", "admin", "/editions/1"),
                Visit.of("auditor", "/audit"),
                Visit.of("admin", "/accounts"),
                Visit.of("admin", "/accounts/new"),
                Visit.of("/accounts/{name}", "admin", "/accounts/clerk"),
                Visit.of("admin", "/account/password"));
        visits = Stream.of(Visit.ofAnybody(document), staffs)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    @DisplayName("没有一个页面漏列，也没有列了却没有的")
    void noneIsForgotten() {
        Set<String> listed = visits.stream()
                .map(Visit::route)
                .filter(route -> !route.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(Visit.NO_PAGES);
        assertThat(Visit.pages(handlers)).as("Give a new page an example above").isEqualTo(listed);
    }

    @Test
    @DisplayName("一页一页看过")
    void lookAtAll() {
        Map<String, Page> desks = new HashMap<>();
        for (Visit visit : visits) {
            Page page = desks.computeIfAbsent(
                    visit.account(),
                    account -> account.isEmpty() ? visitor(DESK) : signedIn(account, DemoAccounts.PASSWORD, DESK));
            Response answer = page.navigate(visit.path());
            assertThat(answer.status()).as(visit.path()).isEqualTo(visit.status());
            assertThat(page.url()).as("not sent elsewhere").endsWith(visit.path());
            noSeriousViolations(page);
            Targets.areBigEnough(page);
            page.evaluate("document.documentElement.dataset.type = 'large'");
            nothingSticksOut(page);
        }
    }

    @Test
    @DisplayName("有问题的看得出来")
    void faultsAreFound() {
        Page page = visitor(DESK);
        page.navigate("/help");
        page.evaluate("document.documentElement.removeAttribute('lang')");
        assertThatThrownBy(() -> noSeriousViolations(page)).hasMessageContaining("html-has-lang");
    }
}
