package city.onewindow.approval;

import city.onewindow.kernel.DayWords;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.WordedDocument;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is written of a hearing (听证): to the applicant and to each of the others, to the public, and for the file. */
@Component
class HearingDocuments {

    private final DecisionDocuments documents;

    HearingDocuments(DecisionDocuments documents) {
        this.documents = documents;
    }

    /** The applicant's first. */
    List<FairCopy> tell(
            Addressed to,
            Matter matter,
            List<Hearing.Party> others,
            String reason,
            LocalDate until,
            LocalDateTime now) {
        PlaceValues values = about(to, matter)
                .with(Place.APPLICANT, to.addressee().name())
                .with(Place.REASON, reason)
                .with(Place.HEARING_ASKED_BY, DayWords.of(until))
                .with(Place.HEARING_ASKED_OF, documents.legalName(to, matter.department()));
        FairCopy own = write(WordedDocument.HEARING_RIGHT, to, matter, now, values);
        return with(own, others, one -> write(WordedDocument.HEARING_RIGHT_TO_OTHERS, one, matter, now, values), to);
    }

    /**
     * The applicant's first.
     *
     * @param matter with its new dates
     */
    List<FairCopy> call(
            Addressed to,
            Matter matter,
            List<Hearing.Party> others,
            Hearing.Session session,
            SpecialProcedure begun,
            LocalDateTime now) {
        PlaceValues told = called(to, matter, session, begun.reason())
                .with(Place.SPAN, DayWords.of(begun.begunOn()) + "至" + DayWords.of(begun.expectedEnd()))
                .with(Place.PROMISED, DayWords.of(matter.running().promisedDue()))
                .with(Place.STATUTORY, DayWords.of(matter.running().statutoryDue()));
        FairCopy own = write(WordedDocument.HEARING_NOTICE, to, matter, now, told);
        PlaceValues values = called(to, matter, session, begun.reason());
        return with(own, others, one -> write(WordedDocument.HEARING_NOTICE_TO_OTHERS, one, matter, now, values), to);
    }

    private static PlaceValues called(Addressed to, Matter matter, Hearing.Session session, String reason) {
        return session(to, matter, session)
                .with(Place.APPLICANT, to.addressee().name())
                .with(Place.REASON, reason);
    }

    FairCopy announce(Addressed to, Matter matter, Hearing.Session session, String reason, LocalDateTime now) {
        return write(
                WordedDocument.HEARING_ANNOUNCEMENT,
                to.writtenTo(Addressee.organisation("社会公众")),
                matter,
                now,
                session(to, matter, session).with(Place.REASON, reason));
    }

    /**
     * 听证笔录.
     *
     * @param said as it was written; that it was put off is said first
     */
    FairCopy record(Addressed to, Matter matter, Hearing.Session session, AskedRecord said, LocalDateTime now) {
        return write(
                WordedDocument.HEARING_RECORD,
                to,
                matter,
                now,
                session(to, matter, session)
                        .with(Place.HEARING_CAME, said.came())
                        .with(Place.HEARING_SPOKEN, (said.adjourned() ? "听证延期，另行通知。" : "") + said.spoken())
                        .with(Place.HEARING_SIGNED, said.signed()));
    }

    private static PlaceValues about(Addressed to, Matter matter) {
        return new PlaceValues().with(Place.CASE_NUMBER, to.number()).with(Place.ITEM, matter.itemName());
    }

    private static PlaceValues session(Addressed to, Matter matter, Hearing.Session session) {
        return about(to, matter)
                .with(Place.HEARING_AT, DayWords.hour(session.at()))
                .with(Place.HEARING_PLACE, session.place())
                .with(Place.PRESIDER, session.presiderName());
    }

    private static List<FairCopy> with(
            FairCopy own, List<Hearing.Party> others, Function<Addressed, FairCopy> letter, Addressed to) {
        return Stream.concat(
                        Stream.of(own),
                        others.stream()
                                .map(one -> to.writtenTo(Addressee.person(one.name())))
                                .map(letter))
                .toList();
    }

    private FairCopy write(
            WordedDocument document, Addressed to, Matter matter, LocalDateTime now, PlaceValues values) {
        return documents.write(document, to, documents.legalName(to, matter.department()), now, values);
    }
}
