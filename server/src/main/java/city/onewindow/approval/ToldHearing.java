package city.onewindow.approval;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A hearing (听证) that is open, as its applicant was told of it. It names nobody else concerned, but says whether there are others.
 *
 * @param item code
 * @param askUntil the last day to ask for it; null if the department holds it of its own motion
 * @param others whether others were told, too
 * @param askedOn when the applicant asked for it; null if he hasn't
 * @param at when it is held; null as long as nobody was called to it
 * @param place empty before
 * @param presider empty before
 * @param adjourned whether it was put off, and is to be called again
 */
public record ToldHearing(
        String item,
        String itemName,
        @Nullable LocalDate askUntil,
        boolean others,
        @Nullable LocalDate askedOn,
        @Nullable LocalDateTime at,
        String place,
        String presider,
        boolean adjourned,
        boolean mayAsk,
        boolean mayWaive) {

    static ToldHearing of(Matter matter, Hearing hearing, LocalDateTime now) {
        Hearing.Told told = hearing.told();
        Hearing.Session session = hearing.session();
        boolean asked = hearing.isAskedBy(HearingRequests.APPLICANT);
        boolean inTime = told != null && !now.toLocalDate().isAfter(told.askUntil());
        boolean waivable = told != null && !hearing.isBegun(now);
        return new ToldHearing(
                matter.item(),
                matter.itemName(),
                told == null ? null : told.askUntil(),
                !hearing.others().isEmpty(),
                hearing.requests().stream()
                        .filter(one -> one.by() == HearingRequests.APPLICANT)
                        .map(Hearing.Asked::on)
                        .findFirst()
                        .orElse(null),
                session == null ? null : session.at(),
                session == null ? "" : session.place(),
                session == null ? "" : session.presiderName(),
                session == null && hearing.adjournedOn() != null,
                inTime && !asked,
                waivable && (asked || hearing.others().isEmpty()));
    }
}
