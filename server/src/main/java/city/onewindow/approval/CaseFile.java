package city.onewindow.approval;

import city.onewindow.identity.Actor;
import city.onewindow.identity.Role;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 办件: an accepted application, as its lists show it.
 *
 * @param oneThing code; null for items put together by hand
 * @param window code of the window that accepted it
 * @param leadDepartment code of the department that answers first for it (首办负责)
 * @param applicant masked
 * @param edition of the catalog that the case keeps
 * @param acceptedBy account of the clerk
 * @param promisedDue of the whole errand, as foreseen at acceptance
 * @param closedAt null while it runs
 * @param jointDays working days from acceptance within which licences of several departments are done together (统一办理),
 *     extended or not; null if they aren't
 */
public record CaseFile(
        String number,
        String title,
        @Nullable String oneThing,
        String window,
        String leadDepartment,
        String applicant,
        int edition,
        LocalDateTime acceptedAt,
        String acceptedBy,
        LocalDateTime promisedDue,
        LocalDateTime statutoryDue,
        @Nullable LocalDateTime closedAt,
        @Nullable Integer jointDays) {

    /** Nobody accepted it: five working days passed after the receipt (视为受理). */
    public boolean isAcceptedBySilence() {
        return acceptedBy.equals(HistoryEntry.SYSTEM);
    }

    /** Whether the actor is a clerk of the window that accepted it. */
    public boolean isOfWindow(Actor actor) {
        return actor.has(Role.CLERK) && window.equals(actor.window());
    }

    public boolean isClosed() {
        return closedAt != null;
    }
}
