package city.onewindow.notice;

import city.onewindow.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets few at a time to the device of the seal, and nobody for a while after it failed. Anybody may ask for a document, and whoever
 * waits here holds a connection of the database: a device that hangs must not take the others' with it.
 */
final class DeviceDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceDesk.class);

    private static final int AT_ONCE = 2;
    private static final int WAITING = 4;
    private static final long PATIENCE_SECONDS = 2;
    private static final Duration REST = Duration.ofSeconds(30);

    private final SealDevice device;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private volatile Instant restsUntil = Instant.MIN;
    private Instant quietUntil = Instant.MIN;

    DeviceDesk(SealDevice device, Clock clock) {
        this.device = device;
        this.clock = clock;
    }

    /** @throws Problem.Conflict if that was never seen, and the device doesn't answer now */
    boolean sealsOfd() {
        return device.kind().orElseGet(() -> served(() -> device.key().kind())).sealsOfd();
    }

    /** Its key, once that was seen; asks it nothing. */
    Optional<SealKey> held() {
        return device.held();
    }

    /** @throws Problem.Conflict if the device doesn't answer */
    Sealed seal(Function<SealKey, Sealed> act) {
        return served(() -> device.seal(act));
    }

    private <T> T served(Supplier<T> act) {
        if (clock.instant().isBefore(restsUntil)) {
            throw comeBack();
        }
        if (!hasPlace()) {
            log("it has answered nobody for " + PATIENCE_SECONDS + " seconds, or too many wait", null);
            throw comeBack();
        }
        try {
            return act.get();
        } catch (SealFault fault) {
            restsUntil = clock.instant().plus(REST);
            log("it fails, and is left alone for " + REST.toSeconds() + " seconds", fault);
            throw comeBack();
        } finally {
            places.release();
        }
    }

    private boolean hasPlace() {
        try {
            return places.getQueueLength() < WAITING && places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the device of the seal", e);
        }
    }

    /** Once in a while, not for every visit. */
    private synchronized void log(String why, @Nullable SealFault fault) {
        if (!clock.instant().isBefore(quietUntil)) {
            quietUntil = clock.instant().plus(REST);
            LOG.error("Documents that nobody has read before can't be read. The device of the seal: {}", why, fault);
        }
    }

    /** What was to be sealed stays issued, and is sealed for whoever reads it next. */
    private static Problem.Conflict comeBack() {
        return new Problem.Conflict("这份文书已经出具，但现在盖不上电子签章：签章用的密码设备没有应答，已记入日志。请过一会儿再打开；仍打不开的，请告诉本中心。");
    }
}
