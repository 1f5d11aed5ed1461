package city.onewindow.intake.web;

import city.onewindow.frame.Due;

/**
 * A line of what waits for pre-review.
 *
 * @param due until when the window promised to have looked
 */
public record PreReviewLine(String number, String title, String applicant, String submitted, Due due) {}
