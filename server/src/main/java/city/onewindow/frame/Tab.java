package city.onewindow.frame;

import org.jspecify.annotations.Nullable;

/**
 * One of several filters of a list.
 *
 * @param count how many it shows, of which no more are counted than {@link #COUNTED}; null where counting would cost too much
 */
public record Tab(String text, String href, @Nullable Long count, boolean current) {

    /** What is counted so far may be more. */
    private static final long COUNTED = 1000;

    /** The count as it is read; null without one. */
    public @Nullable String figure() {
        return count == null ? null : count < COUNTED ? count.toString() : COUNTED + "+";
    }
}
