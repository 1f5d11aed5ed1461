package city.onewindow.intake;

import java.time.LocalDateTime;

/**
 * A line of what was handed in online and waits at a window: for a look beforehand, or for its acceptance.
 *
 * @param applicant masked
 * @param applied whether it was applied for (全程网办), and not only handed in for a look
 */
public record WaitingPreReview(
        String number, String title, String applicant, LocalDateTime submittedAt, boolean applied) {}
