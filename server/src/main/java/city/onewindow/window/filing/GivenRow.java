package city.onewindow.window.filing;

import java.util.List;

/**
 * A row of a table as it was handed in.
 *
 * @param line counted from 1, as a spreadsheet shows it
 * @param cells one for each column of the annex
 */
record GivenRow(int line, List<Cell> cells) {

    GivenRow {
        cells = List.copyOf(cells);
    }

    /** As it was kept, to be looked at again. */
    static GivenRow of(CheckedRow kept) {
        return new GivenRow(
                kept.line(),
                kept.cells().stream().map(text -> new Cell(text, false, "")).toList());
    }

    /**
     * @param isNumber whether the spreadsheet holds a number and not a text
     * @param flaw why the cell can't hold what the column is for; empty if it can
     */
    record Cell(String text, boolean isNumber, String flaw) {
        static final Cell EMPTY = new Cell("", false, "");

        /** With something else that is wrong with it. */
        Cell with(String further) {
            return new Cell(text, isNumber, flaw.isEmpty() ? further : flaw + "；" + further);
        }
    }

    List<String> texts() {
        return cells.stream().map(Cell::text).toList();
    }
}
