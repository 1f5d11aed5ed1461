package city.onewindow.window;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of an annex are and how high its rows, so that it can be read on the screen and on paper. Heights are
 * written out: not every program that opens a workbook works out how high a row of wrapped text is.
 *
 * @param widths of the columns, in units of which a Chinese character takes two
 */
record SheetMeasures(List<Integer> widths) {

    private static final int WIDEST = 28;
    private static final int NARROWEST = 7;
    /** A heading breaks over lines rather than make a column of short cells wide. */
    private static final int WIDEST_HEADING = 10;
    /** So much of a table is still legible on one sheet of A3. */
    private static final int UNITS_PER_PAGE = 330;

    private static final int FIRST_WIDE = 0x2000;
    private static final double POINTS_PER_LINE = 15;
    private static final int MOST_LINES = 27;

    static SheetMeasures of(AnnexSheet sheet) {
        return new SheetMeasures(IntStream.range(0, sheet.columns().size())
                .mapToObj(column -> width(sheet, column))
                .toList());
    }

    private static int width(AnnexSheet sheet, int column) {
        int longest = sheet.rows().stream()
                .mapToInt(row -> units(row.get(column).toString()))
                .max()
                .orElse(0);
        int heading = Math.min(WIDEST_HEADING, units(sheet.columns().get(column)));
        return Math.max(NARROWEST, Math.min(WIDEST, Math.max(longest, heading) + 1));
    }

    private static int units(String text) {
        return text.chars().map(character -> character < FIRST_WIDE ? 1 : 2).sum();
    }

    /** On how many sheets of paper it stands side by side. */
    int pages() {
        int units = widths.stream().mapToInt(Integer::intValue).sum();
        return (units + UNITS_PER_PAGE - 1) / UNITS_PER_PAGE;
    }

    /** In points. @param cells one a column */
    double height(List<?> cells) {
        int most = IntStream.range(0, cells.size())
                .map(column -> lines(cells.get(column).toString(), widths.get(column) - 1))
                .max()
                .orElse(1);
        return POINTS_PER_LINE * Math.min(most, MOST_LINES);
    }

    private static int lines(String text, int width) {
        return text.lines()
                .mapToInt(line -> Math.max(1, (units(line) + width - 1) / width))
                .sum();
    }
}
