package city.onewindow.kernel;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A number in the database that only grows, such as the current edition's: what hangs on it is kept in memory, and another instance's
 * change is followed within a second.
 */
public final class Followed {

    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final IntSupplier database;
    private volatile @Nullable Look last;

    public Followed(IntSupplier database) {
        this.database = database;
    }

    /** At most a second old. */
    public int number() {
        Look look = last;
        return look == null || System.nanoTime() - look.at > LOOK_AGAIN_NANOS ? latest() : look.number;
    }

    /** As the database has it. */
    public int latest() {
        return known(database.getAsInt());
    }

    /** Whoever asked before a change and comes back after it doesn't bring the old number back. */
    public synchronized int known(int number) {
        Look before = last;
        Look look = new Look(before == null ? number : Math.max(number, before.number), System.nanoTime());
        last = look;
        return look.number;
    }

    /** @param at by the machine's stop watch */
    private record Look(int number, long at) {}
}
