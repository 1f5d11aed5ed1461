package city.onewindow.intake.web;

import city.onewindow.frame.Due;
import city.onewindow.frame.Tab;
import city.onewindow.frame.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The window's applications.
 *
 * @param window name
 * @param q what was looked for
 * @param notFound why that led nowhere; empty if nothing was looked for
 * @param more what wasn't shown, and how it is found; empty if everything was
 * @param next what the following page starts after; null at the end
 * @param first whether this is the first page
 */
public record DeskView(
        String window,
        String q,
        String notFound,
        String more,
        List<Tab> tabs,
        List<Line> lines,
        @Nullable String next,
        boolean first,
        String empty) {

    /**
     * @param rerouted whether it came from a window that was closed (转窗口)
     * @param reopened whether a ruling set its refusal aside, and it waits for an answer
     * @param due until when something is awaited; null if nothing is
     */
    public record Line(
            String number,
            String title,
            boolean rerouted,
            boolean reopened,
            String applicant,
            String begun,
            Tone tone,
            String status,
            @Nullable Due due) {}
}
