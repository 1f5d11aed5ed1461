package city.onewindow.intake.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BlankImage;
import city.onewindow.BrowserTest;
import city.onewindow.approval.StartupCases;
import city.onewindow.catalog.ExampleForm;
import city.onewindow.catalog.MergedMaterial;
import city.onewindow.intake.AtHome;
import city.onewindow.intake.Counter;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.OnlineApplications;
import city.onewindow.intake.OnlineGate;
import city.onewindow.intake.OpenedApplication;
import city.onewindow.intake.PreReviewDesk;
import city.onewindow.intake.Reception;
import city.onewindow.kernel.Upload;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads no Chinese reads what it is that he can't read: all Chinese on his pages is marked as Chinese. */
@DisplayName("用英文在网上办：从办事指南到补正")
class OnlineInEnglishTest extends BrowserTest {

    private static final int HAND = 390;
    private static final int DESKTOP = 1280;
    private static final Pattern IN_LATIN = Pattern.compile("^[ -~]+$");
    private static final String FOUR_ITEMS = "?q_open_hf=none&q_bank_book=no&q_agent=no";

    /** What is written in Chinese outside of elements that say so; what somebody typed is his own. */
    private static final String UNMARKED = """
            () => {
              const chinese = (text) => /\\p{Script=Han}/u.test(text || "");
              const marked = (element) => (element.closest("[lang]") || element).lang.startsWith("zh");
              const found = [];
              const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (!parent.closest("script, style, textarea") && chinese(walker.currentNode.data) && !marked(parent)) {
                  found.push(walker.currentNode.data.trim());
                }
              }
              for (const element of document.querySelectorAll("*")) {
                for (const name of ["placeholder", "title", "alt", "aria-label", "data-confirm", "data-confirm-note",
                    "data-confirm-yes", "data-saving", "data-label"]) {
                  if (chinese(element.getAttribute(name)) && !marked(element)) {
                    found.push(name + ": " + element.getAttribute(name));
                  }
                }
              }
              return found.join("\\n");
            }
            """;

    @Autowired
    Reception reception;

    @Autowired
    PreReviewDesk desk;

    @Autowired
    OnlineApplications online;

    @Autowired
    OnlineGate gate;

    @Test
    @DisplayName("每一步都是英文，没有一处没标明的中文")
    void fromTheGuideToTheMending() {
        Page phone = visitor(HAND);
        OpenedApplication opened = begin(phone);
        fill(phone, opened);
        attach(phone, opened);
        String home = "/online/" + opened.number();
        phone.navigate(home);
        looked(phone, "english-ready");
        phone.getByRole(AriaRole.BUTTON, named("Apply online")).click();
        confirm(phone, "Hand in");
        assertThat(phone.locator("#now")).containsText("Applied online");
        assertThat(phone.locator("main")).containsText("the receipt is below");
        assertThat(phone.locator("section[aria-labelledby=told] li")).containsText("Receipt");
        looked(phone, "english-applied");
        track(phone, opened, "Applied online, waiting for acceptance");

        String unreadable = new AtHome(online, catalogs).brought(opened).get(0).key();
        new AtHome(online, catalogs).lookedAt(opened.number(), intake, unreadable);
        reception.notifyOnce(opened.number(), Counter.CLERK, null);
        track(phone, opened, "To be mended online");
        assertThat(phone.locator("h3 + .plain-list li > span").first()).hasText(IN_LATIN);
        phone.navigate(home);
        assertThat(phone.locator("main")).containsText("The one-time notice asks for 1 thing");
        looked(phone, "english-amending");
        phone.locator(".online-remarks a").click();
        phone.waitForURL("**/materials#m-*");
        looked(phone, "english-materials-amending");
        phone.navigate(home);
        phone.getByRole(AriaRole.BUTTON, named("Withdraw the application")).click();
        confirm(phone, "Withdraw");
        assertThat(phone.locator("#now")).containsText("Withdrawn");
        assertThat(phone.locator("main")).containsText("no longer handled online");
        assertThat(phone.locator("#bring")).hasCount(0);
        looked(phone, "english-withdrawn");
        phone.getByRole(AriaRole.BUTTON, named("Leave")).click();
        assertThat(phone.locator("main")).containsText("You have left application " + opened.number());
        phone.locator("#f-number").fill(opened.number());
        phone.locator("#f-code").fill("AAAAAAAA");
        phone.locator("main form button").first().click();
        assertThat(phone.locator("main")).containsText("both must be right");
        looked(phone, "english-open");
    }

    @Test
    @DisplayName("受理以后查进度：事项、部门是英文")
    void tracked() {
        String number = new StartupCases(intake, reception, catalogs).accept();
        Page phone = visitor(HAND);
        phone.navigate("/track?lang=en");
        phone.locator("#f-number").fill(number);
        phone.locator("#f-code")
                .fill(intake.dossier(number, Counter.CLERK).application().queryCode());
        phone.locator("main form button").first().click();
        assertThat(phone.locator("h1 + .sheet h2")).containsText("Starting a company");
        assertThat(phone.locator(".lane h3").first()).not().containsText("局");
        looked(phone, "english-track-case");
    }

    @Test
    @DisplayName("没有英文的问题和窗口，标明是中文")
    void withoutEnglish() {
        edition("jsonb_set(jsonb_set(content, '{nameEn}', '\"\"', false), '{questions,0,textEn}', '\"\"', false)");
        try {
            Page phone = visitor(HAND);
            phone.navigate("/online/new" + FOUR_ITEMS + "&thing=qykb&lang=en");
            assertThat(phone.locator("dt").first()).containsText("是否");
            looked(phone, "english-question-in-chinese");
            OpenedApplication opened = new AtHome(online, catalogs).submitted();
            desk.pass(opened.number(), Map.of(), Counter.CLERK, null);
            phone.navigate("/online");
            phone.locator("[name=number]").fill(opened.number());
            phone.locator("[name=code]")
                    .fill(online.dossier(opened).application().queryCode());
            phone.locator("main form button").first().click();
            assertThat(phone.locator("main")).containsText("企业开办综合受理窗口");
            looked(phone, "english-window-in-chinese");
        } finally {
            edition("""
                    (select before.content from catalog.entry before
                     where before.kind = closed.kind and before.key = closed.key and before.version = closed.version - 1)
                    """);
        }
    }

    /** A next edition, in which 企业开办 and its window say something else. */
    private void edition(String content) {
        jdbc.sql("""
                with edition as (
                    insert into catalog.edition (number, imported_at, imported_by, source, added, changed)
                    select max(number) + 1, now(), 'test', 'test', 0, 2 from catalog.edition returning number),
                closed as (
                    update catalog.entry set to_edition = edition.number from edition
                    where to_edition is null and kind in ('window', 'one_thing') and content ->> 'code' = 'qykb'
                    returning entry.*)
                insert into catalog.entry (kind, key, version, ordinal, from_edition, digest, content)
                select kind, key, version + 1, ordinal, to_edition, digest, %s from closed
                """.formatted(content)).update();
        catalogs.at(jdbc.sql("select max(number) from catalog.edition")
                .query(Integer.class)
                .single());
    }

    private OpenedApplication begin(Page phone) {
        phone.navigate("/things/qykb" + FOUR_ITEMS + "&lang=en");
        looked(phone, "english-guide");
        assertThat(phone.locator("#online a")).hasText("Apply online");
        phone.locator("#online a").click();
        phone.waitForURL("**/online/new?**");
        phone.locator("#f-name").fill("John Example");
        phone.locator("#f-idNumber").fill("123");
        phone.locator("#f-phone").fill("12");
        phone.locator("[name=consent]").check();
        phone.getByText("Begin to fill in").click();
        assertThat(phone.locator("#f-phone-error")).containsText("needs 11 digits");
        assertThat(phone.locator("#f-idNumber-error")).containsText("character by character");
        looked(phone, "english-begin");
        phone.locator("#f-idNumber").fill(Counter.ID_NUMBER);
        phone.locator("#f-phone").fill("13800000000");
        phone.locator("[name=consent]").check();
        phone.getByText("Begin to fill in").click();
        phone.locator(".online-codes").waitFor();
        looked(phone, "english-begun");
        return gate.open(
                phone.locator(".online-codes dd").first().innerText().strip(),
                phone.locator(".online-codes dd").last().innerText().strip(),
                "test");
    }

    /** Something wrong and something right by hand, the others from the published example, as if typed. */
    private void fill(Page phone, OpenedApplication opened) {
        phone.navigate("/online/" + opened.number() + "/form");
        phone.getByText("Next: papers").click();
        assertThat(phone.locator(".errors")).containsText("is not filled in yet.");
        looked(phone, "english-form");
        phone.locator("#f-registered_capital").fill("-1");
        phone.locator("#f-registered_capital").blur();
        assertThat(phone.locator("#f-registered_capital-error")).containsText("may not be less than");
        phone.locator("#f-registered_capital").fill("50");
        phone.locator("#f-registered_capital").blur();
        assertThat(phone.locator("#kept")).containsText("Saved");
        assertThat(phone.locator("#f-registered_capital-error")).hasCount(0);
        Dossier dossier = online.dossier(opened);
        online.fill(
                opened,
                new ExampleForm(catalogs.at(dossier.application().edition()), dossier.merge())
                        .values()
                        .without(dossier.application().form().codes()),
                Set.of());
        phone.navigate("/online/" + opened.number() + "/form");
        assertThat(phone.locator("#progress")).containsText("Everything that is required is filled in");
        looked(phone, "english-form-filled");
    }

    /** The first in the browser, the others through the door. */
    private void attach(Page phone, OpenedApplication opened) {
        phone.getByRole(AriaRole.BUTTON, named("Next: papers")).click();
        phone.waitForURL("**/materials");
        Locator first = phone.locator(".online-material").first();
        first.getByText("Upload", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(phone.locator("main")).containsText("No file was chosen");
        first.locator("input[type=file]").setInputFiles(new FilePayload("a.png", "image/png", BlankImage.png(30, 40)));
        assertThat(first.locator(".online-file a")).hasText("File 1");
        first.locator("summary").click();
        looked(phone, "english-materials");
        int size = 1;
        for (MergedMaterial material :
                new AtHome(online, catalogs).brought(opened).stream().skip(1).toList()) {
            online.attach(opened, material.key(), List.of(new Upload("a.png", BlankImage.png(size++, 7))), "test");
        }
    }

    private void track(Page phone, OpenedApplication opened, String state) {
        phone.navigate("/track");
        phone.locator("#f-number").fill(opened.number());
        phone.locator("#f-code").fill(online.dossier(opened).application().queryCode());
        phone.locator("main form button").first().click();
        assertThat(phone.locator("main")).containsText(state);
        looked(phone, "english-track");
    }

    /** At both widths: nothing sticks out, nothing is wrong for those who don't see, and no Chinese stands there unmarked. */
    private static void looked(Page page, String name) {
        org.assertj.core.api.Assertions.assertThat((String) page.evaluate(UNMARKED))
                .as("Chinese not marked as such on " + page.url())
                .isEmpty();
        for (int width : new int[] {DESKTOP, HAND}) {
            page.setViewportSize(width, 844);
            noSeriousViolations(page);
            screenshot(page, name + "-" + width);
        }
    }
}
