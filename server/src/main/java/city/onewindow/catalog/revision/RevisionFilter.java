package city.onewindow.catalog.revision;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions a list shows; what isn't given doesn't narrow it.
 *
 * @param words part of the name
 * @param waiting only what waits for the reader's next act
 */
public record RevisionFilter(
        @Nullable RevisionStatus status, Revision.@Nullable Kind kind, String words, boolean waiting) {

    public static RevisionFilter of(
            @Nullable RevisionStatus status, Revision.@Nullable Kind kind, @Nullable String words) {
        return new RevisionFilter(
                status, kind, Objects.requireNonNullElse(words, "").strip(), false);
    }

    public RevisionFilter onlyWaiting(boolean only) {
        return new RevisionFilter(status, kind, words, only);
    }
}
