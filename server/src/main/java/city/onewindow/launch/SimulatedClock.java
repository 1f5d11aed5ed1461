package city.onewindow.launch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The house's clock during a simulation: shows the time of whatever happens next. */
final class SimulatedClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now;

    SimulatedClock(Clock start) {
        this.zone = start.getZone();
        this.now = start.instant();
    }

    void set(LocalDateTime time) {
        now = time.atZone(zone).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(now, other);
    }
}
