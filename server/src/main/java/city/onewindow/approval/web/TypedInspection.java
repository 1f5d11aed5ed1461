package city.onewindow.approval.web;

import city.onewindow.approval.Appointment;
import city.onewindow.approval.Inspection;
import city.onewindow.approval.InspectionEntry;
import city.onewindow.approval.InspectionProposal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about an inspection; every part may be missing.
 *
 * @param day and {@code hour}: of the appointment, or when the department could come
 * @param officers one a line
 * @param key made with the form, so that a form sent twice acts once
 */
public record TypedInspection(
        InspectionEntry.@Nullable Act act,
        @Nullable List<String> items,
        @Nullable String day,
        @Nullable String hour,
        @Nullable String place,
        @Nullable String subject,
        @Nullable String prepare,
        @Nullable String officers,
        Inspection.@Nullable Reply reply,
        Inspection.@Nullable Result result,
        @Nullable String text,
        @Nullable Set<String> absent,
        @Nullable String key) {

    static TypedInspection blank() {
        return of(null);
    }

    /** Nothing but the items. */
    static TypedInspection of(@Nullable List<String> items) {
        return new TypedInspection(
                null,
                items,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                UUID.randomUUID().toString());
    }

    InspectionProposal proposal() {
        Appointment appointment =
                new Appointment(at(), TypedAct.text(place), TypedAct.text(subject), TypedAct.text(prepare));
        return new InspectionProposal(items == null ? List.of() : items, appointment, officerLines());
    }

    /** Codes of the departments that weren't there. */
    Set<String> absentCodes() {
        return absent == null ? Set.of() : Set.copyOf(absent);
    }

    List<String> officerLines() {
        return TypedAct.text(officers).lines().toList();
    }

    /** @return null unless both are there and can be read */
    @Nullable
    LocalDateTime at() {
        return TypedAct.at(day, hour);
    }
}
