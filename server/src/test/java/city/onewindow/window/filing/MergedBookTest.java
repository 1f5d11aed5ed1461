package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;

import city.onewindow.catalog.Item;
import city.onewindow.catalog.Window;
import city.onewindow.identity.Actor;
import city.onewindow.window.Annex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("汇总表：附件2 按窗口各有一张，牵头部门照着整理受理清单")
class MergedBookTest extends FilingHouseTest {

    private static final List<String> DEPARTMENTS = List.of("gaj", "scjg");

    private String windowOf(String item) {
        return catalogs.current()
                .itemNamed(item)
                .map(Item::homeWindow)
                .flatMap(catalogs.current()::window)
                .map(Window::name)
                .orElseThrow();
    }

    private List<Sheet> merged() throws IOException {
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(rounds.merged(round.id(), CENTRE)))) {
            return book.getSheets().toList();
        }
    }

    /** Names of the items in a sheet. */
    private static List<String> items(byte[] workbook, String sheet) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            List<Row> rows = book.findSheet(sheet).orElseThrow().read();
            int heading = 0;
            while (!rows.get(heading).getCellText(0).equals("序号")) {
                heading++;
            }
            List<String> items = new ArrayList<>();
            for (Row row : rows.subList(heading + 1, rows.size())) {
                if (row.getCellText(0).matches("\\d+")) {
                    items.add(row.getCellText(3));
                }
            }
            return items;
        }
    }

    @Test
    @DisplayName("每个事项在它拟入窗口的那张里，只在那一张；各张合起来就是附件2")
    void byWindow() throws IOException {
        for (String department : DEPARTMENTS) {
            Target own = target(Annex.DEPARTMENT, department);
            returned(own);
            Actor liaison = liaison(department);
            filings.accept(
                    filings.file(read(own, sheet(own), liaison).id(), liaison).id(), CENTRE);
        }
        byte[] workbook = rounds.merged(round.id(), CENTRE);
        List<String> together = new ArrayList<>();
        List<String> sheets = merged().stream()
                .map(Sheet::getName)
                .filter(name -> name.startsWith("附件2 "))
                .toList();
        assertThat(sheets).as("两个部门的事项不止一个窗口").hasSizeGreaterThan(2).contains("附件2 公安服务综合受理窗口");
        for (String sheet : sheets) {
            List<String> items = items(workbook, sheet);
            assertThat(items)
                    .isNotEmpty()
                    .allSatisfy(item -> assertThat("附件2 " + windowOf(item)).isEqualTo(sheet));
            together.addAll(items);
        }
        assertThat(together).containsExactlyInAnyOrderElementsOf(items(workbook, "附件2"));
        DEPARTMENTS.forEach(department -> returned(target(Annex.DEPARTMENT, department)));
    }
}
