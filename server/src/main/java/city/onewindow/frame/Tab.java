package city.onewindow.frame;

import org.jspecify.annotations.Nullable;

/**
 * One of several filters of a list.
 *
 * @param count how many it shows; null where counting would cost too much
 */
public record Tab(String text, String href, @Nullable Long count, boolean current) {}
