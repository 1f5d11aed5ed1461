package city.onewindow.approval.web;

import city.onewindow.approval.AskedLeave;
import city.onewindow.approval.Leave;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A leave as typed; every part may be missing.
 *
 * @param key made with the form, so that a form sent twice registers once
 */
record TypedLeave(
        @Nullable String account,
        @Nullable String from,
        @Nullable String until,
        Leave.@Nullable Kind kind,
        @Nullable String standIn,
        @Nullable String authorisation,
        @Nullable String key) {

    static TypedLeave of(String account) {
        return new TypedLeave(
                account, null, null, null, null, null, UUID.randomUUID().toString());
    }

    AskedLeave asked() {
        return new AskedLeave(
                account,
                TypedAct.day(TypedAct.text(from)),
                TypedAct.day(TypedAct.text(until)),
                kind,
                standIn,
                authorisation);
    }
}
