package city.onewindow.window;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Annexes as an .xlsx file: a sheet each, the table's heading frozen, cells that wrap, wide enough to read. */
public final class AnnexBook {

    private static final int LONGEST_NAME = 31;
    /** In inches. */
    private static final float MARGIN = 0.4f;

    private static final int TITLE_HEIGHT = 24;

    /** A department that adds rows of its own adds them below. */
    private static final int FURTHER_ROWS = 100;

    private AnnexBook() {}

    /**
     * What is said in a cell, or of it in a comment.
     *
     * @param line of the sheet, counted from 0
     * @param column counted from 0
     */
    public record Remark(int line, int column, String text) {}

    /**
     * A table where somebody else put it. Lines and columns are counted from 0.
     *
     * @param heading line of its heading
     * @param lines of its rows
     * @param around what stands above and below it
     * @param remarks on cells, which stand out
     */
    public record Places(int heading, List<Integer> lines, List<Remark> around, List<Remark> remarks) {}

    /** @return the bytes of the file */
    public static byte[] write(List<AnnexSheet> sheets) {
        Set<String> names = new LinkedHashSet<>();
        return bytes(book -> sheets.forEach(sheet -> fill(book.newWorksheet(name(sheet.name(), names)), sheet)));
    }

    /**
     * @param sheet its head isn't written, what stands around the table is among the places
     * @return the bytes of a file of one sheet
     */
    public static byte[] write(AnnexSheet sheet, Places places) {
        return bytes(book -> fill(book.newWorksheet(name(sheet.name(), new LinkedHashSet<>())), sheet, places));
    }

    private static byte[] bytes(Consumer<Workbook> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "OneWindow", null)) {
            sheets.accept(book);
        } catch (IOException inMemory) {
            throw new UncheckedIOException("A spreadsheet in memory can't be written", inMemory);
        }
        return bytes.toByteArray();
    }

    /** Excel allows 31 characters, some signs not at all, and no name twice. */
    private static String name(String wanted, Set<String> taken) {
        String clean = wanted.replaceAll("[\\[\\]:*?/\\\\]", " ");
        String name = clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
        for (int number = 2; !taken.add(name); number++) {
            String end = "-" + number;
            name = clean.substring(0, Math.min(clean.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }

    private static void fill(Worksheet to, AnnexSheet sheet) {
        int last = sheet.columns().size() - 1;
        title(to, sheet.title());
        to.range(0, 0, 0, last).merge();
        // In the middle of several pages a title would be cut in two.
        to.range(0, 0, 0, last)
                .style()
                .horizontalAlignment(SheetMeasures.of(sheet).pages() == 1 ? "center" : "left")
                .set();
        for (int entry = 0; entry < sheet.head().size(); entry++) {
            int line = AnnexSheet.headLine(entry);
            to.value(
                    line,
                    0,
                    sheet.head().get(entry).getKey() + "："
                            + sheet.head().get(entry).getValue());
            to.range(line, 0, line, last).merge();
        }
        table(to, sheet, AnnexSheet.headLine(sheet.head().size()), sheet::line);
        to.value(sheet.line(sheet.rows().size()) + 1, 0, sheet.foot());
    }

    private static void fill(Worksheet to, AnnexSheet sheet, Places places) {
        table(to, sheet, places.heading(), row -> places.lines().get(row));
        int last = places.lines().get(places.lines().size() - 1);
        for (Remark text : places.around()) {
            if (text.line() == 0 && text.column() == 0) {
                title(to, text.text());
            } else {
                to.value(text.line(), text.column(), text.text());
            }
            last = Math.max(last, text.line());
        }
        for (Remark remark : places.remarks()) {
            to.comment(remark.line(), remark.column(), remark.text());
            to.style(remark.line(), remark.column())
                    .wrapText(remark.line() > places.heading())
                    .verticalAlignment("top")
                    .borderStyle("thin")
                    .fillColor("F8D7D3")
                    .set();
        }
        to.value(last + 2, 0, sheet.foot());
    }

    private static void title(Worksheet to, String title) {
        to.value(0, 0, title);
        to.style(0, 0).bold().fontSize(16).set();
        to.rowHeight(0, TITLE_HEIGHT);
    }

    /** @param line where a row stands */
    private static void table(Worksheet to, AnnexSheet sheet, int heading, IntUnaryOperator line) {
        int last = sheet.columns().size() - 1;
        SheetMeasures measures = SheetMeasures.of(sheet);
        for (int column = 0; column <= last; column++) {
            to.value(heading, column, sheet.columns().get(column));
            to.width(column, measures.widths().get(column));
        }
        to.rowHeight(heading, measures.height(sheet.columns()));
        to.range(heading, 0, heading, last)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .verticalAlignment("center")
                .fillColor("DDEBEA")
                .borderStyle("thin")
                .set();
        int end = heading;
        for (int row = 0; row < sheet.rows().size(); row++) {
            end = line.applyAsInt(row);
            for (int column = 0; column <= last; column++) {
                put(to, end, column, sheet.rows().get(row).get(column));
            }
            to.rowHeight(end, measures.height(sheet.rows().get(row)));
        }
        if (end > heading) {
            to.range(heading + 1, 0, end, last)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle("thin")
                    .set();
        }
        choices(to, sheet, heading + 1, end + FURTHER_ROWS);
        to.freezePane(0, heading + 1);
        printed(to, measures.pages(), heading);
    }

    /** On A3, as many pages wide as can be read; each has the heading and the number of the row. */
    private static void printed(Worksheet to, int pages, int heading) {
        to.paperSize(PaperSize.A3_PAPER);
        to.pageOrientation("landscape");
        to.fitToWidth((short) pages);
        to.fitToHeight((short) 0);
        to.leftMargin(MARGIN);
        to.rightMargin(MARGIN);
        to.repeatRows(heading);
        to.repeatCols(0);
        to.footer("第 &P 页，共 &N 页", Position.CENTER);
    }

    /** Where one word of a few belongs the cells offer them. */
    private static void choices(Worksheet to, AnnexSheet sheet, int from, int last) {
        List<AnnexColumn> columns =
                Annex.headed(sheet.columns()).map(Annex::columns).orElse(List.of());
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).holds() == AnnexColumn.Holds.WORD) {
                to.range(from, column, last, column)
                        .validateWithListByFormula(
                                '"' + String.join(",", columns.get(column).words()) + '"')
                        .errorStyle(DataValidationErrorStyle.STOP)
                        .errorTitle("没有这个选项")
                        .error("请从下拉的选项里选一个，或者清空这一格。")
                        .showErrorMessage(true);
            }
        }
    }

    private static void put(Worksheet to, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            to.value(row, column, number);
        } else {
            to.value(row, column, cell.toString());
        }
    }
}
