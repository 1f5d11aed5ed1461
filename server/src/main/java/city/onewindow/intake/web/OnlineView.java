package city.onewindow.intake.web;

import city.onewindow.catalog.Catalog;
import city.onewindow.catalog.FormValues;
import city.onewindow.catalog.MergeView;
import city.onewindow.catalog.Remote;
import city.onewindow.intake.Application;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.CheckedMaterial;
import city.onewindow.intake.Dossier;
import city.onewindow.intake.Gap;
import city.onewindow.intake.PreReview;
import city.onewindow.notice.IssuedDocument;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An application as the API tells its applicant.
 *
 * @param window code of the one that looks at it, and where the applicant comes
 * @param asks the merged form and set of materials
 * @param form what was filled in; empty once a window has it
 * @param files ids of what was attached to each material, by its key; empty once a window has it
 * @param gaps what of the form is still missing or wrong, and stands between it and being handed in
 * @param remarks what the window found missing or wrong the last time
 * @param submittedAt when it was last handed in; null before
 * @param answerUntil when the window will have looked; null unless it waits for that
 * @param mayApply whether it can be applied for online for acceptance (全程网办) from where it stands
 * @param presence why somebody has to come; empty if nobody has
 * @param supplementUntil last day to mend what the one-time notice named; null unless one was given
 * @param decideUntil last day of the window to decide; null unless it was applied for online and nothing is decided
 * @param documents what was told in writing: receipts, one-time notices, acceptance, refusal
 */
record OnlineView(
        String number,
        String queryCode,
        ApplicationStatus status,
        String window,
        MergeView asks,
        FormValues form,
        Map<String, List<UUID>> files,
        List<Gap> gaps,
        List<PreReview.Remark> remarks,
        @Nullable LocalDateTime submittedAt,
        @Nullable LocalDate answerUntil,
        boolean mayApply,
        List<String> presence,
        @Nullable LocalDate supplementUntil,
        @Nullable LocalDate decideUntil,
        List<IssuedDocument> documents) {

    /** 全程网办. */
    record Applying(Remote remote, @Nullable LocalDate decideUntil, List<IssuedDocument> told) {}

    static OnlineView of(
            Dossier dossier, PreReview preReview, Catalog catalog, @Nullable LocalDate answerUntil, Applying applying) {
        Application application = dossier.application();
        boolean here = application.status().isOnline();
        return new OnlineView(
                application.number(),
                application.queryCode(),
                application.status(),
                application.window(),
                MergeView.of(catalog, dossier.merge()),
                here ? dossier.form() : FormValues.EMPTY,
                here ? files(application) : Map.of(),
                here ? dossier.unfilled() : List.of(),
                preReview.remarks(),
                preReview.submittedAt(),
                answerUntil,
                application.status().mayApply(applying.remote()),
                applying.remote().words(),
                application.supplementUntil(),
                applying.decideUntil(),
                applying.told());
    }

    private static Map<String, List<UUID>> files(Application application) {
        return application.materials().values().stream()
                .filter(material -> !material.files().isEmpty())
                .collect(Collectors.toMap(
                        CheckedMaterial::key, CheckedMaterial::files, (one, same) -> one, TreeMap::new));
    }
}
