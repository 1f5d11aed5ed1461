package city.onewindow.issuance;

import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.identity.Actor;
import city.onewindow.kernel.Centre;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.Section;
import city.onewindow.notice.Wordings;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** 送达回证: what reached whom, how, when and where, and by whom; signed by the one who took it. */
record DeliveryReceipt(
        ReadyCase ready, List<Matter> taken, Delivery delivery, Actor actor, LocalDateTime at, Centre centre) {

    /** @param unseen what it says besides, of what wasn't seen before; may be empty */
    List<Section> sections(Wordings wordings, String unseen) {
        List<Section> said = new ArrayList<>(wordings.say(delivery.way().receipt(), values()));
        if (!unseen.isEmpty()) {
            said.add(new Section.Paragraph(unseen));
        }
        return said;
    }

    /** At the places of the way's {@link Way#receipt()}. */
    private PlaceValues values() {
        Way way = delivery.way();
        PlaceValues values = new PlaceValues()
                .with(
                        Place.RESULTS,
                        new Section.Table(
                                List.of("事项", "决定", "证照或文书", "编号", "份数"),
                                taken.stream().map(DeliveryReceipt::row).toList()))
                .with(Place.CASE_NUMBER, ready.file().number())
                .with(Place.CASE_TITLE, ready.file().title())
                .with(Place.CLERK, actor.name())
                .with(Place.HANDED_AT, servedAt())
                .with(Place.UNFINISHED, unfinished());
        Taker taker = delivery.taker();
        Relation relation = taker.relation();
        if (relation != null) {
            values.with(Place.TAKER, taker.name() + "（" + relation.term() + "）")
                    .with(Place.AUTHORITY, taker.authorisation().isEmpty() ? "无" : taker.authorisation());
        }
        if (way == Way.COLLECTED) {
            values.with(Place.DELIVERY_PLACE, (centre.name() + " " + centre.address()).strip());
        }
        if (way == Way.ANNOUNCED) {
            values.with(Place.ANNOUNCED_ON, DayWords.of(Objects.requireNonNull(delivery.on())));
        }
        way.details().forEach(detail -> values.with(detail.place(), delivery.text(detail)));
        return values;
    }

    /** To the minute where the window saw it itself. */
    private String servedAt() {
        return delivery.way() == Way.COLLECTED ? DayWords.hour(at) : DayWords.of(delivery.served(at.toLocalDate()));
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
                certificate == null ? "" : certificate,
                // What is issued in more than one piece (正本、副本) is handed over as one set.
                "1份（套）");
    }
}
