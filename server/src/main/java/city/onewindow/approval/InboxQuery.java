package city.onewindow.approval;

import org.jspecify.annotations.Nullable;

/**
 * What an approver wants to see of the inbox.
 *
 * @param step null: every step that the reader may act at
 * @param due null: whatever the date
 * @param mine only what the reader has taken
 * @param asked only what waits for the head of the department to extend its limits or not
 */
public record InboxQuery(@Nullable Step step, @Nullable Due due, boolean mine, boolean asked) {

    public static final InboxQuery ALL = new InboxQuery(null, null, false, false);

    /** Narrows by the promised date. */
    public enum Due {
        /** The date has passed. */
        OVERDUE,
        /** Today or on the next working day. */
        SOON
    }
}
