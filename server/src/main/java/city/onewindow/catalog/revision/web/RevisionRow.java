package city.onewindow.catalog.revision.web;

import city.onewindow.frame.Tone;

/** A revision in the list. */
public record RevisionRow(
        String href,
        String name,
        String kind,
        Tone tone,
        String status,
        String department,
        String changedBy,
        String changedAt) {}
