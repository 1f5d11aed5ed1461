package city.onewindow.issuance.web;

import city.onewindow.approval.Matter;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.issuance.Sending;
import city.onewindow.issuance.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the issuing clerk typed of what was sent, or came back; every part may be missing.
 *
 * @param originals keys of what was shown or signed
 * @param way by mail if left out
 * @param why it came back
 * @param key made with the form, so that a form sent twice counts once
 */
public record SendingForm(
        @Nullable List<String> items,
        @Nullable List<String> originals,
        @Nullable Way way,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate on,

        @Nullable String through,
        @Nullable String waybill,
        @Nullable String place,
        @Nullable String unseen,
        @Nullable String why,
        @Nullable String key) {

    /** Everything that lies at the window is ticked at first, as sent today. */
    static SendingForm blank(ReadyCase ready, LocalDate today) {
        return ticked(ready.ready().stream().map(Matter::item).toList(), today);
    }

    /** Everything that is on its way is. */
    static SendingForm back(ReadyCase ready) {
        return ticked(ready.sent().stream().map(one -> one.matter().item()).toList(), null);
    }

    private static SendingForm ticked(List<String> items, @Nullable LocalDate on) {
        return new SendingForm(
                items,
                null,
                null,
                on,
                null,
                null,
                null,
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

    Sending sending() {
        return new SendingsApi.Sent(null, null, way, on, through, waybill, place, unseen).toSending();
    }
}
