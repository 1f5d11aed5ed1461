package city.onewindow.catalog.content;

/**
 * One error in a content file.
 *
 * @param file name of the file inside its directory
 * @param line line of the file as an editor counts it
 * @param column heading of the column, empty if it is the row or the file as a whole
 * @param message what is wrong and what is allowed, in Chinese
 */
public record ContentFault(String file, int line, String column, String message) {

    /** {@code file:line column: what is wrong, what is allowed}. */
    public String text() {
        return file + ":" + line + (column.isEmpty() ? "" : " " + column) + ": " + message;
    }
}
