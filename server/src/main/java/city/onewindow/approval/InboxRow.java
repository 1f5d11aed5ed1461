package city.onewindow.approval;

import city.onewindow.calendar.Remaining;
import city.onewindow.calendar.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * A matter in a department's inbox.
 *
 * @param title of the case
 * @param applicant masked
 * @param remaining of the promised time
 * @param special the days of the special procedure that stops its clock; null if none runs
 * @param workedThere whether it is worked in the department's own system, and only there
 */
public record InboxRow(
        Matter matter,
        String title,
        String applicant,
        Remaining remaining,
        @Nullable Suspension special,
        boolean workedThere) {}
