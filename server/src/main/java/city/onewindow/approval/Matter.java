package city.onewindow.approval;

import city.onewindow.calendar.TimeLimit;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 子办件: the part of a case that one department decides.
 *
 * @param number of its case
 * @param item code of the item; with the number, its identity
 * @param seq its place in an order in which nothing comes before what it waits for, from 1
 * @param department code of the department that decides
 * @param legalBasis of the item, as published
 * @param result the document or registration that comes out
 * @param after codes of the items in the case that must be granted first
 * @param outcome null until decided or ended
 * @param clock null while it waits
 * @param reviewedBy account of the reviewer
 * @param readyAt when it came to the issuing window
 */
public record Matter(
        String number,
        String item,
        String itemName,
        int seq,
        String department,
        String legalBasis,
        String result,
        List<String> after,
        Step step,
        @Nullable Outcome outcome,
        TimeLimit promised,
        @Nullable TimeLimit statutory,
        @Nullable Clock clock,
        @Nullable String reviewedBy,
        @Nullable Recommendation recommendation,
        @Nullable LocalDateTime decidedAt,
        @Nullable String certificateNumber,
        @Nullable LocalDateTime readyAt,
        @Nullable LocalDateTime endedAt) {

    /**
     * The matter's own clock: it starts when the matter opens, not when the case is accepted.
     *
     * @param statutoryDue where no law sets a limit, the promised date stands for it
     */
    public record Clock(LocalDateTime openedAt, LocalDateTime promisedDue, LocalDateTime statutoryDue) {}

    public Matter {
        after = List.copyOf(after);
    }

    /** @throws IllegalStateException while it waits */
    public Clock running() {
        if (clock == null) {
            throw new IllegalStateException("Matter " + number + "/" + item + " waits: its clock hasn't started.");
        }
        return clock;
    }

    /** What the law allows; where no law sets a limit, the promise stands for it. */
    public TimeLimit lawful() {
        return statutory == null ? promised : statutory;
    }
}
