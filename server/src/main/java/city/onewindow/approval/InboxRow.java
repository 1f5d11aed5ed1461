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
 * @param hearing until when a hearing (听证) is called and held; null unless one waits to be called
 * @param together whether it may be done together with others, as far as no hearing (听证) is open
 * @param workedThere whether it is worked in the department's own system, and only there
 * @param inPlace how the reader is recorded who works it in the place of a colleague on leave, 李四（代张三）; null if he doesn't
 */
public record InboxRow(
        Matter matter,
        String title,
        String applicant,
        Remaining remaining,
        @Nullable Suspension special,
        @Nullable HearingClock hearing,
        boolean together,
        boolean workedThere,
        @Nullable String inPlace) {}
