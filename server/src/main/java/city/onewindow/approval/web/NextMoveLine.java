package city.onewindow.approval.web;

import city.onewindow.approval.Matter;
import city.onewindow.approval.NextMove;
import city.onewindow.approval.Step;
import city.onewindow.identity.Role;
import city.onewindow.kernel.DayWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who owes a matter's next move, as the staff's pages say it.
 *
 * @param border on whose side it lies: the window's or the department's
 */
public record NextMoveLine(String itemName, String href, String who, String since, String border) {

    /** In the order of the matters; those that nobody owes anything have no line. */
    static List<NextMoveLine> of(List<Matter> matters, List<NextMove> owed, UnaryOperator<String> departmentName) {
        List<NextMoveLine> lines = new ArrayList<>();
        for (Matter matter : matters) {
            List<NextMove> moves = owed.stream()
                    .filter(move -> move.item().equals(matter.item()))
                    .toList();
            String href = "/matters/" + matter.number() + "/" + matter.item();
            for (NextMove move : moves) {
                lines.add(new NextMoveLine(
                        matter.itemName(),
                        isOfPaper(move) ? "/slips" : href,
                        who(move, matter, departmentName),
                        since(move, matter) + holder(move, matter),
                        move.border().term()));
            }
        }
        return lines;
    }

    /** Who moves paper does it at its slip, not at the matter. */
    private static boolean isOfPaper(NextMove move) {
        return move.party() == NextMove.Party.RECEIVER || move.party() == NextMove.Party.HANDER;
    }

    /** For a list of facts. */
    String words() {
        return who + "，" + since;
    }

    private static String who(NextMove move, Matter matter, UnaryOperator<String> departmentName) {
        String department = move.department() == null ? "" : departmentName.apply(move.department());
        String who = switch (move.party()) {
            case DEPARTMENT -> department + " " + role(move);
            case CONSULTED, INVITED, INSPECTOR, CONVENER, CHECKER, TOLD -> department;
            case ISSUING_WINDOW -> "出件窗口";
            case APPLICANT -> "申请人";
            case WINDOW -> "受理窗口";
            // Paper goes both ways.
            case RECEIVER, HANDER -> department.isEmpty() ? "受理窗口" : department;
        };
        return move.what().isEmpty() ? who : who + " " + move.what();
    }

    private static String role(NextMove move) {
        return move.role() == null ? "部门业务系统" : move.role().term();
    }

    /** Said last: the days are the step's, not those of whoever has taken it by now. */
    private static String holder(NextMove move, Matter matter) {
        Matter.Holder holder = matter.holder();
        // What one takes out of the pool is the work at its step: nobody else who owes something is held up by that.
        boolean holds = move.party() == NextMove.Party.DEPARTMENT && move.role() != null && move.role() != Role.HEAD;
        if (move.role() == Role.HEAD) {
            return standIn(move);
        }
        return holder == null || !holds ? "" : "，现由" + holder.name() + "办理" + standIn(move);
    }

    private static String standIn(NextMove move) {
        return move.standIn() == null ? "" : "（请假，由" + move.standIn() + "代）";
    }

    /** Until when: nobody has to end a special procedure on the day on which it was foreseen to. */
    private static String until(NextMove move, Matter matter) {
        LocalDate until = move.until();
        if (until == null) {
            return "";
        }
        boolean works = move.party() == NextMove.Party.DEPARTMENT;
        // While it is certified, too, the day is that of the delivery: the promise has a day of its own.
        boolean delivers = move.party() == NextMove.Party.ISSUING_WINDOW || works && matter.step() == Step.CERTIFY;
        String words = works && matter.step() == Step.SUSPENDED
                ? "，预计至 " + DayWords.of(until)
                : "，应于 " + DayWords.of(until) + "前" + (delivers ? "送达" : "完成");
        return move.overdue() ? words + "，已过期" : words;
    }

    private static String since(NextMove move, Matter matter) {
        String passed = move.workingDays() == 0 ? "" : "（已 " + move.workingDays() + " 个工作日）";
        return "自 " + DayWords.hour(move.since()) + " 起" + passed + until(move, matter);
    }
}
