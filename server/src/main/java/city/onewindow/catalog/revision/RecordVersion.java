package city.onewindow.catalog.revision;

import city.onewindow.catalog.Edition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published version of an item or a one-thing.
 *
 * @param edition that brought it: when, and by whom
 * @param revision number of the revision that was published; null if it came by an import
 * @param changes against the version before; none for the first
 */
public record RecordVersion(
        int number, Edition edition, @Nullable Long revision, List<Change> changes) {}
