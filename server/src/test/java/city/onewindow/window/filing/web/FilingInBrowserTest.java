package city.onewindow.window.filing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import city.onewindow.BrowserTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.DemoAccounts;
import city.onewindow.identity.Role;
import city.onewindow.kernel.IdempotencyKey;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import city.onewindow.window.DepartmentAnnex;
import city.onewindow.window.OneThingAnnex;
import city.onewindow.window.WindowAnnex;
import city.onewindow.window.WindowList;
import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.FilingStatus;
import city.onewindow.window.filing.FilingUploads;
import city.onewindow.window.filing.Filings;
import city.onewindow.window.filing.OpenRound;
import city.onewindow.window.filing.Reminders;
import city.onewindow.window.filing.Round;
import city.onewindow.window.filing.Rounds;
import city.onewindow.window.filing.Workshop;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("在浏览器里报送附件")
class FilingInBrowserTest extends BrowserTest {

    private static final String DEPARTMENT = "rsj";

    @Autowired
    Rounds rounds;

    @Autowired
    Reminders reminders;

    @Autowired
    Filings filings;

    @Autowired
    FilingUploads uploads;

    private AnnexSheet sheet(String note, String volume) {
        AnnexSheet sheet = new DepartmentAnnex(
                        catalogs.current(),
                        catalogs.current().department(DEPARTMENT).orElseThrow())
                .sheet(LocalDate.of(2026, 11, 4));
        List<List<Object>> rows = new ArrayList<>(sheet.rows());
        List<Object> cells = new ArrayList<>(rows.get(0));
        cells.set(sheet.columns().indexOf("备注"), note);
        cells.set(sheet.columns().indexOf("年办件量"), volume);
        rows.set(0, List.copyOf(cells));
        return new AnnexSheet(sheet.name(), sheet.title(), sheet.head(), sheet.columns(), rows, sheet.foot());
    }

    private Filing read(Annex annex, String code, AnnexSheet sheet, Actor actor) {
        return uploads.preview(
                annex,
                code,
                "填好的.xlsx",
                Workshop.spooled(AnnexBook.write(List.of(sheet))),
                new IdempotencyKey(UUID.randomUUID().toString()),
                actor);
    }

    private void returned(Round round, Annex annex, String code) {
        rounds.standings(round).stream()
                .filter(standing -> standing.target().choice().equals(annex.number() + "-" + code))
                .map(standing -> standing.filing())
                .filter(filing -> filing != null && filing.status() != FilingStatus.RETURNED)
                .forEach(filing -> filings.giveBack(filing.id(), "测试重来", OpenRound.CENTRE));
    }

    @Test
    @DisplayName("附件3 与本部门不一致的，联络员在附件页面看得到；中心代传的表，只能由部门确认")
    void differencesAndWhoConfirms() {
        Round round = OpenRound.of(rounds);
        returned(round, Annex.WINDOW, "shsw");
        returned(round, Annex.DEPARTMENT, DEPARTMENT);
        Actor lead = new Actor("lead-" + DEPARTMENT, "牵头岗", Set.of(Role.LEAD_DEPARTMENT), DEPARTMENT, null);
        AnnexSheet list = new WindowAnnex(catalogs.current(), WindowList.of(catalogs.current(), "shsw"))
                .sheet(LocalDate.of(2026, 11, 4));
        filings.file(
                read(Annex.WINDOW, "shsw", written(list, "咨询电话", "0379-63009999"), lead)
                        .id(),
                lead);
        long forDepartment = read(Annex.DEPARTMENT, DEPARTMENT, sheet("中心代传", "12"), OpenRound.CENTRE)
                .id();

        Page page = signedIn(DEPARTMENT + "-liaison", DemoAccounts.PASSWORD, DESK);
        page.navigate("/annexes");
        assertThat(page.locator("#differences")).containsText("清单里是“0379-63009999”");
        noSeriousViolations(page);
        screenshot(page, "annexes-differences");
        Page phone = signedIn(DEPARTMENT + "-liaison", DemoAccounts.PASSWORD, 390);
        phone.navigate("/annexes");
        noSeriousViolations(phone);
        screenshot(phone, "annexes-differences-phone");

        Page centre = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        for (int width : new int[] {390, 1280}) {
            Page lists = signedIn("manager", DemoAccounts.PASSWORD, width);
            for (String derived : new String[] {"DEFERRABLE", "DECLARATION", "ONE_TIME_NOTICE"}) {
                lists.navigate("/annexes/lists/ssdj?list=" + derived);
                assertThat(lists.locator("table.listed tbody tr").first()).isVisible();
                noSeriousViolations(lists);
                screenshot(lists, "list-" + derived.toLowerCase(Locale.ROOT) + "-" + width);
            }
        }
        centre.navigate("/annexes/filings/" + forDepartment);
        assertThat(centre.locator(".filing-acts")).containsText("确认才算报送");
        assertThat(centre.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认报送")))
                .hasCount(0);
        noSeriousViolations(centre);
        screenshot(centre, "filing-for-department");
        page.navigate("/annexes/filings/" + forDepartment);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认报送")))
                .hasCount(1);
    }

    /** Every row with the cell written over. */
    private static AnnexSheet written(AnnexSheet sheet, String heading, Object cell) {
        List<List<Object>> rows = sheet.rows().stream()
                .map(row -> {
                    List<Object> cells = new ArrayList<>(row);
                    cells.set(sheet.columns().indexOf(heading), cell);
                    return List.copyOf(cells);
                })
                .toList();
        return new AnnexSheet(sheet.name(), sheet.title(), sheet.head(), sheet.columns(), rows, sheet.foot());
    }

    private void upload(Page page, AnnexSheet sheet) {
        upload(page, Annex.DEPARTMENT, sheet);
    }

    private void upload(Page page, Annex annex, AnnexSheet sheet) {
        page.navigate("/annexes");
        Locator target = page.locator("select[name=target]");
        target.selectOption(annex.number() + "-" + DEPARTMENT);
        page.locator("input[name=file]").setInputFiles(Workshop.spooled(AnnexBook.write(List.of(sheet))));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上传并检查"))
                .click();
    }

    @Test
    @DisplayName("改了名的事项说是像哪一个，不悄悄当新的")
    void renamed() {
        returned(OpenRound.of(rounds), Annex.DEPARTMENT, DEPARTMENT);
        AnnexSheet known = sheet("", "12");
        int column = Annex.DEPARTMENT.item();
        String name = String.valueOf(known.rows().get(0).get(column));
        List<List<Object>> rows = new ArrayList<>(known.rows());
        List<Object> cells = new ArrayList<>(rows.get(0));
        cells.set(column, name + "改");
        rows.set(0, cells);
        AnnexSheet sheet =
                new AnnexSheet(known.name(), known.title(), known.head(), known.columns(), rows, known.foot());
        Page page = signedIn(DEPARTMENT + "-liaison", DemoAccounts.PASSWORD, DESK);
        upload(page, sheet);
        assertThat(page.locator("table.preview")).containsText("像是“" + name + "”改了名");
        screenshot(page, "filing-renamed");
    }

    @Test
    @DisplayName("附件1 里目录没有的事项：逐行说、说像哪一个，确认时再问一次有几行")
    void unknownToTheCatalog() {
        OpenRound.of(rounds);
        AnnexSheet known = new OneThingAnnex(
                        catalogs.current(),
                        catalogs.current().department(DEPARTMENT).orElseThrow())
                .sheet(LocalDate.of(2026, 11, 4));
        int column = Annex.ONE_THING.item();
        String item = String.valueOf(known.rows().get(0).get(column));
        List<List<Object>> rows = new ArrayList<>(known.rows());
        for (String name : List.of(item + "书", "从来没有过的一种行政许可")) {
            List<Object> cells = new ArrayList<>(known.rows().get(0));
            for (String derived : List.of("基本编码", "实施编码")) {
                cells.set(Annex.ONE_THING.column(derived), "");
            }
            cells.set(column, name);
            rows.add(List.copyOf(cells));
        }
        Page page = signedIn(DEPARTMENT + "-liaison", DemoAccounts.PASSWORD, DESK);
        upload(
                page,
                Annex.ONE_THING,
                new AnnexSheet(known.name(), known.title(), known.head(), known.columns(), rows, known.foot()));
        Locator preview = page.locator("table.preview");
        assertThat(preview).containsText("目录里没有名为“" + item + "书”的事项");
        assertThat(preview).containsText("名称相近的有：“" + item + "”");
        assertThat(preview).containsText("目录里没有名为“从来没有过的一种行政许可”的事项");
        noSeriousViolations(page);
        screenshot(page, "filing-unknown-items");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认报送"))
                .click();
        assertThat(page.locator("#confirm [data-note]")).containsText("有 2 行是新增的，其中 2 行写的事项目录里没有");
        page.keyboard().press("Escape");
        page.getByRole(AriaRole.BUTTON, named("放弃")).click();
        page.locator("#confirm [data-yes]").click();
        assertThat(page.locator("main > .notice").first()).containsText("什么都没有报送");
    }

    @Test
    @DisplayName("联络员上传、看问题、改好、报送；中心退回、接收；桌面和手机都看得清")
    void fileAndAccept() {
        Round round = OpenRound.of(rounds);
        returned(round, Annex.DEPARTMENT, DEPARTMENT);
        rounds.standings(round).stream()
                .filter(standing -> standing.isOwed()
                        && standing.target().annex() == Annex.DEPARTMENT
                        && standing.target().code().equals(DEPARTMENT))
                .forEach(
                        standing -> reminders.remind(round.id(), Annex.DEPARTMENT, DEPARTMENT, null, OpenRound.CENTRE));

        Page page = signedIn(DEPARTMENT + "-liaison", DemoAccounts.PASSWORD, DESK);
        page.navigate("/annexes");
        assertThat(page.locator(".rail-nav .count")).containsText("等着您办的");
        assertThat(page.locator("main")).containsText("政务服务中心催报");
        noSeriousViolations(page);
        screenshot(page, "annexes-liaison");

        upload(page, sheet("每周五下午不办", "很多"));
        assertThat(page.locator("main")).containsText("J列 年办件量：应为整数");
        assertThat(page.locator(".badge").first()).hasText("有错待改");
        noSeriousViolations(page);
        screenshot(page, "filing-wrong");

        upload(page, sheet("每周五下午不办", "1200"));
        assertThat(page.locator("table.preview")).containsText("→ “每周五下午不办”");
        noSeriousViolations(page);
        screenshot(page, "filing-preview");
        String filing = page.url();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认报送"))
                .click();
        page.locator("#confirm [data-yes]").click();
        assertThat(page.locator("main")).containsText("建了 1 份事项修改");

        Page phone = signedIn(DEPARTMENT + "-liaison", DemoAccounts.PASSWORD, 390);
        phone.navigate(filing);
        noSeriousViolations(phone);
        screenshot(phone, "filing-phone");
        phone.navigate("/annexes");
        noSeriousViolations(phone);
        screenshot(phone, "annexes-phone");

        Page centre = signedIn("manager", DemoAccounts.PASSWORD, DESK);
        centre.navigate("/annexes/rounds/" + round.id());
        assertThat(centre.locator("#roll-up #checks")).isVisible();
        noSeriousViolations(centre);
        screenshot(centre, "round");
        centre.locator("form[action$='/remind-all'] button").click();
        centre.locator("#confirm [data-yes]").click();
        assertThat(centre.locator("main > .notice")).containsText("已催报附件2没有报送的");
        centre.locator("form[action$='/distribute'] button").click();
        assertThat(centre.locator("#confirm [data-note]")).containsText("附件2 还缺");
        centre.keyboard().press("Escape");
        centre.navigate(filing);
        centre.locator("summary").click();
        centre.locator("textarea[name=remark]").fill("请补上联系电话");
        centre.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("退回给部门"))
                .click();
        assertThat(centre.locator("main")).containsText("中心退回：请补上联系电话");
        screenshot(centre, "filing-returned");
        page.navigate("/annexes");
        assertThat(page.locator("main .notice").first()).containsText("，已退回：请补上联系电话");
        noSeriousViolations(page);
        screenshot(page, "annexes-owed");

        upload(page, sheet("每周五下午学习", "1200"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认报送"))
                .click();
        page.locator("#confirm [data-yes]").click();
        assertThat(page.locator("main")).containsText("已报送");
        centre.navigate(page.url());
        centre.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("接收"))
                .click();
        assertThat(centre.locator("main")).containsText("已接收");

        Page watching = signedIn("manager", DemoAccounts.PASSWORD, 390);
        watching.navigate("/annexes/rounds/" + round.id());
        noSeriousViolations(watching);
        screenshot(watching, "round-phone");
    }
}
