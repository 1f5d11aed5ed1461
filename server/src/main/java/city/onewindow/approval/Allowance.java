package city.onewindow.approval;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What lets one project into a stage although an item of an earlier one isn't granted; given by the lead department of the
 * stage's window, for that project alone. As long as nothing was accepted on it, that department may take it back.
 *
 * @param stage code of the one-thing that may be accepted
 * @param item code of what isn't granted
 * @param ground law, document or record that allows it
 * @param who account
 * @param takenBack null if it holds
 */
public record Allowance(
        long id,
        String stage,
        String item,
        String itemName,
        Kind kind,
        String reason,
        String ground,
        String who,
        String whoName,
        LocalDateTime at,
        @Nullable TakenBack takenBack) {

    public enum Kind {
        /** The stage begins without it; the stage after it asks for it again. */
        PARTIAL_START("先行启动"),
        /** This project need not have it. */
        WAIVER("免办");

        private final String term;

        Kind(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }
    }

    /** @param who account */
    public record TakenBack(String who, String whoName, LocalDateTime at, String reason) {}

    boolean lets(String missing, String into) {
        return takenBack == null && item.equals(missing) && (kind == Kind.WAIVER || stage.equals(into));
    }
}
