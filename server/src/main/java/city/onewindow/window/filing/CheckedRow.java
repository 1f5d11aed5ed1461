package city.onewindow.window.filing;

import city.onewindow.window.Annex;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as it was handed in, and what is to be said of it.
 *
 * @param line counted from 1, as a spreadsheet shows it
 * @param cells one for each column of the annex
 * @param changes what the catalog says otherwise; empty unless it has changed
 */
public record CheckedRow(int line, RowState state, List<String> cells, List<Flaw> problems, List<Difference> changes) {

    public CheckedRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
    }

    /** @param column counted from 0 */
    public record Flaw(int column, String message) {}

    /** @param column counted from 0 */
    public record Difference(int column, String before, String after) {}

    CheckedRow with(Flaw flaw) {
        List<Flaw> more = new ArrayList<>(problems);
        more.add(flaw);
        return new CheckedRow(line, RowState.WRONG, cells, more, changes);
    }

    /** The item it is about. */
    String name(Annex annex) {
        return cells.get(annex.item());
    }

    /** Where and what, as somebody who mends it reads it: 第5行 D列 承诺时限：…. */
    public List<String> told(Annex annex) {
        return problems.stream()
                .map(flaw -> "第" + line + "行 " + CellRange.letters(flaw.column()) + "列 "
                        + annex.columns().get(flaw.column()).heading() + "：" + flaw.message())
                .toList();
    }

    /** The place of a column in this row, as a spreadsheet names it: I6. */
    public String cell(int column) {
        return CellRange.letters(column) + line;
    }

    /** What the row is about: the item, and the material where a row is one. */
    public String about(Annex annex) {
        return String.join(
                " · ",
                annex.keys().stream()
                        .map(cells::get)
                        .filter(cell -> !cell.isEmpty())
                        .toList());
    }
}
