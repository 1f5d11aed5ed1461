package city.onewindow.catalog.revision.web;

import city.onewindow.catalog.revision.Revision;
import city.onewindow.catalog.revision.RevisionStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A revision as calls list it.
 *
 * @param department code of the one that keeps the record
 * @param saves how often it was saved: what whoever saves next must have read
 * @param holdsFrom the day from which it shall hold; null: as soon as it is published
 * @param edition of its publication; null before
 */
record RevisionLine(
        long id,
        Revision.Kind kind,
        String name,
        String department,
        RevisionStatus status,
        int saves,
        String changedBy,
        Instant changedAt,
        @Nullable LocalDate holdsFrom,
        @Nullable Integer edition) {

    static RevisionLine of(Revision revision) {
        return new RevisionLine(
                revision.id(),
                revision.kind(),
                revision.key(),
                revision.department(),
                revision.status(),
                revision.saves(),
                revision.changedByName(),
                revision.changedAt(),
                revision.holdsFrom(),
                revision.edition());
    }
}
