package city.onewindow.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a clerk's list.
 *
 * @param applicant masked
 * @param withdrawnBy RETRACT by its applicant, online; WITHDRAW as he said at a window; LAPSE if it only counts as withdrawn, for he never
 *     mended what he was told; null unless it is withdrawn
 * @param receivedOn the day on which it was received: materials came in, it was applied for online, or a ruling reached the centre; null unless
 *     the window owes its decision
 * @param decideUntil last day of the window to decide on what it has received; null unless it owes that
 * @param deferredUntil null too once everything deferred was handed in
 * @param reroutedFrom code of the closed window from which it was handed over (转窗口); null for most, and once it is accepted or over
 * @param reopened whether a ruling set its refusal aside (复议、诉讼结果), and the window owes its answer
 * @param orderedUntil last day that such a ruling itself sets to accept it; null if it sets none, or the window has answered
 */
public record ApplicationSummary(
        String number,
        String title,
        String applicant,
        ApplicationStatus status,
        String createdBy,
        LocalDateTime createdAt,
        @Nullable LocalDate supplementUntil,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate decideUntil,
        @Nullable LocalDate deferredUntil,
        @Nullable IntakeAct withdrawnBy,
        @Nullable String reroutedFrom,
        boolean reopened,
        @Nullable LocalDate orderedUntil) {

    /** Whether a receipt was given at the window, of what is neither accepted nor told of as lacking something. */
    public boolean isTakenIn() {
        return status == ApplicationStatus.DRAFT && receivedOn != null && !reopened;
    }

    /** How it stands, and who ended it. */
    public String words() {
        return withdrawnBy == null ? status.words(receivedOn != null) : ApplicationStatus.withdrawn(withdrawnBy);
    }
}
