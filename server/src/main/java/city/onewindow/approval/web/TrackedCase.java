package city.onewindow.approval.web;

import city.onewindow.approval.CaseFile;
import city.onewindow.approval.Timeline;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as the public API tells it: what the acceptance notice says, and how it is getting on; nothing of who works on it.
 *
 * @param applicant masked
 * @param closedAt null while it runs
 */
record TrackedCase(
        String number,
        String title,
        String applicant,
        LocalDateTime acceptedAt,
        LocalDateTime promisedDue,
        LocalDateTime statutoryDue,
        @Nullable LocalDateTime closedAt,
        List<Timeline.Part> parts) {

    static TrackedCase of(Timeline timeline) {
        CaseFile file = timeline.file();
        return new TrackedCase(
                file.number(),
                file.title(),
                file.applicant(),
                file.acceptedAt(),
                file.promisedDue(),
                file.statutoryDue(),
                file.closedAt(),
                timeline.parts());
    }
}
