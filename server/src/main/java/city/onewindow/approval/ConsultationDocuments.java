package city.onewindow.approval;

import city.onewindow.kernel.DayWords;
import city.onewindow.notice.Addressee;
import city.onewindow.notice.FairCopy;
import city.onewindow.notice.Place;
import city.onewindow.notice.PlaceValues;
import city.onewindow.notice.WordedDocument;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;

/** The letters by which one department asks another for its opinion, and is answered; no applicant is told in them. */
@Component
class ConsultationDocuments {

    private final DecisionDocuments documents;

    ConsultationDocuments(DecisionDocuments documents) {
        this.documents = documents;
    }

    /** @param department code of the one that is asked */
    FairCopy ask(Addressed to, Matter matter, String department, String question, LocalDate until, LocalDateTime now) {
        return write(
                WordedDocument.CONSULTATION,
                to,
                matter.department(),
                department,
                now,
                about(to, matter.itemName(), question).with(Place.OPINION_BY, DayWords.of(until)));
    }

    FairCopy answer(Addressed to, Consultation asked, Consultation.Opinion opinion, String text, LocalDateTime now) {
        return write(
                WordedDocument.OPINION,
                to,
                asked.department(),
                asked.by(),
                now,
                about(to, asked.itemName(), asked.question())
                        .with(Place.OPINION, opinion.term())
                        .with(Place.OPINION_WORDS, text.isEmpty() ? "无" : text));
    }

    private static PlaceValues about(Addressed to, String itemName, String question) {
        return new PlaceValues()
                .with(Place.CASE_NUMBER, to.number())
                .with(Place.CASE_TITLE, to.title())
                .with(Place.ITEM, itemName)
                .with(Place.QUESTION, question);
    }

    private FairCopy write(
            WordedDocument letter, Addressed to, String from, String receiver, LocalDateTime now, PlaceValues values) {
        Addressee department = Addressee.organisation(documents.legalName(to, receiver));
        return documents.write(letter, to.writtenTo(department), documents.legalName(to, from), now, values);
    }
}
