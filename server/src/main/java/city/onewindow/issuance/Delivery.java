package city.onewindow.issuance;

import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How results were delivered, as the issuing clerk writes it down. What its way doesn't ask for is left empty.
 *
 * @param taker who took them; {@link Taker#NOBODY} where nobody did
 * @param on when they were signed for, left or put up; null at the window, where it is now
 * @param through by whom they were mailed or passed on
 * @param second the other of the two who brought them
 * @param unseen why originals that are to be shown, or signed, before a granted result leaves, were not; empty if none is, and of what
 *     was sent before, where {@link Sending} says it
 */
public record Delivery(
        Taker taker,
        Way way,
        @Nullable LocalDate on,
        String place,
        String through,
        String waybill,
        String reason,
        String witness,
        String second,
        String unseen) {

    private static final int LONGEST = 200;

    public Delivery {
        place = place.strip();
        through = through.strip();
        waybill = waybill.strip();
        reason = reason.strip();
        witness = witness.strip();
        second = second.strip();
        unseen = unseen.strip();
    }

    /** With every original seen that is to be. */
    public Delivery(
            Taker taker,
            Way way,
            @Nullable LocalDate on,
            String place,
            String through,
            String waybill,
            String reason,
            String witness,
            String second) {
        this(taker, way, on, place, through, waybill, reason, witness, second, "");
    }

    /** At the window. */
    public static Delivery collected(Taker taker) {
        return new Delivery(taker, Way.COLLECTED, null, "", "", "", "", "", "");
    }

    public String text(Detail detail) {
        return switch (detail) {
            case PLACE -> place;
            case THROUGH -> through;
            case WAYBILL -> waybill;
            case REASON -> reason;
            case WITNESS -> witness;
            case SECOND -> second;
        };
    }

    /** The day on which the results count as delivered. */
    LocalDate served(LocalDate today) {
        return on == null ? today : way.served(on);
    }

    List<Fault> faults(LocalDate today) {
        List<Fault> faults = new ArrayList<>(taker.faults(way));
        for (Detail detail : Detail.values()) {
            String text = text(detail);
            if (way.details().contains(detail) ? !isText(text) : !text.isEmpty()) {
                faults.add(new Fault("/delivery/" + detail.key(), told(detail)));
            }
        }
        if (way == Way.COLLECTED) {
            if (on != null) {
                faults.add(new Fault("/delivery/on", "到窗口领取的以登记的时间为准，不填日期。"));
            }
            if (!unseen.isEmpty()) {
                faults.add(new Fault("/delivery/unseen", "到窗口领取的要核验、补签，不填没有核验的原因，请删去。"));
            }
        } else if (on == null) {
            faults.add(new Fault("/delivery/on", way == Way.ANNOUNCED ? "请填写公告的日期。" : "请填写签收或者留置的日期，邮寄的以回执为准。"));
        } else if (on.isAfter(today)) {
            faults.add(new Fault("/delivery/on", "日期在今天以后，还没有送达。请在送达以后登记。"));
        } else if (way == Way.ANNOUNCED && !way.served(on).isBefore(today)) {
            faults.add(new Fault(
                    "/delivery/on",
                    "自公告之日起经过三十日才视为送达，请在 " + DayWords.of(way.served(on).plusDays(1)) + "以后登记。"));
        }
        return faults;
    }

    static boolean isText(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    static String ask(Detail detail) {
        return "请填写" + detail.label() + "（最多 " + LONGEST + " 个字）。";
    }

    private String told(Detail detail) {
        return way.details().contains(detail) ? ask(detail) : way.term() + "不填" + detail.label() + "，请删去。";
    }

    /** What is wrong if they came to the window only after the day that was filled in. */
    List<Fault> faults(String item, @Nullable LocalDate readyOn) {
        return on == null || readyOn == null || !on.isBefore(readyOn)
                ? List.of()
                : List.of(new Fault(
                        "/delivery/on", "「" + item + "」的结果 " + DayWords.of(readyOn) + "才到窗口，不会在这以前送达。请核对日期。"));
    }
}
