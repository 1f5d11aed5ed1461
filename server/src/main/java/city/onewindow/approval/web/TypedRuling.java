package city.onewindow.approval.web;

import city.onewindow.approval.AskedRuling;
import city.onewindow.approval.Ruling;
import city.onewindow.calendar.DayUnit;
import city.onewindow.intake.RulingOrgan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ruling as it was typed into its page; every part may be missing.
 *
 * @param procedural "true" if only the procedure was found unlawful
 * @param key made with the form, so that a form sent twice acts once
 */
public record TypedRuling(
        @Nullable RulingOrgan organ,
        @Nullable String organName,
        @Nullable String document,
        @Nullable String dated,
        @Nullable String reachedOn,
        Ruling.@Nullable Kind kind,
        @Nullable String rules,
        @Nullable String remedy,
        @Nullable String procedural,
        @Nullable String days,
        @Nullable DayUnit unit,
        @Nullable String key) {

    /** What isn't a number is told as one that can't be. */
    private static final int UNREADABLE = 0;

    static TypedRuling blank() {
        String key = UUID.randomUUID().toString();
        return new TypedRuling(null, null, null, null, null, null, null, null, null, null, null, key);
    }

    AskedRuling asked() {
        return new AskedRuling(
                organ,
                organName,
                document,
                TypedAct.day(TypedAct.text(dated)),
                TypedAct.day(TypedAct.text(reachedOn)),
                kind,
                rules,
                remedy,
                Boolean.parseBoolean(procedural),
                wholeDays(),
                unit);
    }

    private @Nullable Integer wholeDays() {
        String typed = TypedAct.text(days).strip();
        if (typed.isEmpty()) {
            return null;
        }
        return typed.matches("\\d{1,4}") ? Integer.valueOf(typed) : UNREADABLE;
    }
}
