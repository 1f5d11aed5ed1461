package city.onewindow.issuance;

import city.onewindow.approval.Matter;
import city.onewindow.kernel.DayWords;
import city.onewindow.kernel.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 寄出、公告: how results left the window whose arrival nobody knows of yet. What its way doesn't ask for is left empty.
 *
 * @param on when they were mailed, passed on or announced; null if it wasn't said
 * @param through by whom
 * @param place where it was mailed to, or announced
 * @param unseen why originals that are to be shown, or signed, before a granted result leaves, were not; empty if none is
 */
public record Sending(Way way, @Nullable LocalDate on, String through, String waybill, String place, String unseen) {

    public Sending {
        through = through.strip();
        waybill = waybill.strip();
        place = place.strip();
        unseen = unseen.strip();
    }

    public String text(Detail detail) {
        return switch (detail) {
            case THROUGH -> through;
            case WAYBILL -> waybill;
            case PLACE -> place;
            case REASON, WITNESS, SECOND -> "";
        };
    }

    /** For everybody concerned, the applicant included. */
    public String told() {
        String day = DayWords.of(day());
        return switch (way) {
            case MAILED -> day + "由" + through + "邮寄，邮件号码 " + waybill;
            case FORWARDED -> day + "经" + through + "转交、委托送达";
            case ANNOUNCED -> day + "公告：" + place;
            case COLLECTED, BROUGHT, LEFT -> throw new IllegalStateException(way + " sends nothing.");
        };
    }

    /** @throws NullPointerException before {@link #faults} was asked */
    LocalDate day() {
        return Objects.requireNonNull(on, "Maybe its faults weren't looked at.");
    }

    List<Fault> faults(LocalDate today) {
        if (!way.isSent()) {
            return List.of(new Fault("/way", way.term() + "当场就送达了，请直接登记交付。"));
        }
        List<Fault> faults = new ArrayList<>();
        for (Detail detail : Detail.values()) {
            if (way.sending().contains(detail) && !Delivery.isText(text(detail))) {
                faults.add(new Fault("/" + detail.key(), Delivery.ask(detail)));
            } else if (!way.sending().contains(detail) && !text(detail).isEmpty()) {
                faults.add(new Fault("/" + detail.key(), way.term() + "不填" + detail.label() + "，请删去。"));
            }
        }
        if (on == null || on.isAfter(today)) {
            faults.add(new Fault("/on", "请填写寄出、转交或者公告的日期，不晚于今天。"));
        }
        return faults;
    }

    /** What is wrong if they came to the window only after they were sent. */
    List<Fault> faults(String item, @Nullable LocalDate readyOn) {
        return readyOn == null || !day().isBefore(readyOn)
                ? List.of()
                : List.of(new Fault("/on", "「" + item + "」的结果 " + DayWords.of(readyOn) + "才到窗口，不会在这以前寄出。请核对日期。"));
    }

    /**
     * What is wrong with what came back and leaves once more. On what day it came back nobody asks, so it is the day of the last sending that
     * bounds the next.
     *
     * @param before by item, how it was sent the last time
     * @param on the day on which it leaves again, or reached the applicant otherwise; null: today
     */
    static List<Fault> faultsAgain(
            List<Matter> leaving, Map<String, Sending> before, @Nullable LocalDate on, String pointer) {
        List<Fault> faults = new ArrayList<>();
        for (Matter matter : leaving) {
            Sending last = before.get(matter.item());
            if (last != null && on != null && on.isBefore(last.day())) {
                faults.add(new Fault(
                        pointer,
                        "「" + matter.itemName() + "」" + DayWords.of(last.day()) + "寄出（公告）过一次，退回以后再寄出、送达不会在那以前。请核对日期。"));
            }
        }
        return faults;
    }

    /** What keeps it from counting as delivered like this. */
    List<Fault> faults(String item, Delivery delivery) {
        LocalDate served = delivery.on();
        if (delivery.way() != way) {
            return List.of(new Fault("/delivery/way", "「" + item + "」已登记：" + told() + "。实际用别的方式送达的，请先登记退件。"));
        }
        if (served == null) {
            return List.of();
        }
        boolean fits = way == Way.ANNOUNCED ? served.equals(on) : !served.isBefore(day());
        return fits ? List.of() : List.of(new Fault("/delivery/on", "「" + item + "」已登记：" + told() + "。日期与它对不上，请核对。"));
    }
}
