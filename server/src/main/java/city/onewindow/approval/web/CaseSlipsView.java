package city.onewindow.approval.web;

import city.onewindow.frame.Field;
import city.onewindow.frame.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a case's paper is, and what the reader may hand over of it.
 *
 * @param back to the case
 * @param window whether the reader is of the window, or the centre
 * @param handed what it may hand to departments
 * @param keptBy what his department may hand back, by the slip with which it got that
 * @param givenBack what may go back to the applicant; null if nothing is at the window
 * @param key made with the page, so that a form sent twice makes one slip
 */
public record CaseSlipsView(
        String number,
        Link back,
        boolean window,
        List<Handing> handed,
        List<Handing> keptBy,
        @Nullable Handing givenBack,
        List<SlipRow> slips,
        String key) {

    /**
     * A form with which paper is handed over.
     *
     * @param name of the form, unlike any other on the page
     * @param path where it is sent to
     * @param materials to be ticked
     * @param button empty if nothing of it may be handed over now
     * @param reason null where none is asked for
     */
    public record Handing(
            String name,
            String title,
            String path,
            Field materials,
            @Nullable Field reason,
            String button) {}
}
