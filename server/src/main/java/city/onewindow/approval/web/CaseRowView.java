package city.onewindow.approval.web;

import city.onewindow.approval.CaseRow;
import city.onewindow.calendar.Remaining;
import city.onewindow.frame.Due;
import city.onewindow.frame.Tone;
import java.util.List;

/** A case in a list as shown, with where each of its parts stands. */
public record CaseRowView(String number, String title, String applicant, Due due, List<Part> parts) {

    /** A matter of it. */
    public record Part(String itemName, Tone tone, String status) {}

    static CaseRowView of(CaseRow row) {
        Remaining remaining = row.remaining();
        return new CaseRowView(
                row.file().number(),
                row.file().title(),
                row.file().applicant(),
                remaining == null
                        ? new Due(Tone.GOOD, "已办结", "")
                        : Words.due(remaining, row.file().promisedDue()),
                row.matters().stream()
                        .map(matter -> new Part(matter.itemName(), Words.tone(matter), Words.status(matter)))
                        .toList());
    }
}
