package city.onewindow.intake.web;

import city.onewindow.frame.Due;

/**
 * A line of what waits for pre-review.
 *
 * @param applied whether it waits for its acceptance, and not for a look beforehand
 * @param due until when the window has to answer
 */
public record PreReviewLine(
        String number, String title, String applicant, boolean applied, String submitted, Due due) {}
