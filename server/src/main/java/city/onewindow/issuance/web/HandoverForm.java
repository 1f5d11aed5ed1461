package city.onewindow.issuance.web;

import city.onewindow.approval.Matter;
import city.onewindow.issuance.Delivery;
import city.onewindow.issuance.ReadyCase;
import city.onewindow.issuance.Relation;
import city.onewindow.issuance.Sending;
import city.onewindow.issuance.Taker;
import city.onewindow.issuance.Way;
import city.onewindow.kernel.IdType;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What the issuing clerk typed; every part may be missing.
 *
 * @param items codes of what was ticked
 * @param originals keys of what was shown or signed just now
 * @param way at the window if left out
 * @param on when it was signed for, left or put up elsewhere
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
        @Nullable Way way,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate on,

        @Nullable String place,
        @Nullable String through,
        @Nullable String waybill,
        @Nullable String reason,
        @Nullable String witness,
        @Nullable String second,
        @Nullable String unseen,
        @Nullable String key) {

    /**
     * Of what lies at the window: all that waits for nothing is ticked at first.
     *
     * @param waiting codes of the items that wait for something of the applicant's
     */
    static HandoverForm ofLying(ReadyCase ready, Set<String> waiting) {
        return blank(
                ready.ready().stream()
                        .map(Matter::item)
                        .filter(item -> !waiting.contains(item))
                        .toList(),
                null);
    }

    /** Of what is on its way: all that was sent with the first of it is ticked, with what was written down then. */
    static HandoverForm ofSent(ReadyCase ready) {
        Sending first = ready.sent().get(0).sending();
        return blank(
                ready.sent().stream()
                        .filter(one -> one.sending().equals(first))
                        .map(one -> one.matter().item())
                        .toList(),
                first);
    }

    private static HandoverForm blank(List<String> items, @Nullable Sending known) {
        return new HandoverForm(
                items,
                null,
                null,
                null,
                null,
                null,
                null,
                known == null ? null : known.way(),
                known == null || known.way() != Way.ANNOUNCED ? null : known.on(),
                known == null ? null : known.place(),
                known == null ? null : known.through(),
                known == null ? null : known.waybill(),
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

    /** As a clerk most often does it, unless another way is chosen. */
    Way chosenWay() {
        return way == null ? Way.COLLECTED : way;
    }

    Delivery delivery() {
        Taker taker = new HandoversApi.Taking(name, relation, idType, idNumber, authorisation).toTaker();
        return new HandoversApi.Delivering(way, on, place, through, waybill, reason, witness, second, unseen)
                .toDelivery(taker);
    }
}
