package city.onewindow.approval.web;

/**
 * What a department is asked, in its list.
 *
 * @param inTime whether an answer still comes in time
 */
public record AskedRow(String href, String item, String by, String question, String until, boolean inTime) {}
