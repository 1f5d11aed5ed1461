package city.onewindow.approval;

import city.onewindow.calendar.Remaining;

/**
 * A matter in a department's inbox.
 *
 * @param title of the case
 * @param applicant masked
 * @param remaining of the promised time
 */
public record InboxRow(Matter matter, String title, String applicant, Remaining remaining) {}
