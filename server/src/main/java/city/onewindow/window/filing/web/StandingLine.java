package city.onewindow.window.filing.web;

import city.onewindow.frame.Tone;

/**
 * A table that the plan asks for, as it stands in the round.
 *
 * @param target number of the annex and code of what it is about, as the upload form has it
 * @param href of the filing; empty if there is none
 * @param contact whom to call about it, as the table says; empty if it doesn't
 * @param reminded how often and when last; empty if never
 * @param mayRemind whether it can be asked for now
 */
public record StandingLine(
        String target,
        String name,
        String department,
        String href,
        Tone tone,
        String status,
        String who,
        String when,
        String contact,
        String rows,
        String reminded,
        boolean mayRemind) {}
