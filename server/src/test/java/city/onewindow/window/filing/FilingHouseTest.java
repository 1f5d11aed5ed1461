package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.HouseTest;
import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What tests of filings need: a round, tables to file, and the patience to have them read. */
abstract class FilingHouseTest extends HouseTest {

    static final Actor CENTRE = OpenRound.CENTRE;

    @Autowired
    Filings filings;

    @Autowired
    FilingUploads uploads;

    @Autowired
    Rounds rounds;

    @Autowired
    Reminders reminders;

    Round round = new Round(0, "", LocalDate.EPOCH, "", Instant.EPOCH, null, null);

    @BeforeEach
    void openRound() {
        round = OpenRound.of(rounds);
    }

    static Actor liaison(String department) {
        return new Actor(department + "-liaison", department + "联络员", Set.of(Role.LIAISON), department, null);
    }

    static Actor lead(String department) {
        return new Actor("lead-" + department, "牵头岗", Set.of(Role.LEAD_DEPARTMENT), department, null);
    }

    Target target(Annex annex, String code) {
        return Target.of(catalogs.current(), annex, code);
    }

    AnnexSheet sheet(Target target) {
        return target.sheet(catalogs.current(), LocalDate.of(2026, 11, 4));
    }

    /** The table with one cell written over. */
    static AnnexSheet with(AnnexSheet sheet, int row, String heading, Object cell) {
        List<List<Object>> rows = new ArrayList<>(sheet.rows());
        List<Object> cells = new ArrayList<>(rows.get(row));
        cells.set(sheet.columns().indexOf(heading), cell);
        rows.set(row, List.copyOf(cells));
        return new AnnexSheet(sheet.name(), sheet.title(), sheet.head(), sheet.columns(), rows, sheet.foot());
    }

    /** The table with something else behind a label of its head. */
    static AnnexSheet headed(AnnexSheet sheet, String label, String value) {
        List<Map.Entry<String, String>> head = sheet.head().stream()
                .map(line -> line.getKey().equals(label) ? Map.entry(label, value) : line)
                .toList();
        return new AnnexSheet(sheet.name(), sheet.title(), head, sheet.columns(), sheet.rows(), sheet.foot());
    }

    /** No filing of it stands accepted from another test. */
    void returned(Target target) {
        rounds.standings(round).stream()
                .filter(standing -> standing.target().equals(target) && !standing.isOwed())
                .forEach(standing -> filings.giveBack(
                        Objects.requireNonNull(standing.filing()).id(), "测试重来", CENTRE));
    }

    /** What is wrong with a filing, as its preview says it. */
    List<String> told(Filing filing, Actor actor) {
        return filings.rows(filing.id(), RowState.WRONG, 1, 100, actor).stream()
                .flatMap(row -> row.told(filing.annex()).stream())
                .toList();
    }

    /** Handed in and read to the end. */
    Filing read(Target target, byte[] file, Actor actor) {
        long id = uploads.upload(target.annex(), target.code(), "填好的 附件.xlsx", Workshop.spooled(file), actor);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> filings.get(id, actor), filing -> filing.status() != FilingStatus.READING);
    }

    Filing read(Target target, AnnexSheet sheet, Actor actor) {
        Filing filing = read(target, AnnexBook.write(List.of(sheet)), actor);
        assertThat(filing.refusals()).isEmpty();
        return filing;
    }
}
