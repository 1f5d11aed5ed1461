package city.onewindow.catalog.revision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a revision.
 *
 * @param department code of the department for which somebody acted
 * @param from null at the beginning
 * @param saves number of the save; null for other acts
 * @param changes of a save
 */
public record RevisionEntry(
        Instant at,
        String who,
        String whoName,
        String department,
        RevisionAct act,
        @Nullable RevisionStatus from,
        RevisionStatus to,
        String remark,
        @Nullable Integer saves,
        List<Change> changes) {}
