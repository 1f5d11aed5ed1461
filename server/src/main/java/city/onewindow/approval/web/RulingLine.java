package city.onewindow.approval.web;

import city.onewindow.approval.Outcome;
import city.onewindow.approval.Ruling;
import city.onewindow.calendar.TimeLimit;
import city.onewindow.intake.RefusalRuling;
import city.onewindow.intake.RefusalRulings;
import city.onewindow.intake.RulingOrgan;
import city.onewindow.kernel.DayWords;
import city.onewindow.notice.DocumentLinks;
import city.onewindow.notice.IssuedDocument;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A ruling (复议、诉讼结果) on a matter's page.
 *
 * @param title who ruled, and by which document
 * @param kind what is ruled, with its ground
 * @param about what it is about: the earlier decision, whose documents follow, or until when an open matter is to be decided
 * @param recorded when it reached the department, and who wrote it down
 */
public record RulingLine(
        String title,
        String kind,
        String rules,
        String remedy,
        String about,
        List<DocumentLinks> documents,
        String recorded) {

    static RulingLine of(Ruling ruling, List<IssuedDocument> documents) {
        TimeLimit own = ruling.own();
        return new RulingLine(
                ruling.organName() + " " + ruling.document(),
                ruling.kind().term() + (own == null ? "" : "，" + own.inWords() + "内") + "（"
                        + ruling.kind().ground(ruling.organ()) + (ruling.procedural() ? "，以违反法定程序为由" : "") + "）",
                ruling.rules(),
                ruling.remedy(),
                about(ruling),
                ruling.takenBack().stream()
                        .map(number -> HistoryLine.document(number, documents))
                        .flatMap(Stream::ofNullable)
                        .toList(),
                recorded(ruling.dated(), ruling.reachedOn(), ruling.whoName()));
    }

    /** Of a refused application, oldest first. */
    static List<RulingLine> of(RefusalRulings.Refused refused) {
        return refused.rulings().stream()
                .map(ruling -> new RulingLine(
                        ruling.organName() + " " + ruling.document(),
                        ruling.kind().term() + until(ruling) + "（"
                                + ruling.kind().ground(ruling.organ()) + "）",
                        ruling.rules(),
                        ruling.remedy(),
                        ruling.kind().reopens() ? "原决定：不予受理，不再有效；窗口恢复办理。" : "原决定：不予受理。",
                        Stream.ofNullable(HistoryLine.document(ruling.refusal(), refused.documents()))
                                .toList(),
                        recorded(ruling.dated(), ruling.reachedOn(), ruling.whoName())))
                .toList();
    }

    private static String until(RefusalRuling ruling) {
        LocalDate until = ruling.until();
        return until == null ? "" : "，" + DayWords.of(until) + "前受理";
    }

    /** Under either law, for who has yet to say which organ it is. */
    static String grounds(Function<RulingOrgan, String> ground) {
        return ground.apply(RulingOrgan.REVIEW_ORGAN) + "；" + ground.apply(RulingOrgan.COURT);
    }

    private static String recorded(LocalDate dated, LocalDate reachedOn, String whoName) {
        return DayWords.of(dated) + "作出，" + DayWords.of(reachedOn) + "收到；" + whoName + "登记";
    }

    private static String about(Ruling ruling) {
        LocalDateTime due = ruling.due();
        if (due != null) {
            return DayWords.of(due) + "前作出决定。";
        }
        Outcome outcome = ruling.outcome();
        return outcome == null ? "登记时还没有作出决定。" : "原决定：" + outcome.term();
    }
}
