package city.onewindow.approval;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A leave to be registered; every part may be missing.
 *
 * @param account who is away
 * @param from its first day, today or later
 * @param until its last day
 * @param standIn account of the colleague who stands in; may be left out
 * @param authorisation by the head of the department, who alone may give it; may be left out
 */
public record AskedLeave(
        @Nullable String account,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Leave.@Nullable Kind kind,
        @Nullable String standIn,
        @Nullable String authorisation) {}
