package city.onewindow.window.web;

import city.onewindow.window.filing.Filing;
import city.onewindow.window.filing.Standing;

/**
 * A table that the reader has yet to file.
 *
 * @param href of the one that was returned; empty if none was filed
 * @param remark why that was returned
 * @param reminders how often the centre asked for it
 */
public record OwedLine(String title, String href, String remark, int reminders) {

    static OwedLine of(Standing owed) {
        Filing returned = owed.filing();
        return new OwedLine(
                owed.target().title(),
                returned == null ? "" : "/annexes/filings/" + returned.id(),
                returned == null ? "" : returned.remark(),
                owed.reminders());
    }
}
