package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An item, one-thing or window that the reader keeps, as it is published.
 *
 * @param about of an item or one-thing the window that takes it in; of a window what it does
 * @param standing whether an item or one-thing can be applied for; with how many others a window is led
 * @param versions address of its history
 * @param begun what somebody has begun to change of it; null if nobody has
 */
public record OwnRecord(
        String name,
        String about,
        String standing,
        String versions,
        @Nullable RevisionRow begun) {

    static OwnRecord of(Revision.Kind kind, String name, String about, String standing, @Nullable RevisionRow begun) {
        return new OwnRecord(name, about, standing, VersionPages.address(kind, name), begun);
    }
}
