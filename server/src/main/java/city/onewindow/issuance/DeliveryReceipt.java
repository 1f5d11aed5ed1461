package city.onewindow.issuance;

import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section;
import city.onewindow.notice.WordedDocument;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** 送达回证: what was handed to whom, when and by whom; signed by the one who took it. */
record DeliveryReceipt(
        ReadyCase ready, List<Matter> taken, Taker taker, Relation relation, Actor actor, LocalDateTime at) {

    /** @return at the places of {@link WordedDocument#DELIVERY_RECEIPT} */
    PlaceValues values() {
        return new PlaceValues()
                .with(
                        Place.RESULTS,
                        new Section.Table(
                                List.of("事项", "决定", "证照或文书", "编号"),
                                taken.stream().map(DeliveryReceipt::row).toList()))
                .with(Place.CASE_NUMBER, ready.file().number())
                .with(Place.CASE_TITLE, ready.file().title())
                .with(Place.TAKER, taker.name() + "（" + relation.term() + "）")
                .with(Place.AUTHORITY, taker.authorisation().isEmpty() ? "无" : taker.authorisation())
                .with(Place.CLERK, actor.name())
                .with(Place.HANDED_AT, DayWords.hour(at))
                .with(Place.UNFINISHED, unfinished());
    }

    private String unfinished() {
        return ready.unfinished().isEmpty()
                ? "无"
                : ready.unfinished().stream().map(Matter::itemName).collect(Collectors.joining("、"));
    }

    private static List<String> row(Matter matter) {
        boolean denied = matter.outcome() == Outcome.DENIED;
        String certificate = matter.certificateNumber();
        return List.of(
                matter.itemName(),
                denied ? Outcome.DENIED.term() : Outcome.GRANTED.term(),
                matter.handedOver(),
                certificate == null ? "" : certificate);
    }
}
