package city.onewindow.window.filing;

/**
 * What is wrong with a line above or below the table of an annex.
 *
 * @param line counted from 1, as a spreadsheet shows it
 * @param column counted from 0
 */
public record HeadFlaw(HeadLine about, int line, int column, String message) {

    /** Such as A2. */
    public String cell() {
        return CellRange.letters(column) + line;
    }

    /** Where and what, as somebody who mends it reads it: 第2行 A列 填报单位（章）：…. */
    public String told() {
        return "第" + line + "行 " + CellRange.letters(column) + "列 " + about.label() + "：" + message;
    }
}
