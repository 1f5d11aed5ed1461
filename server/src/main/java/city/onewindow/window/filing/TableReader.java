package city.onewindow.window.filing;

import city.onewindow.kernel.Problem;
import city.onewindow.window.Annex;
import city.onewindow.window.AnnexSheet;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads an annex out of a workbook whose {@link SheetFacts} allow it: the head, the heading, then a row a line to the foot. */
final class TableReader {

    static final int MOST_ROWS = 20_000;
    static final int LONGEST_CELL = 5_000;

    /** A text that stands once in a file may be shown by every cell: what is taken over is counted, not what the file holds. */
    static final int MOST_CHARACTERS = 20_000_000;

    /** The plan's head has some lines above the table; further down nobody looks for its heading. */
    private static final int HEADING_WITHIN = 30;

    private static final int TELL_EVERY = 250;

    /** The numbers of built-in formats that show a date or a time, from and to (ECMA-376, 18.8.30). */
    private static final List<List<Integer>> DATES =
            List.of(List.of(14, 22), List.of(27, 36), List.of(45, 47), List.of(50, 58));

    private static final Pattern DATE = Pattern.compile("[yYdD年日]");

    private final Annex annex;
    private final SheetFacts facts;
    private final IntConsumer progress;
    private final GivenHead head = new GivenHead();
    private final List<GivenRow> rows = new ArrayList<>();
    private int seen;
    private long characters;
    private int heading;
    private boolean footed;

    /**
     * @param heading where its heading stands, counted from 1
     * @param rows in the order of the file
     */
    record Table(int heading, GivenHead head, List<GivenRow> rows) {}

    private TableReader(Annex annex, SheetFacts facts, IntConsumer progress) {
        this.annex = annex;
        this.facts = facts;
        this.progress = progress;
    }

    /**
     * @param progress told now and then how many rows were read
     * @throws Problem.InvalidInput if it isn't this annex's table, or holds more than a table may
     */
    static Table read(Path file, Annex annex, SheetFacts facts, IntConsumer progress) {
        return new TableReader(annex, facts, progress).read(file);
    }

    private Table read(Path file) {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Row> stream = book.getFirstSheet().openStream()) {
            Iterator<Row> each = stream.iterator();
            boolean more = true;
            while (more && each.hasNext()) {
                more = take(each.next());
            }
        } catch (IOException | ExcelReaderException broken) {
            throw Refused.because("工作表读不出来，文件可能已经损坏。请在 Excel 或 WPS 里重新另存为 .xlsx 后再上传。");
        }
        if (heading == 0) {
            throw Refused.because(
                    "前 " + HEADING_WITHIN + " 行里没有找到表头（第一列为“序号”的一行）。请用本页下载的附件" + annex.number() + "填报，不要改动表头。");
        }
        if (rows.isEmpty()) {
            throw Refused.because("表头下面没有内容。请填好以后再上传。");
        }
        return new Table(heading, head, rows);
    }

    /** @return whether the table goes on */
    private boolean take(Row row) {
        seen++;
        if (seen % TELL_EVERY == 0) {
            progress.accept(seen);
        }
        String first = cell(row, 0).text();
        if (heading == 0) {
            if (first.equals(annex.columns().get(0).heading())) {
                heading = row.getRowNum();
                mustBeHeading(row);
            } else {
                head.take(row.getRowNum(), texts(row));
            }
            return heading > 0 || row.getRowNum() < HEADING_WITHIN;
        }
        if (HeadLine.isFoot(first)) {
            footed = true;
            head.take(row.getRowNum(), texts(row));
            return true;
        }
        List<GivenRow.Cell> cells = IntStream.range(0, annex.columns().size())
                .mapToObj(column -> given(row, column))
                .toList();
        // A number in front of nothing is a line that was left blank.
        if (cells.stream()
                .skip(1)
                .anyMatch(cell -> !cell.text().isEmpty() || !cell.flaw().isEmpty())) {
            if (footed) {
                throw Refused.because("第" + row.getRowNum() + "行在“" + AnnexSheet.FOOT + "”一行的下面，不会被读到。请把它移到表里，或者删去。");
            }
            rows.add(facts.marks().row(row.getRowNum(), cells));
            characters += cells.stream().mapToLong(cell -> cell.text().length()).sum();
        }
        if (characters > MOST_CHARACTERS) {
            throw Refused.because("表里的文字超过了 " + MOST_CHARACTERS + " 个字。请检查有没有整列重复的长文字，或分成几个文件报送。");
        }
        if (rows.size() > MOST_ROWS) {
            throw Refused.because("表里超过了 " + MOST_ROWS + " 行。请分成几个文件报送。");
        }
        return true;
    }

    /** The first column numbers the rows and nobody reads it, so nothing is wrong with a formula in it. */
    private GivenRow.Cell given(Row row, int column) {
        GivenRow.Cell cell = cell(row, column);
        return column == 0
                ? new GivenRow.Cell(cell.text(), cell.isNumber(), "")
                : facts.marks().computed(cell, row.getRowNum(), column);
    }

    private List<String> texts(Row row) {
        return IntStream.range(0, annex.columns().size())
                .mapToObj(column -> cell(row, column).text())
                .toList();
    }

    private void mustBeHeading(Row row) {
        List<String> headings = annex.headings();
        mustBeOfThisAnnex(row);
        List<String> faults = new ArrayList<>();
        for (int column = 0; column < headings.size(); column++) {
            String given = plain(cell(row, column).text());
            if (!given.equals(plain(headings.get(column)))) {
                faults.add("第" + row.getRowNum() + "行 " + CellRange.letters(column) + "列的表头应为“" + headings.get(column)
                        + "”，现为“" + given + "”。请用本页下载的附件" + annex.number() + "填报，不要增减、移动列。");
            }
        }
        if (!cell(row, headings.size()).text().isEmpty()) {
            faults.add("第" + row.getRowNum() + "行 " + CellRange.letters(headings.size()) + "列多出一列“"
                    + cell(row, headings.size()).text() + "”。请删去附件" + annex.number() + "没有的列。");
        }
        if (!faults.isEmpty()) {
            throw Refused.because(faults);
        }
    }

    /** Whoever chose the wrong table is told so once, not of every column. */
    private void mustBeOfThisAnnex(Row row) {
        Arrays.stream(Annex.values())
                .filter(other -> other != annex && isHeadingOf(other, row))
                .findFirst()
                .ifPresent(other -> {
                    throw Refused.because("这是附件" + other.number() + "的表，选择报送的是附件" + annex.number() + "。请选对报送的表，再上传。");
                });
    }

    private static boolean isHeadingOf(Annex other, Row row) {
        List<String> headings = other.headings();
        return IntStream.range(0, headings.size())
                .allMatch(column -> plain(cell(row, column).text()).equals(plain(headings.get(column))));
    }

    /** People break headings over two lines and type either kind of brackets. */
    private static String plain(String heading) {
        return heading.replaceAll("\\s", "").replace('(', '（').replace(')', '）').replace(':', '：');
    }

    private static GivenRow.Cell cell(Row row, int column) {
        Cell cell = row.getCellCount() > column ? row.getCell(column) : null;
        if (cell == null) {
            return GivenRow.Cell.EMPTY;
        }
        CellType type = cell.getType();
        if (type == CellType.NUMBER) {
            String number = number(cell);
            return new GivenRow.Cell(number, true, isDate(cell) ? "单元格是日期格式，存成了数字 " + number + "，请改为文本后重填" : "");
        }
        String text = Objects.requireNonNullElse(type == CellType.EMPTY ? "" : raw(cell), "")
                .strip();
        if (type == CellType.ERROR) {
            return new GivenRow.Cell(text, false, "单元格是错误值 " + text + "，请改为实际内容");
        }
        if (type == CellType.BOOLEAN) {
            return new GivenRow.Cell(text, false, "单元格是逻辑值 TRUE 或 FALSE，请填“是”或“否”等文字");
        }
        String shown = text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
        return shown.length() <= LONGEST_CELL
                ? new GivenRow.Cell(shown, false, "")
                : new GivenRow.Cell(
                        shown.substring(0, LONGEST_CELL),
                        false,
                        "内容有 " + shown.length() + " 个字，至多 " + LONGEST_CELL + " 个，请删减");
    }

    private static @Nullable String raw(Cell cell) {
        return cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    }

    private static String number(Cell cell) {
        BigDecimal number = cell.asNumber().stripTrailingZeros();
        // 1E+9999999 is a number, too, and would fill the memory if it were written out.
        return Math.abs(number.scale()) > 100 ? number.toString() : number.toPlainString();
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        boolean known = id != null && DATES.stream().anyMatch(range -> id >= range.get(0) && id <= range.get(1));
        return known
                || (format != null
                        && DATE.matcher(format.replaceAll("\"[^\"]*\"|\\[[^]]*]", ""))
                                .find());
    }
}
