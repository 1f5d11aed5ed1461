package city.onewindow.approval.web;

import city.onewindow.approval.InspectionEntry;
import city.onewindow.frame.Fact;
import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import city.onewindow.notice.DocumentLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of an inspection.
 *
 * @param address of this page
 * @param late which promise is over before its hour, and what to do; empty if none
 * @param visitors the departments that were asked
 * @param history newest first
 * @param record null until it is closed
 * @param forms what the reader may do
 * @param idle why nothing; empty if something
 */
public record InspectionPageView(
        String number,
        String address,
        Tone tone,
        String state,
        List<Fact> facts,
        String late,
        List<Link> matters,
        List<Row> visitors,
        List<HistoryLine> history,
        @Nullable DocumentLinks record,
        List<Form> forms,
        String idle) {

    /**
     * A department that was asked.
     *
     * @param answer and {@code finding}: what it said, empty as long as it hasn't
     * @param officers empty unless it comes
     */
    public record Row(
            String department,
            String items,
            Tone tone,
            String reply,
            String answer,
            List<String> officers,
            Tone resultTone,
            String result,
            String finding) {}

    /** @param careful asks once more before it is sent */
    public record Form(
            InspectionEntry.Act act, String title, List<Field> fields, String key, String submit, boolean careful) {}
}
