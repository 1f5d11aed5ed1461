package city.onewindow.issuance.web;

import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Taker;
import city.onewindow.kernel.IdType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the issuing clerk typed; every part may be missing.
 *
 * @param items codes of what was ticked
 * @param originals keys of what was shown or signed just now
 * @param key made with the form, so that a form sent twice hands over once
 */
public record HandoverForm(
        @Nullable List<String> items,
        @Nullable List<String> originals,
        @Nullable String name,
        @Nullable Relation relation,
        @Nullable IdType idType,
        @Nullable String idNumber,
        @Nullable String authorisation,
        @Nullable String key) {

    /** Everything that is ready is ticked at first. */
    static HandoverForm blank(List<String> ready) {
        return new HandoverForm(
                ready,
                null,
                null,
                null,
                IdType.ID_CARD,
                null,
                null,
                UUID.randomUUID().toString());
    }

    List<String> chosen() {
        return items == null ? List.of() : items;
    }

    List<String> shown() {
        return originals == null ? List.of() : originals;
    }

    Taker taker() {
        return new Taker(
                text(name), relation, idType == null ? IdType.ID_CARD : idType, text(idNumber), text(authorisation));
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
