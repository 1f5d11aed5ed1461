package city.onewindow.approval.web;

import city.onewindow.approval.Consultation;
import city.onewindow.notice.Documents;
import city.onewindow.notice.IssuedDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What departments asked one another about a matter, each with its letters. */
@Component
class ConsultationLines {

    private final Documents documents;
    private final Clock clock;

    ConsultationLines(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    List<ConsultationLine> of(String number, List<Consultation> consultations, UnaryOperator<String> departmentName) {
        if (consultations.isEmpty()) {
            return List.of();
        }
        List<IssuedDocument> letters = documents.lettersOf(number);
        LocalDate today = LocalDate.now(clock);
        return consultations.stream()
                .map(one -> ConsultationLine.of(one, departmentName, today, letters))
                .toList();
    }
}
