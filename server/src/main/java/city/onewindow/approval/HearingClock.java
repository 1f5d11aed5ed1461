package city.onewindow.approval;

import city.onewindow.calendar.Deadlines;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Until when a hearing (听证) that is to be held, and that nobody was called to, is held: within twenty working days of its request, or of its
 * being put off (行政许可法 第四十七条第一款); and until when all are called for that, seven working days before (第四十八条第一款第一项).
 *
 * @param from the day from which they count
 * @param yellowFrom from when little time is left to call
 */
public record HearingClock(LocalDate from, LocalDate callBy, LocalDate heldBy, LocalDateTime yellowFrom) {

    /** What the department does about it. */
    static final String WHAT = "通知听证，" + Hearing.HELD_WITHIN + " 个工作日内举行";

    static HearingClock from(LocalDate from, Deadlines deadlines) {
        LocalDate callBy = deadlines.workingDays().plus(from, Hearing.HELD_WITHIN - Hearing.CALLED_BEFORE);
        return new HearingClock(
                from,
                callBy,
                deadlines.workingDays().plus(from, Hearing.HELD_WITHIN),
                deadlines.yellowFrom(from.atTime(Deadlines.CLOSE), callBy.atTime(Deadlines.CLOSE), List.of()));
    }

    /** Empty unless one of the matter waits to be called. */
    public static Optional<HearingClock> of(Matter matter, Deadlines deadlines) {
        return Optional.ofNullable(matter.hearing().heldFrom()).map(from -> from(from, deadlines));
    }

    /** Whether it is too late to call so that all know in time. */
    public boolean isCalledLate(LocalDate today) {
        return today.isAfter(callBy);
    }

    LocalDateTime due() {
        return heldBy.atTime(Deadlines.CLOSE);
    }
}
