package city.onewindow.approval.web;

import city.onewindow.approval.Act;
import city.onewindow.approval.Recommendation;
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
        @Nullable String certificateNumber,
        @Nullable String key) {

    static TypedAct blank() {
        return new TypedAct(
                null, null, null, null, null, null, UUID.randomUUID().toString());
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
