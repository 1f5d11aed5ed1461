package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergeView;
import city.onewindow.intake.Applicant;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Gap;
import city.onewindow.notice.IssuedDocument;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An application as the API tells it.
 *
 * @param asks the merged form and set of materials
 * @param form what was filled in
 * @param materials what was found of each material, by key
 * @param remarks what the window found wrong with well-formed values, by code of the field
 * @param gaps what still stands between it and its acceptance; with none a stage of a project may yet come too early, as its project tells
 * @param late what the one-time notice left out: no longer demanded, left to the departments to verify
 * @param receivedAt since when the window owes a decision on what it has received; null unless it does
 * @param documents given about it, and about the case that it became, in the order of their issue
 */
record ApplicationView(
        String number,
        String queryCode,
        ApplicationStatus status,
        String window,
        Applicant applicant,
        MergeView asks,
        FormValues form,
        Map<String, CheckedMaterial> materials,
        Map<String, String> remarks,
        List<Gap> gaps,
        List<Gap> late,
        List<IssuedDocument> documents,
        @Nullable LocalDateTime receivedAt,
        @Nullable LocalDate supplementUntil,
        @Nullable LocalDate deferredUntil) {

    static ApplicationView of(Dossier dossier, Catalog catalog, List<IssuedDocument> documents) {
        Application application = dossier.application();
        return new ApplicationView(
                application.number(),
                application.queryCode(),
                application.status(),
                application.window(),
                application.applicant(),
                MergeView.of(catalog, dossier.merge()),
                dossier.form(),
                new TreeMap<>(application.materials()),
                new TreeMap<>(application.remarks()),
                dossier.gaps(),
                dossier.late(),
                documents,
                application.isAwaited() ? application.receivedAt() : null,
                application.supplementUntil(),
                application.deferredUntil());
    }
}
