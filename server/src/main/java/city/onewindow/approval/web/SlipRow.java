package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.DayWords;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A slip as lists and its own page show it.
 *
 * @param way from whom to whom it goes
 * @param reason why it comes back; empty for what goes to a department
 * @param bundle empty unless others were handed over with it
 * @param handed by whom and when
 * @param answered by whom and when; empty as long as nobody has
 * @param takenBack by whom, when and why; empty unless somebody has
 */
public record SlipRow(
        long id,
        String number,
        String way,
        String reason,
        String bundle,
        List<Slip.Line> lines,
        String handed,
        String answered,
        String objection,
        String takenBack,
        String state,
        Tone tone) {

    static SlipRow of(Slip slip, UnaryOperator<String> departmentName) {
        Slip.Answer answer = slip.answer();
        Slip.TakenBack taken = slip.takenBack();
        return new SlipRow(
                slip.id(),
                slip.number(),
                way(slip, departmentName),
                slip.reason(),
                slip.bundle() == null ? "" : slip.bundle(),
                slip.lines(),
                slip.handedName() + "，" + DayWords.hour(slip.handedAt()),
                answer == null ? "" : answer.byName() + "，" + DayWords.hour(answer.at()),
                answer == null ? "" : answer.objection(),
                taken == null ? "" : taken.byName() + "，" + DayWords.hour(taken.at()) + "：" + taken.reason(),
                slip.term(),
                tone(slip.state()));
    }

    private static String way(Slip slip, UnaryOperator<String> departmentName) {
        return switch (slip.direction()) {
            case TO_DEPARTMENT -> "移交" + departmentName.apply(slip.department());
            case TO_WINDOW -> departmentName.apply(slip.department()) + "移回窗口";
            case TO_APPLICANT -> "退还申请人";
        };
    }

    private static Tone tone(Slip.State state) {
        return switch (state) {
            case HANDED -> Tone.INFO;
            case RECEIVED -> Tone.GOOD;
            case OBJECTED -> Tone.WARN;
            case REPLACED, TAKEN_BACK -> Tone.IDLE;
        };
    }

    /** Names of what is on it. */
    public String materials() {
        return String.join("、", lines.stream().map(Slip.Line::name).toList());
    }
}
