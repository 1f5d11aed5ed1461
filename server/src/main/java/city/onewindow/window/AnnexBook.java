package city.onewindow.window;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Annexes as an .xlsx file: a sheet each, the table's heading frozen, cells that wrap, wide enough to read. */
public final class AnnexBook {

    private static final int LONGEST_NAME = 31;
    private static final int WIDEST = 40;
    private static final int NARROWEST = 8;
    /** A Chinese character takes two of the units that a column's width is counted in. */
    private static final int UNITS = 2;

    /** A department that adds rows of its own adds them below. */
    private static final int FURTHER_ROWS = 100;

    private AnnexBook() {}

    /**
     * What is said of a cell, in a comment on it.
     *
     * @param line of the sheet, counted from 0
     * @param column counted from 0
     */
    public record Remark(int line, int column, String text) {}

    /** @return the bytes of the file */
    public static byte[] write(List<AnnexSheet> sheets) {
        return write(sheets, List.of());
    }

    /** @return the bytes of a file of one sheet, in which the cells that are remarked on stand out */
    public static byte[] write(AnnexSheet sheet, List<Remark> remarks) {
        return write(List.of(sheet), remarks);
    }

    private static byte[] write(List<AnnexSheet> sheets, List<Remark> remarks) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Set<String> names = new LinkedHashSet<>();
        try (Workbook book = new Workbook(bytes, "OneWindow", null)) {
            for (AnnexSheet sheet : sheets) {
                fill(book.newWorksheet(name(sheet.name(), names)), sheet, remarks);
            }
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

    private static void fill(Worksheet to, AnnexSheet sheet, List<Remark> remarks) {
        int last = sheet.columns().size() - 1;
        to.value(0, 0, sheet.title());
        to.range(0, 0, 0, last).merge();
        to.range(0, 0, 0, last)
                .style()
                .bold()
                .fontSize(16)
                .horizontalAlignment("center")
                .set();
        int row = 1;
        for (Map.Entry<String, String> entry : sheet.head()) {
            to.value(row, 0, entry.getKey() + "：" + entry.getValue());
            to.range(row, 0, row, last).merge();
            row++;
        }
        int heading = row;
        for (int column = 0; column <= last; column++) {
            to.value(heading, column, sheet.columns().get(column));
            to.width(column, width(sheet, column));
        }
        to.range(heading, 0, heading, last)
                .style()
                .bold()
                .wrapText(true)
                .horizontalAlignment("center")
                .fillColor("DDEBEA")
                .borderStyle("thin")
                .set();
        for (List<Object> cells : sheet.rows()) {
            row++;
            for (int column = 0; column <= last; column++) {
                put(to, row, column, cells.get(column));
            }
        }
        if (row > heading) {
            to.range(heading + 1, 0, row, last)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle("thin")
                    .set();
        }
        choices(to, sheet, heading + 1, row + FURTHER_ROWS);
        for (Remark remark : remarks) {
            to.comment(remark.line(), remark.column(), remark.text());
            to.style(remark.line(), remark.column())
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle("thin")
                    .fillColor("F8D7D3")
                    .set();
        }
        to.value(row + 2, 0, sheet.foot());
        to.freezePane(0, heading + 1);
        to.pageOrientation("landscape");
        to.fitToWidth((short) 1);
        to.fitToHeight((short) 0);
        to.repeatRows(heading);
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

    private static int width(AnnexSheet sheet, int column) {
        int longest = sheet.rows().stream()
                .mapToInt(row -> row.get(column).toString().length())
                .max()
                .orElse(0);
        int heading = sheet.columns().get(column).length();
        return Math.max(NARROWEST, Math.min(WIDEST, UNITS * Math.max(longest, heading)));
    }
}
