package city.onewindow.window.filing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a sheet, A1:C3.
 *
 * @param firstColumn counted from 0, as lists are
 * @param lastRow counted from 1, as a spreadsheet shows it
 */
record CellRange(int firstColumn, int lastRow, String text) {

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?");
    private static final int MOST_COLUMNS = 16_384;

    /** @throws city.onewindow.kernel.Problem.InvalidInput if it names no cells */
    static CellRange parse(@Nullable String reference) {
        Matcher cells = RANGE.matcher(reference == null ? "" : reference);
        if (!cells.matches()) {
            throw Refused.because("文件里合并单元格的位置“" + reference + "”不对，文件可能已经损坏。请重新另存后再上传。");
        }
        String last = cells.group(4) == null ? cells.group(2) : cells.group(4);
        return new CellRange(
                new CellAddress(cells.group(1) + "1").getColumn(), Integer.parseInt(last), String.valueOf(reference));
    }

    /** Whole columns, counted from 1 as the file does. */
    static CellRange columns(@Nullable String min, @Nullable String max) {
        String first = min == null ? "" : min;
        if (!first.matches("[0-9]{1,5}") || Integer.parseInt(first) > MOST_COLUMNS || first.equals("0")) {
            throw Refused.because("文件里隐藏列的位置“" + min + "”不对，文件可能已经损坏。请重新另存后再上传。");
        }
        return new CellRange(Integer.parseInt(first) - 1, Integer.MAX_VALUE, min + "-" + max);
    }

    /** 0 is A, 26 is AA. */
    static String letters(int column) {
        return CellAddress.convertNumToColString(column);
    }
}
