package city.onewindow.approval.web;

import city.onewindow.frame.Tone;
import org.jspecify.annotations.Nullable;

/**
 * A yellow or red card as shown.
 *
 * @param href of the case, or the application; null if the reader sees none
 * @param owedBy the department or the window that it is for
 * @param what to do now; empty where the kind says it
 */
public record CardView(
        Tone tone,
        String kind,
        String item,
        String number,
        @Nullable String href,
        String owedBy,
        String what,
        String due,
        String raisedAt) {}
