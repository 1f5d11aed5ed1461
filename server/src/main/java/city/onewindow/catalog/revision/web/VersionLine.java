package city.onewindow.catalog.revision.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published version in the list.
 *
 * @param href of the page that shows it whole
 * @param revision address of the revision that was published; null if it came by an import
 * @param changes against the version before
 */
public record VersionLine(
        int number,
        String href,
        int edition,
        String at,
        Publisher publisher,
        @Nullable String revision,
        List<ChangeLine> changes) {}
