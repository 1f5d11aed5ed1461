package city.onewindow.approval.web;

import city.onewindow.intake.AskedRefusalRuling;
import city.onewindow.intake.RefusalRuling;
import city.onewindow.intake.RulingOrgan;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ruling on a refusal as it was typed into its page; every part may be missing.
 *
 * @param key made with the form, so that a form sent twice acts once
 */
public record TypedRefusalRuling(
        @Nullable RulingOrgan organ,
        @Nullable String organName,
        @Nullable String document,
        @Nullable String dated,
        @Nullable String reachedOn,
        RefusalRuling.@Nullable Kind kind,
        @Nullable String rules,
        @Nullable String remedy,
        @Nullable String until,
        @Nullable String key) {

    static TypedRefusalRuling blank() {
        String key = UUID.randomUUID().toString();
        return new TypedRefusalRuling(null, null, null, null, null, null, null, null, null, key);
    }

    AskedRefusalRuling asked() {
        return new AskedRefusalRuling(
                organ,
                organName,
                document,
                TypedAct.day(TypedAct.text(dated)),
                TypedAct.day(TypedAct.text(reachedOn)),
                kind,
                rules,
                remedy,
                TypedAct.day(TypedAct.text(until)));
    }
}
