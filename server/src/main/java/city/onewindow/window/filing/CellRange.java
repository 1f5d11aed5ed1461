package city.onewindow.window.filing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellAddress;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a sheet, A1:C3. Columns are counted from 0, as lists are, lines from 1, as a spreadsheet shows them.
 *
 * @param text as the file names them
 */
record CellRange(int firstColumn, int firstLine, int lastColumn, int lastLine, String text) {

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?");

    /** @throws city.onewindow.kernel.Problem.InvalidInput if it names no cells */
    static CellRange parse(@Nullable String reference) {
        Matcher cells = RANGE.matcher(reference == null ? "" : reference);
        if (!cells.matches()) {
            throw Refused.because("文件里合并单元格的位置“" + reference + "”不对，文件可能已经损坏。请重新另存后再上传。");
        }
        boolean isOne = cells.group(4) == null;
        return new CellRange(
                column(cells.group(1)),
                Integer.parseInt(cells.group(2)),
                column(isOne ? cells.group(1) : cells.group(3)),
                Integer.parseInt(isOne ? cells.group(2) : cells.group(4)),
                String.valueOf(reference));
    }

    private static int column(String letters) {
        return new CellAddress(letters + "1").getColumn();
    }

    boolean hasLine(int line) {
        return firstLine <= line && line <= lastLine;
    }

    /** 0 is A, 26 is AA. */
    static String letters(int column) {
        return CellAddress.convertNumToColString(column);
    }
}
