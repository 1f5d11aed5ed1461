package city.onewindow.window.web;

import city.onewindow.frame.Tone;

/** A filing in a list. */
public record FilingLine(String href, String title, Tone tone, String status, String who, String when, String rows) {}
