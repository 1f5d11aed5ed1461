package city.onewindow.window.filing;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a line above or below the table of an annex, or with its heading.
 *
 * @param about null: the heading of a column
 * @param line counted from 1, as a spreadsheet shows it
 * @param column counted from 0
 */
public record HeadFlaw(@Nullable HeadLine about, int line, int column, String message) {

    /** What people call the place. */
    public String label() {
        return about == null ? "表头" : about.label();
    }

    /** Such as A2. */
    public String cell() {
        return CellRange.letters(column) + line;
    }

    /** Where and what, as somebody who mends it reads it: 第2行 A列 填报单位（章）：…. */
    public String told() {
        return "第" + line + "行 " + CellRange.letters(column) + "列 " + label() + "：" + message;
    }
}
