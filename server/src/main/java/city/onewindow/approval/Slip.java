package city.onewindow.approval;

import city.onewindow.approval.NextMove.Party;
import city.onewindow.calendar.Deadlines;
import city.onewindow.identity.Role;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 物料流转单: paper of one case that its window hands to one of its departments, and what that says to it.
 *
 * @param department code of who gets it
 * @param item code of the department's first item in the case
 * @param window code of who hands it over
 * @param handedBy account
 * @param answer null until the department has said something
 * @param replaced whether what was objected to was handed over again
 * @param takenBack null unless the window has taken it back
 */
public record Slip(
        long id,
        String number,
        String department,
        String item,
        String window,
        List<Line> lines,
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

    /** How it stands, and with that who is to move. */
    public enum State {
        HANDED("等部门接收"),
        RECEIVED("已接收"),
        OBJECTED("有异议，等窗口重新移交"),
        REPLACED("有异议，已重新移交"),
        TAKEN_BACK("窗口已收回");

        private final String term;

        State(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }
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

    /** Whether its department has the material, or it is on its way there. */
    public boolean holds(String material) {
        return (state() == State.HANDED || state() == State.RECEIVED)
                && lines.stream().anyMatch(line -> line.key().equals(material));
    }

    /** Who owes it the next move; empty once the paper is where it belongs. */
    Optional<NextMove> owed(Deadlines deadlines, LocalDateTime now) {
        return switch (state()) {
            case HANDED -> Optional.of(move(Party.RECEIVER, department, null, handedAt, deadlines, now));
            case OBJECTED -> Optional.of(move(Party.HANDER, null, Role.CLERK, answeredAt(), deadlines, now));
            case RECEIVED, REPLACED, TAKEN_BACK -> Optional.empty();
        };
    }

    private LocalDateTime answeredAt() {
        return answer == null ? handedAt : answer.at();
    }

    private NextMove move(
            Party party,
            @Nullable String whose,
            @Nullable Role role,
            LocalDateTime since,
            Deadlines deadlines,
            LocalDateTime now) {
        return new NextMove(
                item,
                party,
                whose,
                role,
                party.what(),
                party.border(),
                since,
                deadlines.workingDays().between(since.toLocalDate(), MovesOwed.lastWhole(now)),
                null,
                false,
                null);
    }
}
