package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.AskedProcedure;
import city.onewindow.approval.Recommendation;
import city.onewindow.approval.SpecialProcedure;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an approver typed; every part may be missing.
 *
 * @param key made with the form, so that a form sent twice acts once
 */
public record TypedAct(
        @Nullable Act act,
        @Nullable Recommendation recommendation,
        @Nullable String opinion,
        @Nullable String reason,
        @Nullable String ground,
        @Nullable String different,
        @Nullable String heard,
        @Nullable String certificateNumber,
        SpecialProcedure.@Nullable Kind kind,
        @Nullable String body,
        @Nullable String staff,
        @Nullable String expectedEnd,
        @Nullable String result,
        @Nullable String days,
        @Nullable String key) {

    /** @param act that the reader wants to do; null if it is one of those that the matter waits for */
    static TypedAct blank(@Nullable Act act) {
        String key = UUID.randomUUID().toString();
        return new TypedAct(act, null, null, null, null, null, null, null, null, null, null, null, null, null, key);
    }

    AskedProcedure procedure() {
        return new AskedProcedure(kind, text(reason), text(body), text(staff), day(text(expectedEnd)));
    }

    /** @return null if it isn't a date */
    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** @return null unless both are there and can be read */
    static @Nullable LocalDateTime at(@Nullable String day, @Nullable String hour) {
        LocalDate on = day(text(day));
        try {
            return on == null ? null : on.atTime(LocalTime.parse(text(hour).strip()));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** @return null if it isn't a whole number of few digits */
    @Nullable
    Integer wholeDays() {
        return whole(days);
    }

    static @Nullable Integer whole(@Nullable String number) {
        String typed = text(number).strip();
        return typed.matches("\\d{1,4}") ? Integer.valueOf(typed) : null;
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
