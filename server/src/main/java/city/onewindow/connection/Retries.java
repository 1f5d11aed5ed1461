package city.onewindow.connection;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** When what was not received is sent again: soon at first, for a restart; later more rarely, for a night's maintenance. */
final class Retries {

    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private Retries() {}

    /** @return empty if it is given up */
    static Optional<LocalDateTime> next(int attempts, LocalDateTime now) {
        return attempts > WAITS.size() ? Optional.empty() : Optional.of(now.plus(WAITS.get(attempts - 1)));
    }
}
