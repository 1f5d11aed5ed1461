package city.onewindow.approval.web;

import city.onewindow.approval.CaseFile;
import city.onewindow.approval.Matter;
import city.onewindow.approval.Outcome;
import city.onewindow.approval.Step;
import city.onewindow.calendar.ClockState;
import city.onewindow.calendar.Remaining;
import city.onewindow.frame.Due;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.DayWords;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How the staff's pages say where something stands. */
public final class Words {

    private Words() {}

    static Due due(Remaining remaining, LocalDateTime until) {
        return new Due(tone(remaining.state()), remaining.sentence(), DayWords.shortHour(until) + " 止");
    }

    static Tone tone(ClockState state) {
        return switch (state) {
            case NORMAL -> Tone.INFO;
            case YELLOW -> Tone.WARN;
            case RED -> Tone.BAD;
        };
    }

    /** 审查中; 准予，制证中; 不予，待领取; 准予，已送达; 终止. */
    public static String status(Step step, @Nullable Outcome outcome) {
        String where = switch (step) {
            case WAITING -> step.term();
            case REVIEW, SUSPENDED, EXAMINE, DECIDE, TRANSFER, CERTIFY -> step.term() + "中";
            case DELIVER -> "待领取";
            case SENT -> "已寄出、公告";
            case ENDED -> "已送达";
        };
        if (outcome == null) {
            return where;
        }
        boolean decided = outcome == Outcome.GRANTED || outcome == Outcome.DENIED;
        return decided ? outcome.term() + "，" + where : outcome.term();
    }

    public static String status(Matter matter) {
        return status(matter.step(), matter.outcome());
    }

    public static Tone tone(Matter matter) {
        return tone(matter.step(), matter.outcome());
    }

    static Tone tone(Step step, @Nullable Outcome outcome) {
        if (outcome == null) {
            return step == Step.WAITING || step == Step.SUSPENDED ? Tone.PAUSED : Tone.INFO;
        }
        return switch (outcome) {
            case GRANTED -> Tone.GOOD;
            case DENIED, REVOKED -> Tone.BAD;
            case TERMINATED, WITHDRAWN -> Tone.IDLE;
        };
    }

    static String status(CaseFile file) {
        return file.isClosed() ? "已办结" : "办理中";
    }
}
