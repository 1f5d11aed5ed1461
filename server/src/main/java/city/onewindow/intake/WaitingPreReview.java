package city.onewindow.intake;

import java.time.LocalDateTime;

/**
 * A line of what waits for pre-review at a window.
 *
 * @param applicant masked
 */
public record WaitingPreReview(String number, String title, String applicant, LocalDateTime submittedAt) {}
