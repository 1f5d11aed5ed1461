package city.onewindow.issuance;

import java.time.LocalDateTime;
import java.util.List;

/**
 * What was handed over at once.
 *
 * @param items codes
 * @param byName of the issuing clerk
 * @param taker masked
 * @param receipt number of the delivery receipt (送达回证)
 */
public record Handover(
        String number,
        LocalDateTime at,
        List<String> items,
        String byName,
        String taker,
        Relation relation,
        String receipt) {

    public Handover {
        items = List.copyOf(items);
    }
}
