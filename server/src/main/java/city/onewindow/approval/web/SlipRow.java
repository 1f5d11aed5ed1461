package city.onewindow.approval.web;

import city.onewindow.approval.Slip;
import city.onewindow.approval.SlipRights;
import city.onewindow.frame.Tone;
import city.onewindow.identity.Actor;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A slip as lists and its own page show it.
 *
 * @param handed by whom and when
 * @param answered by whom and when; empty as long as nobody has
 * @param takenBack by whom, when and why; empty unless the window has
 * @param mine whether the reader's side is to move
 */
public record SlipRow(
        long id,
        String number,
        String department,
        List<Slip.Line> lines,
        String handed,
        String answered,
        String objection,
        String takenBack,
        String state,
        Tone tone,
        boolean mine) {

    static SlipRow of(Slip slip, Actor actor, UnaryOperator<String> departmentName) {
        Slip.Answer answer = slip.answer();
        Slip.TakenBack taken = slip.takenBack();
        return new SlipRow(
                slip.id(),
                slip.number(),
                departmentName.apply(slip.department()),
                slip.lines(),
                slip.handedName() + "，" + Words.time(slip.handedAt()),
                answer == null ? "" : answer.byName() + "，" + Words.time(answer.at()),
                answer == null ? "" : answer.objection(),
                taken == null ? "" : taken.byName() + "，" + Words.time(taken.at()) + "：" + taken.reason(),
                slip.state().term(),
                tone(slip.state()),
                SlipRights.mayMove(slip, actor));
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
