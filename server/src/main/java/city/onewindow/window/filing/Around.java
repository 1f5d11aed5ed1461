package city.onewindow.window.filing;

import java.util.List;

/**
 * What stands around the table of a file, where it stands: a copy of it has every line where its sender knows it.
 *
 * @param heading the line of the table's heading; 0 if nobody kept it
 */
record Around(int heading, List<Text> texts) {

    static final Around UNKNOWN = new Around(0, List.of());

    Around {
        texts = List.copyOf(texts);
    }

    /**
     * @param line counted from 1, as a spreadsheet shows it
     * @param column counted from 0
     */
    record Text(int line, int column, String text) {}
}
