package city.onewindow.window.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.onewindow.identity.Actor;
import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexBook;
import city.onewindow.window.AnnexSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公式、合并、隐藏的格：预览里指到格，批注副本里批注，行号处处一样；不能确认")
class ConcealedCellsTest extends FilingHouseTest {

    private static final Actor LIAISON = liaison("gjj");
    private static final int HEADING = 3;

    private Target target = new Target(Annex.DEPARTMENT, "", "", "");

    @BeforeEach
    void fresh() {
        target = target(Annex.DEPARTMENT, "gjj");
        returned(target);
    }

    /** The annex as another program would lay it out: its title, two cells above, the heading in line 4, the foot below. */
    private byte[] drawn(Consumer<Worksheet> more) throws IOException {
        AnnexSheet sheet = sheet(target);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "OneWindow", null)) {
            Worksheet to = book.newWorksheet("附件2");
            to.value(0, 0, "部门事项清单");
            to.range(0, 0, 0, 9).merge();
            to.value(1, 0, "填报单位（章）");
            to.value(1, 1, target.name());
            for (int column = 0; column < sheet.columns().size(); column++) {
                to.value(HEADING, column, sheet.columns().get(column));
                for (int row = 0; row < sheet.rows().size(); row++) {
                    Object cell = sheet.rows().get(row).get(column);
                    if (cell instanceof Number number) {
                        to.value(HEADING + 1 + row, column, number);
                    } else {
                        to.value(HEADING + 1 + row, column, cell.toString());
                    }
                }
            }
            to.value(HEADING + 2 + sheet.rows().size(), 0, "审核人：王五");
            to.range(
                            HEADING + 2 + sheet.rows().size(),
                            0,
                            HEADING + 2 + sheet.rows().size(),
                            9)
                    .merge();
            more.accept(to);
        }
        return bytes.toByteArray();
    }

    private Filing concealed() throws IOException {
        byte[] drawn = drawn(sheet -> {
            sheet.formula(HEADING + 1, 9, "40+2");
            sheet.range(HEADING + 2, 22, HEADING + 3, 23).merge();
            sheet.hideRow(HEADING + 4);
            sheet.hideColumn(3);
            sheet.hideColumn(30);
        });
        return read(
                target,
                new Workshop(drawn)
                        .replace(Workshop.SHEET, "<f>40+2</f>", "<f>40+2</f><v>42</v>")
                        .workbook(),
                LIAISON);
    }

    @Test
    @DisplayName("每一处都说，表外的合并和隐藏不管；不能报送")
    void atTheirCells() throws IOException {
        Filing read = concealed();
        assertThat(read.refusals()).isEmpty();
        assertThat(read.head()).containsEntry(HeadLine.REVIEWER, "王五");
        assertThat(read.headFlaws())
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.told()).startsWith("第4行 D列 表头：这一列是隐藏的"));
        assertThat(told(read, LIAISON))
                .hasSize(6)
                .anySatisfy(
                        line -> assertThat(line).startsWith("第5行 J列 年办件量：是公式").contains("换成算出来的值"))
                .anySatisfy(line -> assertThat(line).startsWith("第6行 W列 不纳入理由：W6:X7 是合并单元格"))
                .anySatisfy(line -> assertThat(line).startsWith("第7行 X列 备注：W6:X7 是合并单元格"))
                .anySatisfy(line -> assertThat(line).startsWith("第8行 A列 序号：这一行是隐藏的"));
        assertThatThrownBy(() -> filings.file(read.id(), LIAISON))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessageContaining("4 行有问题");
    }

    @Test
    @DisplayName("批注副本：每一处都有批注，行号和原文件一样；公式成了值、隐藏的显示出来，只剩要人看的")
    void annotated() throws IOException {
        Filing read = concealed();
        byte[] copy = filings.annotated(read.id(), LIAISON);
        Workshop parts = new Workshop(copy);
        for (String cell : List.of("D4", "J5", "W6", "X6", "W7", "X7", "A8")) {
            assertThat(parts.text("xl/comments1.xml")).contains("<comment ref=\"" + cell + "\"");
        }
        assertThat(parts.text(Workshop.SHEET)).contains("<c r=\"J5\"").doesNotContain("hidden=", "<f>");
        Filing again = read(target, copy, LIAISON);
        assertThat(again.isWrong()).isFalse();
        assertThat(again.head()).isEqualTo(read.head());
        assertThat(lines(again)).isEqualTo(lines(read));
        assertThat(filings.rows(again.id(), null, 1, 1, LIAISON).get(0).cells().get(9))
                .isEqualTo("42");
    }

    private List<Integer> lines(Filing filing) {
        return filings.rows(filing.id(), null, 1, 1000, LIAISON).stream()
                .map(CheckedRow::line)
                .toList();
    }

    @Test
    @DisplayName("有空行的表，副本里每一行也在原来的地方；表头上的错批在它自己的格里")
    void sameLines() throws IOException {
        int gap = HEADING + 20 + sheet(target).rows().size();
        byte[] drawn = drawn(sheet -> {
            sheet.value(1, 1, "别的单位");
            sheet.value(gap, 1, "新来的事项");
            sheet.value(gap, 9, "很多");
            sheet.formula(HEADING + 1, 9, "1+1");
            // What stands below the foot isn't read, so the foot goes further down.
            sheet.value(gap - 18, 0, "");
            sheet.value(gap + 3, 0, "审核人：王五");
        });
        Filing read = read(target, drawn, LIAISON);
        assertThat(told(read, LIAISON))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("第5行 J列").contains("没有存下算出来的值"))
                .anySatisfy(line -> assertThat(line).startsWith("第" + (gap + 1) + "行 J列"));
        assertThat(new Workshop(filings.annotated(read.id(), LIAISON)).text("xl/comments1.xml"))
                .contains("<comment ref=\"B2\"", "<comment ref=\"J" + (gap + 1) + "\"");
    }

    @Test
    @DisplayName("没写出来的行默认隐藏（zeroHeight）：写出来的都看得见，照收")
    void restHidden() throws IOException {
        byte[] file = new Workshop(drawn(sheet -> {}))
                .replace(
                        Workshop.SHEET,
                        "<sheetData>",
                        "<sheetFormatPr defaultRowHeight=\"15\" zeroHeight=\"1\"/><sheetData>")
                .workbook();
        assertThat(read(target, file, LIAISON).isWrong()).isFalse();
    }

    @Test
    @DisplayName("序号一列没有人读：用公式编号、编号出了错，都不拦")
    void numberedByFormula() throws IOException {
        byte[] file = new Workshop(drawn(sheet -> {
                    sheet.formula(HEADING + 1, 0, "ROW()-4");
                    sheet.formula(HEADING + 2, 0, "A5+B1");
                }))
                .replace(Workshop.SHEET, "<f>A5+B1</f>", "<f>A5+B1</f><v>#VALUE!</v>")
                .workbook();
        Filing read = read(target, file, LIAISON);
        assertThat(told(read, LIAISON)).isEmpty();
        assertThat(read.count(RowState.SAME)).isEqualTo(sheet(target).rows().size());
    }

    @Test
    @DisplayName("隐藏的工作表，两张工作表：不知道读哪一张，整份不收")
    void sheets() throws IOException {
        byte[] hidden = new Workshop(drawn(sheet -> {}))
                .replace(Workshop.WORKBOOK, "<sheet ", "<sheet state=\"hidden\" ")
                .workbook();
        assertThat(read(target, hidden, LIAISON).refusals())
                .singleElement()
                .asString()
                .contains("隐藏");
        byte[] two = AnnexBook.write(List.of(sheet(target), sheet(target)));
        assertThat(read(target, two, LIAISON).refusals())
                .singleElement()
                .asString()
                .contains("2 张工作表");
    }
}
