package city.onewindow.connection;

import city.onewindow.approval.Happening;
import city.onewindow.approval.Unread;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives what happened its number in the feed. The numbers of the history won't do: they are given before the commit, so a smaller one
 * may turn up after a greater one was read.
 */
@Component
class Numbering {

    private static final int BATCH = 200;
    private static final int MOST_BATCHES = 50;

    private final Unread unread;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Numbering(Unread unread, Events events, TransactionTemplate transaction, Clock clock) {
        this.unread = unread;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As much as a reader would wait for. Any number of instances may; they wait for one another. */
    void number() {
        for (int batches = 0; batches < MOST_BATCHES && unread.isThere(); batches++) {
            transaction.executeWithoutResult(status -> batch());
        }
    }

    private void batch() {
        LocalDateTime now = LocalDateTime.now(clock);
        long seq = events.lockNumbers();
        List<Happening> happened = unread.take(BATCH);
        for (Happening one : happened) {
            events.add(++seq, one, now);
        }
        events.numberedUpTo(seq);
    }
}
