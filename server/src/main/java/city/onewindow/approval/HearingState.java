package city.onewindow.approval;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What hearings (听证) let be done with a matter, and what its decision rests on.
 *
 * @param askUntil the last day on which somebody may ask for one; null unless somebody was told so and nobody has asked
 * @param toBeHeld whether one is to be held, and its record isn't written
 * @param heldFrom from when the days count within which it is held ({@link HearingClock}); null unless it is to be held and nobody was called to it
 * @param presiders accounts of those who presided over one that took place
 * @param record number of the last one's record; null if none was held
 */
public record HearingState(
        @Nullable LocalDate askUntil,
        boolean toBeHeld,
        @Nullable LocalDate heldFrom,
        List<String> presiders,
        @Nullable String record) {

    static final HearingState NONE = new HearingState(null, false, null, List.of(), null);

    public HearingState {
        presiders = List.copyOf(presiders);
    }

    /** Whether nothing can be decided on this day: somebody may still ask for one, or one is to be held. */
    public boolean isOpen(LocalDate day) {
        return toBeHeld || askUntil != null && !day.isAfter(askUntil);
    }

    /** Whether an act may be done on this day, as far as hearings have a say in it. */
    boolean allows(Act act, LocalDate day) {
        return switch (act) {
            case REVIEW, GRANT_DECLARED, SUSPEND, RESUME, TRANSFER, ASSIGN, TELL_HEARING -> !isOpen(day);
            case ASK_HEARING -> askUntil != null || toBeHeld;
            case WAIVE_HEARING -> isOpen(day);
            case CALL_HEARING -> toBeHeld || !isOpen(day);
            case RECORD_HEARING -> toBeHeld;
            default -> true;
        };
    }
}
