package city.onewindow.approval.web;

import city.onewindow.approval.Consultation;
import city.onewindow.frame.Tone;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/**
 * What another department was asked, as shown to the one that asked.
 *
 * @param asked by whom and when
 * @param answer empty while there is none
 * @param answered by whom and when; empty while nobody has
 */
public record ConsultationLine(
        String department,
        String question,
        String asked,
        String until,
        Tone tone,
        String state,
        String answer,
        String answered) {

    static ConsultationLine of(Consultation one, UnaryOperator<String> departmentName, LocalDate today) {
        Consultation.Answer answer = one.answer();
        String asked = one.askedBy() + "，" + Words.time(one.askedAt());
        String department = departmentName.apply(one.department());
        String until = Words.day(one.until());
        if (answer == null) {
            return one.isOpen(today)
                    ? new ConsultationLine(department, one.question(), asked, until, Tone.INFO, "等待答复", "", "")
                    : new ConsultationLine(department, one.question(), asked, until, Tone.WARN, "逾期未答复，视为无意见", "", "");
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
                answer.who() + "，" + Words.time(answer.at()));
    }
}
