package city.onewindow.window.filing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which cells of a sheet are computed, merged or hidden. Nobody who looks at a table sees what they hold, so each is a flaw at its
 * cell. Lines are counted from 1, columns from 0.
 */
final class CellFacts {

    private static final String FORMULA = "是公式，报表只收数值。请复制后用“选择性粘贴—数值”粘回去";
    private static final String WORKED_OUT = "（批注副本里已经换成算出来的值，核对后可以直接用）";
    private static final String UNKNOWN = "；文件里没有存下算出来的值，批注副本里这一格是空的，请填上";
    private static final String HIDDEN_ROW = "这一行是隐藏的。请取消隐藏（或取消筛选），核对里面的内容后再上传（批注副本里已经显示出来）";
    private static final String HIDDEN_COLUMN = "这一列是隐藏的。请取消隐藏，核对里面的内容后再上传（批注副本里已经显示出来）。";

    private final Map<Integer, BitSet> formulas = new HashMap<>();
    private final BitSet hiddenLines = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<CellRange> merged = new ArrayList<>();

    void formula(int line, int column) {
        formulas.computeIfAbsent(line, any -> new BitSet()).set(column);
    }

    void hideLine(int line) {
        hiddenLines.set(line);
    }

    void hideColumns(int first, int last) {
        hiddenColumns.set(first, last + 1);
    }

    /** @return how many there are now */
    int merge(CellRange range) {
        merged.add(range);
        return merged.size();
    }

    /** Why nobody sees what stands in a cell above or below the table, where cells may be merged; empty if one does. */
    String around(int line, int column) {
        return hiddenLines.get(line) ? HIDDEN_ROW + "。" : isFormula(line, column) ? FORMULA + "。" : "";
    }

    /** The cell with the formula that it has as its flaw. */
    GivenRow.Cell computed(GivenRow.Cell cell, int line, int column) {
        return isFormula(line, column) ? cell.with(FORMULA + (cell.text().isEmpty() ? UNKNOWN : WORKED_OUT)) : cell;
    }

    private boolean isFormula(int line, int column) {
        BitSet columns = formulas.get(line);
        return columns != null && columns.get(column);
    }

    /** A row of the table whose cells tell what they are merged with; that it is hidden its first cell tells. */
    GivenRow row(int line, List<GivenRow.Cell> cells) {
        List<CellRange> across =
                merged.stream().filter(range -> range.hasLine(line)).toList();
        if (across.isEmpty() && !hiddenLines.get(line)) {
            return new GivenRow(line, cells);
        }
        List<GivenRow.Cell> told = new ArrayList<>(cells);
        for (CellRange range : across) {
            for (int column = range.firstColumn(); column < cells.size() && column <= range.lastColumn(); column++) {
                told.set(column, cells.get(column).with(range.text() + " 是合并单元格，只有左上角的一格有内容。请取消合并，每一格都填上内容"));
            }
        }
        if (hiddenLines.get(line)) {
            told.set(0, told.get(0).with(HIDDEN_ROW));
        }
        return new GivenRow(line, told);
    }

    /**
     * What is wrong with the heading of the table.
     *
     * @param columns how many it has
     */
    List<HeadFlaw> heading(int line, int columns) {
        return hiddenColumns.stream()
                .takeWhile(column -> column < columns)
                .mapToObj(column -> new HeadFlaw(null, line, column, HIDDEN_COLUMN))
                .toList();
    }
}
