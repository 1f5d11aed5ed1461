package city.onewindow.approval;

import city.onewindow.approval.NextMove.Party;
import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Role;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 物料流转单: paper of one case that goes from its window to one of its departments, back from there, or back to its applicant, and what
 * whoever gets it says to it.
 *
 * @param department code of which gets it, or hands it back; empty if the applicant gets it
 * @param item code of the department's first item in the case, or of the case's first
 * @param window code of the one that accepted the case
 * @param reason why it comes back; empty for what goes to a department
 * @param bundle of those that were handed over at one go; null if it was alone
 * @param handedBy account
 * @param answer null until who gets it has said something; to the applicant's reception the window's clerk puts his name
 * @param replaced whether what was objected to was handed over again
 * @param takenBack null unless who handed it over has taken it back
 */
public record Slip(
        long id,
        String number,
        Direction direction,
        String department,
        String item,
        String window,
        String reason,
        List<Line> lines,
        @Nullable String bundle,
        String handedBy,
        String handedName,
        LocalDateTime handedAt,
        @Nullable Answer answer,
        boolean replaced,
        @Nullable TakenBack takenBack) {

    public Slip {
        lines = List.copyOf(lines);
    }

    /**
     * @param key of the material
     * @param form in what form, and how many
     */
    public record Line(String key, String name, String form) {}

    /**
     * @param objection 异议, what isn't as the slip says; empty if everything is there
     * @param by account
     */
    public record Answer(String objection, String by, String byName, LocalDateTime at) {}

    /**
     * 收回: handed over wrongly, or objected to rightly.
     *
     * @param by account
     */
    public record TakenBack(String reason, String by, String byName, LocalDateTime at) {}

    /** Where it goes. */
    public enum Direction {
        TO_DEPARTMENT("等部门接收", "已接收", "有异议，等窗口重新移交", "有异议，已重新移交", "窗口已收回"),
        /** 移回窗口 */
        TO_WINDOW("等窗口接收", "已移回窗口", "有异议，等部门重新移回", "有异议，已重新移回", "部门已收回"),
        /** 退还申请人: who signs for it on paper; nobody objects here. */
        TO_APPLICANT("等申请人签收", "申请人已签收", "", "", "窗口已收回");

        private final List<String> terms;

        /** @param terms of the states, in their order */
        Direction(String... terms) {
            this.terms = List.of(terms);
        }
    }

    /** How it stands, and with that who is to move. */
    public enum State {
        HANDED,
        RECEIVED,
        OBJECTED,
        REPLACED,
        TAKEN_BACK
    }

    /** How it stands, in words. */
    public String term() {
        return direction.terms.get(state().ordinal());
    }

    public State state() {
        if (takenBack != null) {
            return State.TAKEN_BACK;
        }
        if (answer == null) {
            return State.HANDED;
        }
        if (answer.objection().isEmpty()) {
            return State.RECEIVED;
        }
        return replaced ? State.REPLACED : State.OBJECTED;
    }

    /** Whether this says where the material is, unless a later one does: it is on its way there, or arrived. */
    boolean places(String material) {
        return (state() == State.HANDED || state() == State.RECEIVED)
                && lines.stream().anyMatch(line -> line.key().equals(material));
    }

    /** Whether the department is the side that is to move, as against the window; of one that is under way. */
    boolean waitsForDepartment() {
        return (direction == Direction.TO_DEPARTMENT) == (state() == State.HANDED);
    }

    /**
     * Who owes it the next move; empty once the paper is where it belongs. Of what goes to departments of a closed case nobody owes anything;
     * what comes back still has to arrive.
     */
    Optional<NextMove> owed(boolean closed, Deadlines deadlines, LocalDateTime now) {
        if (closed && direction == Direction.TO_DEPARTMENT) {
            return Optional.empty();
        }
        return switch (state()) {
            case HANDED -> Optional.of(move(Party.RECEIVER, received(), handedAt, deadlines, now));
            case OBJECTED -> Optional.of(move(Party.HANDER, handedAgain(), answeredAt(), deadlines, now));
            case RECEIVED, REPLACED, TAKEN_BACK -> Optional.empty();
        };
    }

    private String received() {
        return switch (direction) {
            case TO_DEPARTMENT -> "接收纸质材料，或者提出异议";
            case TO_WINDOW -> "接收部门移回的纸质材料，或者提出异议";
            case TO_APPLICANT -> "退还纸质材料，请申请人签收";
        };
    }

    private String handedAgain() {
        return direction == Direction.TO_WINDOW ? "处理异议，重新移回纸质材料" : "处理异议，重新移交纸质材料";
    }

    private LocalDateTime answeredAt() {
        return answer == null ? handedAt : answer.at();
    }

    private NextMove move(Party party, String what, LocalDateTime since, Deadlines deadlines, LocalDateTime now) {
        boolean ofDepartment = waitsForDepartment();
        return new NextMove(
                item,
                party,
                ofDepartment ? department : null,
                ofDepartment ? null : Role.CLERK,
                what,
                ofDepartment ? Border.SUBSTANCE : Border.FORM,
                since,
                deadlines.workingDays().between(since.toLocalDate(), MovesOwed.lastWhole(now)),
                null,
                false,
                null);
    }
}
