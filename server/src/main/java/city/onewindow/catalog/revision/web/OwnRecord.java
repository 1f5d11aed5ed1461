package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Revision;

/**
 * An item or one-thing that the reader keeps, as it is published.
 *
 * @param versions address of its history
 */
public record OwnRecord(String name, String window, String status, String versions) {

    static OwnRecord of(Revision.Kind kind, String name, String window, String status) {
        return new OwnRecord(name, window, status, VersionPages.address(kind, name));
    }
}
