package city.onewindow.catalog.revision.web;

import city.onewindow.frame.Tone;

/**
 * A revision in the list.
 *
 * @param holdsFrom the day that is set for its publication; empty if none is, or it is published
 */
public record RevisionRow(
        String href,
        String name,
        String kind,
        Tone tone,
        String status,
        String holdsFrom,
        String department,
        String changedBy,
        String changedAt) {}
