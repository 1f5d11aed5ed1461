package city.onewindow.approval.web;

import city.onewindow.frame.Due;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Tone;
import city.onewindow.notice.DocumentLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter's page.
 *
 * @param due null while its clock doesn't run
 * @param project null unless the case is of one
 * @param before the matters that it waits for
 * @param readable whether the reader is shown what was handed in
 * @param consultations what other departments were asked
 * @param mayConsult whether the reader may ask one
 * @param history newest first
 * @param review what a decision rests on; null unless one is to be taken
 * @param holding who holds it, and how that may change; null if the reader has no part in it
 * @param act null if the reader may do nothing here
 * @param idle why not; empty if the reader may
 */
public record MatterPageView(
        String number,
        String item,
        String itemName,
        Tone tone,
        String status,
        @Nullable Due due,
        List<Fact> facts,
        ProjectPart.@Nullable Part project,
        List<Before> before,
        boolean readable,
        List<FormGroup> form,
        List<MaterialLine> materials,
        List<ConsultationLine> consultations,
        boolean mayConsult,
        List<HistoryLine> history,
        @Nullable HistoryLine review,
        @Nullable Holding holding,
        @Nullable ActForm act,
        String idle) {

    /**
     * Who has taken the matter out of the pool.
     *
     * @param from account that holds it; empty if nobody
     * @param back whether the button puts it back; otherwise the reader takes it
     */
    public record Holding(String words, String submit, String from, boolean back) {}

    /** A matter that comes before this one. */
    public record Before(
            String itemName, Tone tone, String status, String certificate, List<DocumentLinks> documents) {}
}
