package city.onewindow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Primary;

/** The house's clock in tests: stands still until a test moves it. */
@Primary
public final class TestClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A Wednesday morning with working days on either side. */
    public static final Instant START =
            ZonedDateTime.of(2026, 11, 4, 10, 0, 0, 0, ZONE).toInstant();

    private volatile Instant now = START;

    public void set(ZonedDateTime time) {
        now = time.toInstant();
    }

    public void forward(Duration duration) {
        now = now.plus(duration);
    }

    void reset() {
        now = START;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
