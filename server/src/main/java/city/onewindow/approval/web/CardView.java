package city.onewindow.approval.web;

import city.onewindow.frame.Tone;

/** A yellow or red card as shown. */
public record CardView(
        Tone tone, String kind, String item, String number, String department, String due, String raisedAt) {}
