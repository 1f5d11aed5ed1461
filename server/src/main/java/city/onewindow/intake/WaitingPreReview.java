package city.onewindow.intake;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of what was handed in online and waits at a window: for a look beforehand, or for its acceptance.
 *
 * @param applicant masked
 * @param applied whether it was applied for (全程网办), and not only handed in for a look
 * @param reroutedFrom code of the closed window from which it was handed over (转窗口); null for most
 */
public record WaitingPreReview(
        String number,
        String title,
        String applicant,
        LocalDateTime submittedAt,
        boolean applied,
        @Nullable String reroutedFrom) {}
