package city.onewindow.approval.web;

import city.onewindow.approval.Matter;
import city.onewindow.approval.NextMove;
import city.onewindow.identity.Role;
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
                        href,
                        who(move, matter, departmentName),
                        since(move),
                        move.border().term()));
            }
        }
        return lines;
    }

    /** For a list of facts. */
    String words() {
        return who + "，" + since;
    }

    private static String who(NextMove move, Matter matter, UnaryOperator<String> departmentName) {
        String department = move.department() == null ? "" : departmentName.apply(move.department());
        return switch (move.party()) {
            case DEPARTMENT -> department + " " + role(move, matter);
            case CONSULTED -> department + " 答复征求意见";
            case INVITED -> department + " 答复联合踏勘";
            case INSPECTOR -> department + " 填写踏勘结论";
            case CONVENER -> department + " 改期或者形成踏勘记录";
            case ISSUING_WINDOW -> "出件窗口";
            case APPLICANT -> "申请人 补交容缺材料";
        };
    }

    private static String role(NextMove move, Matter matter) {
        if (move.role() == null) {
            return "";
        }
        // What one takes out of the pool is the work at its step; a head who is asked is not held up by that.
        Matter.Holder holder = move.role() == Role.HEAD ? null : matter.holder();
        return move.role().term() + (holder == null ? "" : "，" + holder.name() + "已领取");
    }

    private static String since(NextMove move) {
        String passed = move.workingDays() == 0 ? "" : "（已 " + move.workingDays() + " 个工作日）";
        String until = move.until() == null ? "" : "，应于 " + Words.day(move.until()) + "前";
        return "自 " + Words.time(move.since()) + " 起" + passed + until;
    }
}
