package city.onewindow.approval.web;

import city.onewindow.approval.CaseRow;
import city.onewindow.calendar.Remaining;
import city.onewindow.frame.Due;
import city.onewindow.frame.Tone;
import city.onewindow.kernel.DayWords;
import java.util.List;

/** A case in a list as shown, with where each of its parts stands. */
public record CaseRowView(String number, String title, String applicant, Due due, List<Part> parts) {

    /** A matter of it. */
    public record Part(String itemName, Tone tone, String status) {}

    static CaseRowView of(CaseRow row) {
        return new CaseRowView(
                row.file().number(),
                row.file().title(),
                row.file().applicant(),
                due(row),
                row.matters().stream()
                        .map(matter -> new Part(matter.itemName(), Words.tone(matter), Words.status(matter)))
                        .toList());
    }

    /** What only lies ready goes red no more; that it was late stays said. */
    private static Due due(CaseRow row) {
        Remaining remaining = row.remaining();
        if (remaining == null) {
            return new Due(Tone.GOOD, "已办结", "");
        }
        return row.made()
                .map(made -> new Due(
                        Tone.GOOD,
                        "待送达",
                        DayWords.shortHour(made) + " 办好" + (remaining.isOverdue() ? "，" + remaining.sentence() : "")))
                .orElseGet(() -> Words.due(remaining, row.file().promisedDue()));
    }
}
