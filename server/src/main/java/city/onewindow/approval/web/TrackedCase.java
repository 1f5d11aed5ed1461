package city.onewindow.approval.web;

import city.onewindow.approval.CaseFile;
import city.onewindow.approval.InspectionVisit;
import city.onewindow.approval.PickUp;
import city.onewindow.approval.Timeline;
import city.onewindow.approval.ToldHearing;
import city.onewindow.intake.ApplicationStatus;
import city.onewindow.intake.ApplicationSummary;
import city.onewindow.intake.Deferral;
import city.onewindow.intake.Gap;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case as the public API tells it, or an application that is none yet: what the acceptance notice says, and how it is
 * getting on; nothing of who works on it. Before the acceptance there are neither dates of a case nor parts.
 *
 * @param applicant masked
 * @param supplementUntil last day to supplement; null unless that is awaited
 * @param demands what of the one-time notice is still to be mended
 * @param receivedOn the day on which the materials came in, or a ruling that opens it again did; null unless the window owes its decision
 * @param decideUntil last day of the window to decide on what it has received; null unless it owes that
 * @param orderedUntil last day that a ruling (复议、诉讼结果) on its refusal itself sets to accept it; null if it sets none, or the window has answered
 * @param closedAt null while it runs
 * @param deferrals materials that are still to be handed in
 * @param inspections who comes to look, when and where, as far as the applicant was told
 * @param hearings that are open, as the applicant was told of them
 * @param mayTakeBack codes of the items whose declaration (告知承诺) the applicant may take back today
 * @param pickUp what lies ready at the issuing window, and what to bring; null if nothing does
 */
record TrackedCase(
        String number,
        String title,
        String applicant,
        ApplicationStatus status,
        @Nullable LocalDate supplementUntil,
        List<Gap> demands,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate decideUntil,
        @Nullable LocalDate orderedUntil,
        @Nullable LocalDateTime acceptedAt,
        @Nullable LocalDateTime promisedDue,
        @Nullable LocalDateTime statutoryDue,
        @Nullable LocalDateTime closedAt,
        List<Deferral> deferrals,
        List<InspectionVisit> inspections,
        List<ToldHearing> hearings,
        List<String> mayTakeBack,
        @Nullable PickUp pickUp,
        List<Timeline.Part> parts) {

    static TrackedCase of(Tracker.Tracked tracked) {
        Timeline timeline = tracked.timeline();
        return timeline == null
                ? of(Objects.requireNonNull(tracked.application()), tracked.demands())
                : of(timeline, tracked);
    }

    private static TrackedCase of(ApplicationSummary application, List<Gap> demands) {
        return new TrackedCase(
                application.number(),
                application.title(),
                application.applicant(),
                application.status(),
                application.supplementUntil(),
                demands,
                application.receivedOn(),
                application.decideUntil(),
                application.orderedUntil(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private static TrackedCase of(Timeline timeline, Tracker.Tracked tracked) {
        CaseFile file = timeline.file();
        return new TrackedCase(
                file.number(),
                file.title(),
                file.applicant(),
                ApplicationStatus.ACCEPTED,
                null,
                List.of(),
                null,
                null,
                null,
                file.acceptedAt(),
                file.promisedDue(),
                file.statutoryDue(),
                file.closedAt(),
                tracked.deferrals(),
                tracked.inspections(),
                tracked.hearings(),
                tracked.declared().stream().map(Timeline.Part::item).toList(),
                tracked.pickUp(),
                timeline.parts());
    }
}
