package city.onewindow.approval.web;

import city.onewindow.approval.Leave;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.DayWords;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A leave as shown.
 *
 * @param kind empty for a reader whom the reason doesn't concern
 * @param standIn who stands in, or that nobody does
 * @param authorisation what he was authorised to and by whom, or that he wasn't yet; empty where none is needed
 * @param href where it is changed; null for who doesn't
 */
public record LeaveRow(
        String name,
        String department,
        String days,
        Tone tone,
        String state,
        String kind,
        String standIn,
        String authorisation,
        String registeredBy,
        @Nullable String href) {

    static LeaveRow of(Leave leave, String department, LocalDate today, boolean changed) {
        Leave.Kind kind = leave.kind();
        Leave.StandIn standIn = leave.standIn();
        boolean runs = leave.runs(today);
        return new LeaveRow(
                leave.name(),
                department,
                DayWords.of(leave.from()) + "至" + DayWords.of(leave.until()),
                runs ? Tone.WARN : Tone.INFO,
                leave.takenBackAt() != null ? "已销假" : leave.isOver(today) ? "已结束" : runs ? "请假中" : "未开始",
                kind == null ? "" : kind.term(),
                standIn == null ? "没有代理人" : standIn.name(),
                standIn == null ? "" : authorisation(standIn),
                leave.registeredBy(),
                changed ? "/leaves/" + leave.id() : null);
    }

    /** What is known of it, for its own page. */
    public List<Fact> facts() {
        return Stream.of(
                        new Fact("部门", department),
                        new Fact("日期", days),
                        new Fact("原因", kind),
                        new Fact("代理人", standIn),
                        new Fact("授权", authorisation),
                        new Fact("登记人", registeredBy))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private static String authorisation(Leave.StandIn standIn) {
        Leave.Authorisation given = standIn.authorisation();
        return given == null
                ? standIn.needsAuthorisation() ? "等待部门负责人授权，授权以前不能代行决定、答复延期申请" : ""
                : given.by() + " " + DayWords.hour(given.at()) + " 授权代行：" + given.text();
    }
}
