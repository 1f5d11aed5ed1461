package city.onewindow.approval.web;

import city.onewindow.frame.Due;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import city.onewindow.notice.DocumentLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matter's page.
 *
 * @param due null while its clock doesn't run
 * @param project null unless the case is of one
 * @param setbacks results of earlier stages that hold no longer, as far as they concern the matter
 * @param before the matters that it waits for
 * @param readable whether the reader is shown what was handed in
 * @param consultations what other departments were asked
 * @param mayConsult whether the reader may ask one
 * @param hearings oldest first
 * @param hearing where the reader does what may be done of one; null unless he may
 * @param inspections of the case, as far as the reader may see them
 * @param proposeInspection null unless the reader may
 * @param results files of its result that the reader may open
 * @param history newest first
 * @param rulings of organs of review and courts, oldest first
 * @param mayRule whether the reader may write one down
 * @param declaration path of the declaration that was signed (告知承诺书); null if there is none
 * @param proposals what whoever comes next rests on, the last one first; none unless somebody proposed something
 * @param holding who holds it, and how that may change; null if the reader has no part in it
 * @param transfer where the reader hands it over to another department, answers that or assigns it; null unless he may
 * @param act null if the reader may do nothing here
 * @param idle why not, or why only more time can be asked for; empty if the reader may
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
        List<SetbackLine> setbacks,
        List<Before> before,
        boolean readable,
        List<FormGroup> form,
        List<MaterialLine> materials,
        List<ConsultationLine> consultations,
        boolean mayConsult,
        List<HearingLine> hearings,
        @Nullable Link hearing,
        List<Link> inspections,
        @Nullable Link proposeInspection,
        List<Link> results,
        List<HistoryLine> history,
        List<RulingLine> rulings,
        boolean mayRule,
        @Nullable String declaration,
        List<HistoryLine> proposals,
        @Nullable Holding holding,
        @Nullable Link transfer,
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
