package city.onewindow.approval.web;

import city.onewindow.frame.Link;
import city.onewindow.frame.Tone;
import java.util.List;

/**
 * A material as the window dealt with it.
 *
 * @param state in a word
 * @param points what the window checked and found met
 * @param toVerify what the window found wrong, and was yet accepted; empty if nothing
 * @param note what it remarked, or which matter produces it
 */
public record MaterialLine(
        String name, Tone tone, String state, List<String> points, String toVerify, String note, List<Link> files) {}
