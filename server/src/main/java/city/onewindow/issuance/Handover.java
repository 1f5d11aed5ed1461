package city.onewindow.issuance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was handed over at once.
 *
 * @param items codes
 * @param at when it was written down
 * @param byName of the issuing clerk
 * @param taker masked; empty if nobody took it
 * @param relation null if nobody took it
 * @param servedOn when it counts as delivered
 * @param receipt number of the delivery receipt (送达回证)
 */
public record Handover(
        String number,
        LocalDateTime at,
        List<String> items,
        String byName,
        String taker,
        @Nullable Relation relation,
        Way way,
        LocalDate servedOn,
        String receipt) {

    public Handover {
        items = List.copyOf(items);
    }

    /** How, and who took it if somebody did. */
    public String told() {
        String who = relation == null ? "" : taker + "（" + relation.term() + "）";
        return way == Way.COLLECTED ? who : who.isEmpty() ? way.term() : way.term() + "：" + who;
    }
}
