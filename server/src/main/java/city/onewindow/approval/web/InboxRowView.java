package city.onewindow.approval.web;

import city.onewindow.frame.Due;

/**
 * A matter in the inbox as shown.
 *
 * @param recommendation empty before the review
 */
public record InboxRowView(
        String href,
        String item,
        String number,
        String title,
        String applicant,
        String step,
        String recommendation,
        Due due) {}
