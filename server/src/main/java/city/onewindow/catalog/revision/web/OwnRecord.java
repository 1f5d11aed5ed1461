package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An item or one-thing that the reader keeps, as it is published.
 *
 * @param versions address of its history
 * @param begun what somebody has begun to change of it; null if nobody has
 */
public record OwnRecord(
        String name,
        String window,
        String status,
        String versions,
        @Nullable RevisionRow begun) {

    static OwnRecord of(Revision.Kind kind, String name, String window, String status, @Nullable RevisionRow begun) {
        return new OwnRecord(name, window, status, VersionPages.address(kind, name), begun);
    }
}
