package city.onewindow.catalog.revision;

/**
 * The revision that became an edition.
 *
 * @param publisher name of who published it, or set the day
 * @param open whether the reader may open it; it is told of to all the same
 */
public record PublishedRevision(long id, String publisher, boolean open) {}
