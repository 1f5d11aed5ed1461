package city.onewindow.approval.web;

import city.onewindow.frame.Tone;

/**
 * A yellow or red card as shown.
 *
 * @param owedBy the department or the window that it is for
 * @param what to do now; empty where the kind says it
 */
public record CardView(
        Tone tone, String kind, String item, String number, String owedBy, String what, String due, String raisedAt) {}
