package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.Edition;
import city.onewindow.catalog.content.ContentFiles;
import city.onewindow.catalog.revision.PublishedRevision;
import city.onewindow.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * Who published an edition, as somebody is called who reads of it.
 *
 * @param name of who published a revision; else the account that imported
 * @param source what was imported; empty if a revision was published
 */
public record Publisher(String name, String source) {

    /** Who imports on the server, where nobody signs in, and the program itself. */
    private static final String SYSTEM = "system";

    static Publisher of(Edition edition, @Nullable PublishedRevision revision) {
        return revision == null
                ? new Publisher(edition.importedBy(), edition.source())
                : new Publisher(revision.publisher(), "");
    }

    public boolean isRevision() {
        return source.isEmpty();
    }

    public String in(Page page) {
        if (isRevision() || !name.equals(SYSTEM)) {
            return name;
        }
        return page.t(isShipped() ? "catalog.editions.program" : "catalog.editions.server");
    }

    public String sourceIn(Page page) {
        return isShipped() ? page.t("catalog.editions.shipped") : page.t("catalog.editions.import", source);
    }

    private boolean isShipped() {
        return source.equals(ContentFiles.SHIPPED);
    }
}
