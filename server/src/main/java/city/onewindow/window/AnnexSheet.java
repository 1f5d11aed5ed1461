package city.onewindow.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One sheet of an annex of the plan (附件1–3), as it is printed and mailed.
 *
 * @param name of the tab
 * @param head what stands above the table, by label, in order
 * @param rows cell by cell, numbers as numbers
 * @param foot what is to be signed
 */
public record AnnexSheet(
        String name,
        String title,
        List<Map.Entry<String, String>> head,
        List<String> columns,
        List<List<Object>> rows,
        String foot) {

    /** How the line begins that stands below the table. */
    public static final String FOOT = "审核人：";

    static final String SIGNED = FOOT + "　　　　　　负责人签字：　　　　　　单位盖章：";

    public AnnexSheet {
        head = List.copyOf(head);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Annex " + name + " has " + columns.size()
                        + " columns, but a row of " + row.size() + ": " + row);
            }
        }
    }

    /** Where a line of the head stands on the sheet, counted from 0: below the title. */
    public static int headLine(int number) {
        return 1 + number;
    }

    /** Where a row stands on the sheet: below the heading of the table. */
    public int line(int row) {
        return headLine(head.size()) + 1 + row;
    }

    /** The rows with their number in front. */
    static List<List<Object>> numbered(List<List<Object>> rows) {
        List<List<Object>> numbered = new ArrayList<>();
        for (List<Object> row : rows) {
            List<Object> cells = new ArrayList<>();
            cells.add(numbered.size() + 1);
            cells.addAll(row);
            numbered.add(List.copyOf(cells));
        }
        return numbered;
    }
}
