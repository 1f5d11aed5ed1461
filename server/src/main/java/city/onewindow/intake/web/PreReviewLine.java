package city.onewindow.intake.web;

import city.onewindow.frame.Due;

/**
 * A line of what waits for pre-review.
 *
 * @param applied whether it waits for its acceptance, and not for a look beforehand
 * @param due until when the window has to answer
 * @param rerouted whether it came from a window that was closed (转窗口)
 */
public record PreReviewLine(
        String number, String title, String applicant, boolean applied, String submitted, boolean rerouted, Due due) {}
