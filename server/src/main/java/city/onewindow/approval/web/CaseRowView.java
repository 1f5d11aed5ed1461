package city.onewindow.approval.web;

import city.onewindow.frame.Due;
import city.onewindow.frame.Tone;
import java.util.List;

/** A case in the overview as shown, with where each of its parts stands. */
public record CaseRowView(String number, String title, String applicant, Due due, List<Part> parts) {

    /** A matter of it. */
    public record Part(String itemName, Tone tone, String status) {}
}
