package city.onewindow.intake;

import city.onewindow.catalog.ErrandChoice;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An application that lies at a window, neither accepted nor over, as it is read to be handed over (转窗口): nothing of it is unsealed.
 *
 * @param window code
 * @param choice what was picked, without the answers
 * @param submittedAt when it was handed in online the last time; null if it was begun at the window
 * @param version as in {@link Application}
 */
record Lying(
        String number,
        String title,
        String window,
        ApplicationStatus status,
        ErrandChoice choice,
        @Nullable LocalDateTime submittedAt,
        long version) {}
