package city.onewindow.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, again and again; any number of instances may. Whatever is sent was claimed before and is settled after, so that
 * an instance that dies between leaves it to be sent once more: at least once, never not at all.
 */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** Longer than any answer is waited for. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Numbering numbering;
    private final DeliveryTable deliveries;
    private final Post post;
    private final Clock clock;

    Dispatch(Numbering numbering, DeliveryTable deliveries, Post post, Clock clock) {
        this.numbering = numbering;
        this.deliveries = deliveries;
        this.post = post;
        this.clock = clock;
    }

    /**
     * Until nothing is due. A department whose system doesn't answer, or takes its time, is left alone until the next round, so that
     * others don't wait.
     */
    @Scheduled(
            fixedDelayString = "${onewindow.connection.pace:2000}",
            initialDelayString = "${onewindow.connection.pace:2000}")
    void dispatch() {
        numbering.number();
        Set<String> leftAlone = new HashSet<>();
        Optional<Attempt> next = claim(leftAlone);
        while (next.isPresent()) {
            Attempt attempt = next.get();
            long began = System.nanoTime();
            Answer answer = post.send(attempt);
            settle(attempt, answer);
            if (!answer.good() || System.nanoTime() - began > SLOW.toNanos()) {
                leftAlone.add(attempt.department());
            }
            numbering.number();
            next = claim(leftAlone);
        }
    }

    private Optional<Attempt> claim(Set<String> leftAlone) {
        LocalDateTime now = LocalDateTime.now(clock);
        return deliveries.claim(now, now.plus(LEASE), leftAlone);
    }

    private void settle(Attempt attempt, Answer answer) {
        if (answer.good()) {
            deliveries.settle(attempt, DeliveryState.DELIVERED, null, answer.text());
            return;
        }
        Optional<LocalDateTime> again = Retries.next(attempt.count(), LocalDateTime.now(clock));
        deliveries.settle(
                attempt,
                again.isPresent() ? DeliveryState.PENDING : DeliveryState.DEAD,
                again.orElse(null),
                answer.text());
        if (again.isEmpty()) {
            LOG.warn(
                    "Event {} was given up after {} attempts: {} doesn't take it",
                    attempt.event().id(),
                    attempt.count(),
                    attempt.department());
        }
    }
}
