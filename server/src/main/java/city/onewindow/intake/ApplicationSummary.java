package city.onewindow.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a clerk's list.
 *
 * @param applicant masked
 * @param withdrawnOnline whether its applicant withdrew it himself, online; at a window a clerk writes it down
 * @param decideUntil last day of the window to decide on what it has received; null unless it owes that
 * @param deferredUntil null too once everything deferred was handed in
 * @param reroutedFrom code of the closed window from which it was handed over (转窗口); null for most, and once it is accepted or over
 */
public record ApplicationSummary(
        String number,
        String title,
        String applicant,
        ApplicationStatus status,
        String createdBy,
        LocalDateTime createdAt,
        @Nullable LocalDate supplementUntil,
        @Nullable LocalDate decideUntil,
        @Nullable LocalDate deferredUntil,
        boolean withdrawnOnline,
        @Nullable String reroutedFrom) {

    /** How it stands, and who ended it. */
    public String words() {
        return status == ApplicationStatus.WITHDRAWN ? ApplicationStatus.withdrawn(withdrawnOnline) : status.words();
    }
}
