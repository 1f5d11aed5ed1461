package city.onewindow.approval.web;

import city.onewindow.approval.Consultation;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.DocumentLinks;
import city.onewindow.notice.IssuedDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What another department was asked, as shown to the one that asked.
 *
 * @param asked by whom and when
 * @param answer empty while there is none
 * @param answered by whom and when; empty while nobody has
 * @param letters the one that asks, and the one that answers
 */
public record ConsultationLine(
        String department,
        String question,
        String asked,
        String until,
        Tone tone,
        String state,
        String answer,
        String answered,
        List<DocumentLinks> letters) {

    public ConsultationLine {
        letters = List.copyOf(letters);
    }

    static ConsultationLine of(
            Consultation one, UnaryOperator<String> departmentName, LocalDate today, List<IssuedDocument> letters) {
        Consultation.Answer answer = one.answer();
        String asked = one.askedBy() + "，" + DayWords.hour(one.askedAt());
        String department = departmentName.apply(one.department());
        String until = DayWords.of(one.until());
        List<DocumentLinks> papers = Stream.of(one.letter(), answer == null ? null : answer.letter())
                .flatMap(number -> Stream.ofNullable(HistoryLine.document(number, letters)))
                .toList();
        if (answer == null) {
            boolean open = one.isOpen(today);
            return new ConsultationLine(
                    department,
                    one.question(),
                    asked,
                    until,
                    open ? Tone.INFO : Tone.WARN,
                    open ? "等待答复" : "逾期未答复，视为无意见",
                    "",
                    "",
                    papers);
        }
        Tone tone = switch (answer.opinion()) {
            case AGREE -> Tone.GOOD;
            case CONDITIONALLY -> Tone.WARN;
            case DISAGREE -> Tone.BAD;
        };
        return new ConsultationLine(
                department,
                one.question(),
                asked,
                until,
                tone,
                answer.opinion().term(),
                answer.text(),
                answer.who() + "，" + DayWords.hour(answer.at()),
                papers);
    }
}
